/**
 * What did Slack say? Asks one thing, of a webhook or as a bot, and classifies the
 * answer; never repeats.
 */
@NullMarked
package io.github.slacklogging.slack;

import org.jspecify.annotations.NullMarked;
