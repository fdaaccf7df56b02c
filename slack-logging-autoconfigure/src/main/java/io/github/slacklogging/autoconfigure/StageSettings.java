package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

import io.github.slacklogging.Destination;
import io.github.slacklogging.RunId;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.link.LogStoreLinks;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.opensearch.OpenSearchShipping;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.relay.BreakerGate;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.slack.WebClientSlackSender;
import io.github.slacklogging.spool.FileGroupSpool;
import io.github.slacklogging.spool.RollingFallbackLog;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

/**
 * What each stage wants to know, from the properties. Immutable.
 *
 * @param settings known to be valid
 * @param mainPackage package of the application's main class, where it is known
 */
record StageSettings(SlackLoggingSettings settings, @Nullable String mainPackage) {

	/** Room for what is wrong with each document of the largest request. */
	private static final int MAX_CLUSTER_ANSWER_BYTES = 4 * 1024 * 1024;

	private SlackLoggingProperties properties() {
		return this.settings.properties();
	}

	SlackAppender.Settings appender(RunId runId) {
		boolean never = properties().message().location() == WordingProperties.Location.NEVER;
		return new SlackAppender.Settings(runId, properties().level(), Set.copyOf(properties().criticalMarkers()),
				never ? SlackAppender.CallerLocation.NEVER : SlackAppender.CallerLocation.AUTO,
				SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH,
				MvcException.where(StageSettings.class.getClassLoader()));
	}

	EventBuffer.Settings buffer() {
		return new EventBuffer.Settings(properties().buffer().capacity(), properties().buffer().maxSize().toBytes());
	}

	ChannelRouting.Settings channel() {
		RoutingProperties.Filter filter = properties().filter();
		return new ChannelRouting.Settings(
				new ChannelRouting.FilterSettings(filter.includeLoggers(), filter.excludeLoggers(),
						filter.includeMessages(), filter.excludeMessages(), filter.excludeMarkers(),
						filter.excludeExceptions()),
				// without any destination nobody asks where to
				this.settings.destinations().isEmpty() ? List.of()
						: properties().routes().stream().map(StageSettings::route).toList(),
				this.settings.destinations().stream().map(Destination::name).collect(Collectors.toSet()),
				this.settings.destinations().isEmpty() ? List.of() : properties().jobs().to());
	}

	private static ChannelRouting.Route route(RoutingProperties.Route route) {
		return new ChannelRouting.Route(route.level(), route.loggers(), route.markers(), route.exceptions(),
				route.message(), route.mdc(), route.to());
	}

	EventGrouping.Settings grouping() {
		ServiceIdentity identity = this.settings.identity().known();
		return new EventGrouping.Settings(properties().grouping().enabled(),
				List.of(identity.name(), identity.environment()), inAppPackages(), properties().grouping().maxGroups(),
				properties().batch().linger(), properties().batch().maxEvents(), properties().batch().samples(),
				properties().digest().level(), properties().digest().every(), incidents());
	}

	private EventGrouping.Incidents incidents() {
		var grouping = properties().grouping();
		return new EventGrouping.Incidents(grouping.quietAfter(), grouping.milestones(), grouping.reminder(),
				grouping.stormKinds());
	}

	private List<String> inAppPackages() {
		List<String> configured = properties().grouping().inApp();
		if (!configured.isEmpty() || this.mainPackage == null || this.mainPackage.isEmpty()) {
			return configured;
		}
		return List.of(this.mainPackage);
	}

	EventMasking.Settings masking() {
		WordingProperties.Masking masking = properties().masking();
		List<String> keys = new ArrayList<>(EventMasking.Settings.DEFAULT_KEYS);
		keys.addAll(masking.keys());
		return new EventMasking.Settings(masking.enabled(), masking.rules(), keys, masking.patterns(),
				masking.allowFields());
	}

	Relay.Settings relay() {
		return new Relay.Settings(properties().rateLimit().perSecond(), properties().rateLimit().burst(),
				properties().retry().initialBackoff(), properties().retry().maxBackoff(), properties().retry().jitter(),
				properties().retry().maxAttempts(), properties().circuitBreaker().failures(),
				properties().circuitBreaker().openFor());
	}

	MessageComposer.Settings message() {
		WordingProperties.Message message = properties().message();
		String username = (message.username() != null) ? message.username() : this.settings.identity().known().name();
		String icon = message.iconEmoji().isEmpty() ? null : message.iconEmoji();
		return new MessageComposer.Settings(message.mdc(), message.fields(),
				MessageComposer.StackTraceStyle.valueOf(message.stackTrace().name()), inAppPackages(), username, icon);
	}

