/**
 * A real OpenSearch, for tests of what is shipped to it.
 *
 * <ol>
 * <li>{@link io.github.slacklogging.it.search.SearchNode} is the node, which can be
 * killed, started again and asked,</li>
 * <li>{@link io.github.slacklogging.it.node.NodeProcess} is its JVM,</li>
 * <li>{@link io.github.slacklogging.it.search.SecurityGate} stands before it where users
 * are to be known: the node itself comes without the security plugin,</li>
 * <li>{@link io.github.slacklogging.it.search.ShippingScenario} starts applications that
 * ship, and each {@link io.github.slacklogging.it.search.ShippingRun} is one life of such
 * an application,</li>
 * <li>{@link io.github.slacklogging.it.search.ShippingBooks} is what it says of itself,
 * and {@link io.github.slacklogging.it.search.ShippedLines} what is really there.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.it.search;

import org.jspecify.annotations.NullMarked;
