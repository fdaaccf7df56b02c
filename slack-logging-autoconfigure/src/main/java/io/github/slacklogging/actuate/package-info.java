/**
 * How is it doing? Health and meters, read from what the pipeline publishes and from what
 * its listener hears; they never call Slack. The endpoint asks and orders, and lets the
 * pipeline call.
 *
 * <p>
 * Two doors, since an application may have either library without the other:
 * {@link io.github.slacklogging.actuate.SlackLoggingHealthIndicator} and
 * {@link io.github.slacklogging.actuate.SlackLoggingMetrics}.
 * {@link io.github.slacklogging.actuate.PipelineCounts} and
 * {@link io.github.slacklogging.actuate.ShippingCounts} need neither of them, because
 * they count from the first moment, in every application. A third door,
 * {@link io.github.slacklogging.actuate.SecretSanitizing}, keeps secrets out of what
 * Actuator's own endpoints show. A fourth one,
 * {@link io.github.slacklogging.actuate.SlackLoggingEndpoint}, is an endpoint of ours;
 * what begins with {@code Endpoint} is its answers and how they come about.
 */
@NullMarked
package io.github.slacklogging.actuate;

import org.jspecify.annotations.NullMarked;