	LogStoreLinks.Settings links() {
		LinkProperties link = properties().link();
		return new LogStoreLinks.Settings(link.type(), link.parts(), link.preset(this.settings.isShipping()),
				link.fieldNames(), link.template(), link.traceTemplate(), link.window());
	}

	WebClientSlackSender.Settings slack(@Nullable SSLContext sslContext) {
		DeliveryProperties.Http http = properties().http();
		InetSocketAddress proxy = this.settings.proxy();
		return new WebClientSlackSender.Settings(this.settings.apiUrl(), Set.copyOf(properties().allowedHosts()),
				http.connectTimeout(), http.responseTimeout(), http.connectionMaxAge(),
				(proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null, sslContext, null);
	}

	/** A dry run must not take over what a run before it still has to tell. */
	boolean isSpooling() {
		return properties().spool().enabled() && !this.settings.destinations().isEmpty() && !properties().dryRun();
	}

	SpoolPlace spoolPlace() {
		return SpoolPlace.of(properties().spool().directory(), this.settings.identity().known());
	}

	FileGroupSpool.Settings spool() {
		SpoolPlace place = spoolPlace();
		return new FileGroupSpool.Settings(place.directory(), place.temporary(), !place.chosen(),
				properties().spool().maxSize().toBytes(), properties().spool().maxAge(),
				this.settings.destinations().stream().map(Destination::name).collect(Collectors.toSet()));
	}

	RollingFallbackLog.@Nullable Settings fallback() {
		DurabilityProperties.Fallback fallback = properties().fallback();
		return (fallback.file() == null) ? null : new RollingFallbackLog.Settings(
				Path.of(fallback.file()).toAbsolutePath(), fallback.maxSize().toBytes(), fallback.maxHistory());
	}

	SlackPipeline.Settings pipeline() {
		return new SlackPipeline.Settings(properties().startup().holdMax(), properties().shutdown().timeout(),
				properties().health().limits(), properties().spool().maxAge(),
				new SlackPipeline.JobErrors(properties().jobs().frameworks(), properties().batch().linger()));
	}

	/** Nobody could be told where nothing goes to Slack. */
	JobExpectations.Settings expectations() {
		return this.settings.destinations().isEmpty() ? JobExpectations.Settings.NONE
				: new JobExpectations.Settings(properties().jobs().awaited(), properties().grouping().quietAfter());
	}

	/** What shipping wants to know; its index bears the name of the service. */
	OpenSearchShipping.Settings shipping(ConfiguredCluster cluster) {
		OpenSearchProperties opensearch = properties().opensearch();
		OpenSearchProperties.Bulk bulk = opensearch.bulk();
		String stream = opensearch.dataStream();
		return new OpenSearchShipping.Settings(cluster.uris(), (stream != null) ? stream : index(opensearch.index()),
				stream != null, createsTemplate(), bulk.maxEvents(), bulk.maxSize().toBytes(), bulk.linger(),
				new EventBuffer.Settings(opensearch.buffer().capacity(), opensearch.buffer().maxSize().toBytes()),
				properties().startup().holdMax(), properties().shutdown().timeout(), properties().health().window());
	}

	private boolean createsTemplate() {
		return properties().opensearch().template() == OpenSearchProperties.Template.CREATE && !properties().dryRun();
	}

	private String index(@Nullable String configured) {
		return (configured != null) ? configured
				: "logs-" + OpenSearchShipping.indexNameOf(this.settings.identity().known().name()) + "-{yyyy.MM.dd}";
	}

	HttpTransport.Settings clusterTransport(ConfiguredCluster cluster, @Nullable SSLContext sslContext) {
		OpenSearchProperties.Http http = properties().opensearch().http();
		InetSocketAddress proxy = cluster.proxy();
		return new HttpTransport.Settings(http.connectTimeout(), http.responseTimeout(), http.connectionMaxAge(),
				(proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null, sslContext, null,
				MAX_CLUSTER_ANSWER_BYTES, "slack-logging-opensearch-http",
				SlackLoggingProperties.PREFIX + ".opensearch.http");
	}

	BreakerGate.Settings gate() {
		return new BreakerGate.Settings(properties().retry().initialBackoff(), properties().retry().maxBackoff(),
				properties().retry().jitter(), properties().circuitBreaker().failures(),
				properties().circuitBreaker().openFor());
	}

}
