/**
 * How does a request reach its host, and what came back? One private HTTP client for each
 * user of it: neither the application's clients nor its settings touch it, and it touches
 * none of theirs. Knows HTTP and nothing of whom it asks; never repeats.
 */
@NullMarked
package io.github.slacklogging.transport;

import org.jspecify.annotations.NullMarked;
