package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.slacklogging.Severity;
import io.github.slacklogging.autoconfigure.CollectingProperties.Batch;
import io.github.slacklogging.autoconfigure.CollectingProperties.Buffer;
import io.github.slacklogging.autoconfigure.CollectingProperties.Digest;
import io.github.slacklogging.autoconfigure.CollectingProperties.Grouping;
import io.github.slacklogging.autoconfigure.CollectingProperties.Startup;
import io.github.slacklogging.autoconfigure.DeliveryProperties.CircuitBreaker;
import io.github.slacklogging.autoconfigure.DeliveryProperties.Http;
import io.github.slacklogging.autoconfigure.DeliveryProperties.RateLimit;
import io.github.slacklogging.autoconfigure.DeliveryProperties.Retry;
import io.github.slacklogging.autoconfigure.DeliveryProperties.Shutdown;
import io.github.slacklogging.autoconfigure.DurabilityProperties.Fallback;
import io.github.slacklogging.autoconfigure.DurabilityProperties.Spool;
import io.github.slacklogging.autoconfigure.OperationProperties.Health;
import io.github.slacklogging.autoconfigure.OperationProperties.Inbox;
import io.github.slacklogging.autoconfigure.OperationProperties.Structured;
import io.github.slacklogging.autoconfigure.RoutingProperties.Filter;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;
import io.github.slacklogging.autoconfigure.WordingProperties.Masking;
import io.github.slacklogging.autoconfigure.WordingProperties.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code slack.logging}, as typed. Immutable. Bound before the beans
 * exist, so its types are the JDK's and Boot's; secrets are strings, because a value that
 * does not convert is printed by Boot. {@link SlackLoggingSetup} says what it means.
 *
 * @param enabled Whether errors go to Slack. In tests that Spring runs it is false unless
 * the test sets it.
 * @param webhookUrl Incoming webhook of the destination 'default'. Environment variable
 * SLACK_WEBHOOK_URL is used when it is not set; from-bean leaves it to a SlackCredentials
 * bean.
 * @param webhookUrlFile File that holds the incoming webhook, read again when it changes.
 * @param botToken Bot token of the destination 'default', preferred to the webhook.
 * Environment variable SLACK_BOT_TOKEN is used when it is not set; from-bean leaves it to
 * a SlackCredentials bean.
 * @param botTokenFile File that holds the bot token, read again when it changes.
 * @param channel Channel, by name or id, that the bot posts to. Environment variable
 * SLACK_CHANNEL is used when it is not set.
 * @param apiUrl Root of Slack's Web API, to be changed for GovSlack and for tests.
 * @param allowedHosts Comma-separated list of hosts that a URL may name besides those of
 * Slack, GovSlack and this machine.
 * @param failOnInvalidConfiguration Whether an invalid configuration stops the start.
 * When false it is said once and nothing goes to Slack.
 * @param level Lowest severity that may go to Slack.
 * @param criticalMarkers Comma-separated list of SLF4J markers that raise an ERROR to
 * CRITICAL.
 * @param serviceName Name of the service. When not set it is 'spring.application.name' or
 * environment variable SERVICE_NAME.
 * @param serviceVersion Version of the service. When not set it is
 * 'spring.application.version', the build information or environment variable
 * SERVICE_VERSION.
 * @param environment Where the service runs. When not set it is the active profiles or
 * environment variable ENVIRONMENT.
 * @param host Host or pod that the service runs on. When not set it is environment
 * variable HOSTNAME or the name of the host.
 * @param startup what is held while the application starts
 * @param uncaughtExceptions Whether exceptions that end a thread are logged. A handler
 * that is there is called as well.
 * @param dryRun Whether everything is composed and nothing sent: logger
 * 'slack.logging.dry-run' gets the messages.
 * @param diagnostics Whether logger 'slack.logging.diagnostics' tells every step of every
 * event.
 * @param doctor Whether the application examines its set-up, prints what it found and
 * ends, with 0 when all is well and 1 when not.
 * @param destinations Named destinations besides 'default'.
 * @param routes Rules that choose destinations. First match wins; what none matches goes
 * to 'default'.
 * @param filter what never goes to Slack
 * @param buffer what waits for the worker
 * @param batch events that share a message
 * @param digest summary of what is not urgent
 * @param grouping what is the same
 * @param masking what must not leave memory
 * @param message what a message shows
 * @param rateLimit how fast
 * @param retry how often
 * @param circuitBreaker when a destination is left alone
 * @param spool what waits, on disk
 * @param fallback full text of what cannot be delivered
 * @param http transport, private to Slack
 * @param shutdown end of the application
 * @param health health component
 * @param inbox local Slack
 * @param structured the application's own structured log
 * @param link where readers find what was logged
 * @param opensearch where what was logged is shipped to
 * @param jobs what is told of jobs
 */
