/**
 * What if Slack, or we, are down? Groups that wait, open incidents, messages that Slack
 * will never accept and, where asked for, the full text of what cannot be delivered are
 * kept on disk. The only folder that writes files, each door on a daemon thread of its
 * own that ends when there is nothing to do.
 *
 * <p>
 * {@code FileGroupSpool} is the door and the wall: whatever happens to the disk becomes
 * an answer and a line of trouble. {@code SpoolPlace} opens a folder that no other
 * process uses, {@code GroupFolder} changes the files in it, {@code GroupFile} knows
 * their bytes; {@code Keeper} and {@code IncidentKeeper} decide which files there are.
 * {@code RollingFallbackLog} is the other door, and {@code OwnerOnlyAppender} the only
 * class here that knows Logback.
 */
@NullMarked
package io.github.slacklogging.spool;

import org.jspecify.annotations.NullMarked;
