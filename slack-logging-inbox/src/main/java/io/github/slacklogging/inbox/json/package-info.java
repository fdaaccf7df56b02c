/**
 * A small JSON tree over the streaming parser of {@code jackson-core}. For the inbox
 * itself; not meant for its users.
 */
@NullMarked
package io.github.slacklogging.inbox.json;

import org.jspecify.annotations.NullMarked;
