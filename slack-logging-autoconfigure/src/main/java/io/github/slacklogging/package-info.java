/**
 * The vocabulary of the logger: values and ports. It imports nothing else of the project.
 *
 * <p>
 * The journey of a log call, folder by folder:
 * <ol>
 * <li>{@code appender} turns the Logback event into a {@code LogEvent} on the caller's
 * thread.</li>
 * <li>{@code buffer} holds it, bounded in events and bytes, until the worker comes.</li>
 * <li>{@code channel} filters it and names its destinations.</li>
 * <li>{@code grouping} folds it into the {@code EventGroup} of its kind and decides when
 * to speak.</li>
 * <li>{@code masking} removes what must not leave memory.</li>
 * <li>{@code message} composes a {@code SlackMessage}.</li>
 * <li>{@code relay} decides whether and how often to try.</li>
 * <li>{@code slack} sends it and classifies the answer.</li>
 * <li>{@code spool} keeps on disk what waits, so that the end of the process does not
 * reach it.</li>
 * </ol>
 * {@code pipeline} joins the stages and owns the one worker thread.
 *
 * <p>
 * One word per idea: an <em>event</em> is one log call; a <em>group</em> is an event and
 * its repeats at one destination; a <em>message</em> is what Slack shows; a
 * <em>destination</em> is a named place in Slack; a <em>drop</em> is an event that ends
 * without having been told, counted by reason.
 */
@NullMarked
package io.github.slacklogging;

import org.jspecify.annotations.NullMarked;
