/**
 * How fast events reach a real OpenSearch node, beside another appender:
 * {@code ShippingReport} starts the node and a JVM for each contender, and prints a
 * table.
 */
@NullMarked
package io.github.slacklogging.benchmark.shipping;

import org.jspecify.annotations.NullMarked;
