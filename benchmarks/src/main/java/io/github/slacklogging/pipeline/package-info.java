/**
 * What benchmarks need of the pipeline's inside: its rounds one by one, and its messages.
 */
@NullMarked
package io.github.slacklogging.pipeline;

import org.jspecify.annotations.NullMarked;
