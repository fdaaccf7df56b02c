/**
 * What the worker pays to write a document. Stands in the package of the classes it
 * measures, since those have no public door.
 */
@NullMarked
package io.github.slacklogging.opensearch;

import org.jspecify.annotations.NullMarked;
