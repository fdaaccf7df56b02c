/**
 * One real OpenSearch node in a process of its own, for tests and for the sample.
 */
package io.github.slacklogging.it.node;
