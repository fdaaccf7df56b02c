/**
 * Opens what the worker does in one round. Stands in the package of the classes it
 * measures, since those have no public door.
 */
@NullMarked
package io.github.slacklogging.pipeline;

import org.jspecify.annotations.NullMarked;
