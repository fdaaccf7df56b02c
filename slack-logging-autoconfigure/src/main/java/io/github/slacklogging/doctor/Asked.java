package io.github.slacklogging.doctor;

import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * A question and its end.
 *
 * @param outcome how it ended
 * @param before when it was asked
 * @param after when it ended
 */
record Asked(HttpOutcome outcome, Tick before, Tick after) {

}
