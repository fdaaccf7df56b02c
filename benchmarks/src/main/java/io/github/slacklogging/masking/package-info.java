/**
 * What the worker pays to mask a text. Stands in the package of the classes it measures,
 * since those have no public door.
 */
@NullMarked
package io.github.slacklogging.masking;

import org.jspecify.annotations.NullMarked;
