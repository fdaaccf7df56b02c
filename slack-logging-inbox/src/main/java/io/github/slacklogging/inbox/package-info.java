/**
 * A local Slack for development and tests: HTTP endpoints, a web page, a test API. Uses
 * the JDK's HTTP server and {@code jackson-core} only, because it stands on the class
 * paths of applications.
 *
 * <p>
 * The way of a request:
 * <ol>
 * <li>{@code InboxServer} takes it, on a daemon thread of its own; {@code Gate} turns
 * other web sites away.</li>
 * <li>{@code SlackTraffic} reads it and asks its {@code SlackSide} (webhook, Web API,
 * upload) what it wants.</li>
 * <li>{@code Script} may have a reply for it, {@code RateLimiter} or {@code TierLimits}
 * may refuse it; else the side answers as Slack would: {@code MethodSheet} says what a
 * method of the Web API wants, {@code ApiMethods} who carries it out, {@code Channels},
 * {@code Tokens} and the rules of {@code inbox.block} what is refused.</li>
 * <li>{@code Posting} and {@code MessageStore} keep what was accepted;
 * {@code EventStream} tells the open pages.</li>
 * <li>{@code RequestLog} keeps every request, {@code Delivery} brings the answer
 * out.</li>
 * </ol>
 * Users need {@code SlackInbox}, {@code Reply}, {@code Calls}, {@code Listening},
 * {@code InboxMessage}, {@code InboxFile} and {@code InboxRequest}; everything else, and
 * the packages below, may change.
 */
@NullMarked
package io.github.slacklogging.inbox;

import org.jspecify.annotations.NullMarked;
