/**
 * Where is it in the log store? Writes the addresses behind "View full log", "all like
 * this" and "trace".
 *
 * <p>
 * One class per idea, in the order in which an address comes about:
 * <ol>
 * <li>{@code LogStoreLinks}, the door, turns what was logged into a {@code LogQuestion}:
 * criteria and an absolute window of time.</li>
 * <li>A {@code LogStore} is one product in one version. It writes the question in its
 * query language, escaped for that language first,</li>
 * <li>puts it into its container: Rison, JSON, CloudWatch's own,</li>
 * <li>and percent-encodes everything.</li>
 * <li>What is longer than 2,000 characters sheds its columns first, then phrases of the
 * message, until it fits.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.link;

import org.jspecify.annotations.NullMarked;
