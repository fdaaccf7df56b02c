package io.github.slacklogging.inbox;

/**
 * A file that was uploaded to the inbox and shared in a channel.
 *
 * @param id Slack's id of it
 * @param name file name as uploaded
 * @param title title as shared
 * @param size in bytes
 * @param text the content read as UTF-8
 */
public record InboxFile(String id, String name, String title, long size, String text) {

}
