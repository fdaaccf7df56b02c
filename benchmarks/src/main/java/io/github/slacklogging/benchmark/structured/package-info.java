/**
 * What the id of an event costs. {@code benchmarks/run LogId} runs it.
 */
@NullMarked
package io.github.slacklogging.benchmark.structured;

import org.jspecify.annotations.NullMarked;
