/**
 * Does an event go to Slack, and where? Filters first, then routes, then the
 * application's own routers.
 */
@NullMarked
package io.github.slacklogging.channel;

import org.jspecify.annotations.NullMarked;
