/**
 * What must not get worse: bytes and, in proportion to an appender that does nothing,
 * time that a logging call costs the thread that logs.
 */
@NullMarked
package io.github.slacklogging.benchmark.guard;

import org.jspecify.annotations.NullMarked;
