/**
 * What arrives at Slack, beside other appenders: the same errors through each of them, in
 * a JVM of its own ({@code Run}), while a local Slack is well, slow, strict, silent, down
 * or broken. {@code ArrivalPart} starts them and compares what they say with what Slack
 * got.
 */
@NullMarked
package io.github.slacklogging.benchmark.arrival;

import org.jspecify.annotations.NullMarked;
