/**
 * Ships events to OpenSearch: each is one flat document with the log id as its own id,
 * created and never overwritten, so that sending it again cannot make it twice. A worker,
 * a buffer, attempts and books of its own: nothing here is shared with the way to Slack
 * but the snapshot, the masking and the thread that logs.
 */
@NullMarked
package io.github.slacklogging.opensearch;

import org.jspecify.annotations.NullMarked;
