/**
 * How is it doing? Health and meters, read from what the pipeline publishes and from what
 * its listener hears; nothing here ever calls Slack.
 *
 * <p>
 * Two doors, since an application may have either library without the other:
 * {@link io.github.slacklogging.actuate.SlackLoggingHealthIndicator} and
 * {@link io.github.slacklogging.actuate.SlackLoggingMetrics}.
 * {@link io.github.slacklogging.actuate.PipelineCounts} and
 * {@link io.github.slacklogging.actuate.ShippingCounts} need neither of them, because
 * they count from the first moment, in every application. A third door,
 * {@link io.github.slacklogging.actuate.SecretSanitizing}, keeps secrets out of what
 * Actuator's own endpoints show.
 */
@NullMarked
package io.github.slacklogging.actuate;

import org.jspecify.annotations.NullMarked;
