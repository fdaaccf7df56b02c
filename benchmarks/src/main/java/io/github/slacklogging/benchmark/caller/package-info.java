/**
 * What a logging call pays, beside other appenders: {@code CallerPart} measures it with
 * {@code CallerBenchmark}, each {@code Contender} in a JVM of its own, and makes a
 * chapter of it.
 */
@NullMarked
package io.github.slacklogging.benchmark.caller;

import org.jspecify.annotations.NullMarked;
