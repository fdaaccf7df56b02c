/**
 * What did Slack say? Asks one thing, of a webhook or as a bot, and classifies the
 * answer; never repeats. The transport is private: neither the application's clients nor
 * its settings touch it, and it touches none of theirs.
 */
@NullMarked
package io.github.slacklogging.slack;

import org.jspecify.annotations.NullMarked;
