/**
 * Joins stages for benchmarks as the starter joins them.
 */
@NullMarked
package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
