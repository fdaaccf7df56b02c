/**
 * What Slack accepts as a message: Block Kit, attachments and their limits, as strict as
 * Slack is where that is known. For the inbox itself; not meant for its users.
 */
@NullMarked
package io.github.slacklogging.inbox.block;

import org.jspecify.annotations.NullMarked;
