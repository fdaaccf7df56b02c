/**
 * The application's own log: the id of each event in Boot's structured formats, in
 * pattern layouts and in a console format for people. It says there what Slack says, so
 * that one leads to the other.
 */
@NullMarked
package io.github.slacklogging.structured;

import org.jspecify.annotations.NullMarked;
