/**
 * One living message for each kind of error, seen from Slack: the application runs in a
 * JVM of its own, and what counts is what stands in the channel at the end.
 *
 * <ol>
 * <li>{@link io.github.slacklogging.it.living.Workspace} is a Slack with the application
 * in it,</li>
 * <li>{@link io.github.slacklogging.it.living.ShownCount} reads how many events a message
 * tells of,</li>
 * <li>{@link io.github.slacklogging.it.living.OwnTrouble} reads what the application says
 * of its logging on standard error.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.it.living;

import org.jspecify.annotations.NullMarked;
