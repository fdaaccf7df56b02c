package io.github.slacklogging.link;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/**
 * What a link is about. Immutable.
 *
 * @param service name of the service that logged it
 * @param group the kind
 * @param event one event of it
 * @param window when to look
 */
record Subject(String service, MaskedGroup group, MaskedEvent event, TimeWindow window) {

}
