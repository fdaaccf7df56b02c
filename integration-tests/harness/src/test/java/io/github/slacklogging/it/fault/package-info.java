/**
 * What happens to errors when something else breaks: Slack, the network, the disk, the
 * JVM. Each case starts the application in a JVM of its own, breaks one thing, and ends
 * with two independent accounts: the books of the application, and what Slack was told.
 *
 * <ol>
 * <li>{@link io.github.slacklogging.it.fault.Fault} lists the cases,</li>
 * <li>{@link io.github.slacklogging.it.fault.Scenario} holds all that one case
 * needs,</li>
 * <li>{@link io.github.slacklogging.it.DrivenProbe} is the application, which does what
 * the test says,</li>
 * <li>{@link io.github.slacklogging.it.fault.SlackGate} is the network,</li>
 * <li>{@link io.github.slacklogging.it.fault.ToldCounts} reads from the messages alone
 * how many events Slack was told of,</li>
 * <li>{@link io.github.slacklogging.it.fault.FaultTable} writes the outcome into
 * {@code docs/reliability.md}, or compares it with what stands there.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.it.fault;

import org.jspecify.annotations.NullMarked;