@ConfigurationProperties(SlackLoggingProperties.PREFIX)
record SlackLoggingProperties(@DefaultValue("true") boolean enabled, @Nullable String webhookUrl,
		@Nullable String webhookUrlFile, @Nullable String botToken, @Nullable String botTokenFile,
		@Nullable String channel, @DefaultValue("https://slack.com/api/") String apiUrl,
		@DefaultValue List<String> allowedHosts, @DefaultValue("true") boolean failOnInvalidConfiguration,
		@DefaultValue("ERROR") Severity level, @DefaultValue( {
				"CRITICAL", "FATAL" }) List<String> criticalMarkers,
		@Nullable String serviceName, @Nullable String serviceVersion, @Nullable String environment,
		@Nullable String host, @NestedConfigurationProperty @DefaultValue Startup startup,
		@DefaultValue("false") boolean uncaughtExceptions, @DefaultValue("false") boolean dryRun,
		@DefaultValue("false") boolean diagnostics, @DefaultValue("false") boolean doctor,
		@DefaultValue Map<String, DestinationProperties> destinations, @DefaultValue List<Route> routes,
		@NestedConfigurationProperty @DefaultValue Filter filter,
		@NestedConfigurationProperty @DefaultValue Buffer buffer,
		@NestedConfigurationProperty @DefaultValue Batch batch,
		@NestedConfigurationProperty @DefaultValue Digest digest,
		@NestedConfigurationProperty @DefaultValue Grouping grouping,
		@NestedConfigurationProperty @DefaultValue Masking masking,
		@NestedConfigurationProperty @DefaultValue Message message,
		@NestedConfigurationProperty @DefaultValue RateLimit rateLimit,
		@NestedConfigurationProperty @DefaultValue Retry retry,
		@NestedConfigurationProperty @DefaultValue CircuitBreaker circuitBreaker,
		@NestedConfigurationProperty @DefaultValue Spool spool,
		@NestedConfigurationProperty @DefaultValue Fallback fallback,
		@NestedConfigurationProperty @DefaultValue Http http,
		@NestedConfigurationProperty @DefaultValue Shutdown shutdown,
		@NestedConfigurationProperty @DefaultValue Health health,
		@NestedConfigurationProperty @DefaultValue Inbox inbox,
		@NestedConfigurationProperty @DefaultValue Structured structured,
		@NestedConfigurationProperty @DefaultValue LinkProperties link,
		@NestedConfigurationProperty @DefaultValue OpenSearchProperties opensearch,
		@NestedConfigurationProperty @DefaultValue JobProperties jobs){

	static final String PREFIX = "slack.logging";

	SlackLoggingProperties {
		allowedHosts = List.copyOf(allowedHosts);
		criticalMarkers = List.copyOf(criticalMarkers);
		destinations = Map.copyOf(destinations);
		routes = List.copyOf(routes);
	}

	/** Destination 'default' as its short form at the top says, without any fallback. */
	DestinationProperties shortForm() {
		return DestinationProperties.of(this.webhookUrl, this.webhookUrlFile, this.botToken, this.botTokenFile,
				this.channel);
	}

	/** What is or may be a secret of anybody who is written to, usable or not. */
	List<String> secrets() {
		Stream<String> destinations = Stream.concat(Stream.of(shortForm()), this.destinations.values().stream())
			.flatMap(DestinationProperties::secrets);
		return Stream.concat(destinations, this.opensearch.secrets()).toList();
	}

	/**
	 * Collects what is wrong with single values; destinations and routes need more.
	 */
	void check(Problems problems) {
		for (String host : this.allowedHosts) {
			if (!host.matches("[A-Za-z0-9._-]+")) {
				problems.add("allowed-hosts", "holds something that is not a host name",
						"Write host names only, without scheme, port and path.");
			}
		}
		this.startup.check(problems);
		this.filter.check(problems);
		this.buffer.check(problems);
		this.batch.check(problems);
		this.digest.check(problems);
		this.grouping.check(problems);
		this.message.check(problems);
		this.rateLimit.check(problems);
		this.retry.check(problems);
		this.circuitBreaker.check(problems);
		this.spool.check(problems);
		this.fallback.check(problems);
		this.http.check(problems);
		this.shutdown.check(problems);
		this.health.check(problems);
		this.inbox.check(problems);
		this.link.check(problems);
		this.opensearch.check(problems);
	}

	// Names only: a record would print every component, secrets included.
	@Override
	public String toString() {
		return "SlackLoggingProperties[enabled=" + this.enabled + ", level=" + this.level + ", destinations="
				+ this.destinations.keySet() + "]";
	}

}
