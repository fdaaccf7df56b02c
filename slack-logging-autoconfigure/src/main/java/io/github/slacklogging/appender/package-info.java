/**
 * What did the application log? Turns a Logback event into a
 * {@link io.github.slacklogging.LogEvent} in its final form, on the thread that logs.
 */
@NullMarked
package io.github.slacklogging.appender;

import org.jspecify.annotations.NullMarked;
