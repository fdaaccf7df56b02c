package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.LogLink;
import io.github.slacklogging.Mention;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;
import io.github.slacklogging.diagnosis.SetUpReport.Fact;
import io.github.slacklogging.pipeline.SlackPipeline.StandIn;

/**
 * The configuration in words. No secret is in them: destinations are told by name, kind
 * and the beginning of their channel.
 *
 * @param stages what each stage was told
 */
record SetUpWords(StageSettings stages) {

	/** Names of channels may say more than a log should. */
	private static final int SHOWN_OF_CHANNEL = 4;

	private SlackLoggingProperties properties() {
		return this.stages.settings().properties();
	}

	/** What everybody should know. */
	List<Fact> facts() {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("destinations",
				orNone(this.stages.settings().destinations().stream().map(this::destination).toList())));
		facts.add(new Fact("routes", routes()));
		facts.add(Fact.of("level", level()));
		facts.add(Fact.of("filter", RuleWords.of(properties().filter())));
		facts.add(Fact.of("health", RecordWords.of(properties().health())));
		facts.add(Fact.of("links", links()));
		facts.add(Fact.of("spool", spool()));
		facts.add(Fact.of("fallback", (properties().fallback().file() != null)
				? "file " + properties().fallback().file() : "no file for what cannot be delivered"));
		facts.add(Fact.of("shipping", shipping()));
		if (this.stages.settings().inboxUrl() != null) {
			// where it is has been said when it started
			facts.add(Fact.of("inbox", "stands in for Slack"));
		}
		if (properties().diagnostics()) {
			facts.add(Fact.of("diagnostics", "logger slack.logging.diagnostics tells the way of every event"));
		}
		return facts;
	}

	private static List<String> orNone(List<String> lines) {
		return lines.isEmpty() ? List.of("none: nothing goes to Slack") : lines;
	}

	private String destination(Destination destination) {
		StringBuilder words = new StringBuilder(
				destination.name() + ": " + destination.kind().name().toLowerCase(Locale.ROOT));
		String channel = destination.channel();
		if (channel != null) {
			boolean cut = channel.length() > SHOWN_OF_CHANNEL;
			words.append(" in ").append(cut ? channel.substring(0, SHOWN_OF_CHANNEL) + "…" : channel);
		}
		Mention mention = this.stages.settings().mentions().get(destination.name());
		if (mention != null) {
			words.append(", calls ")
				.append(mention.target())
				.append(" from ")
				.append(mention.level())
				.append(", not again within ")
				.append(RecordWords.value(mention.cooldown()));
		}
		StandIn standIn = this.stages.settings().standIns().get(destination.name());
		if (standIn != null) {
			words.append(", ")
				.append(standIn.destination())
				.append(" takes over after ")
				.append(RecordWords.value(standIn.after()));
		}
		return words.toString();
	}

	private List<String> routes() {
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < properties().routes().size(); i++) {
			Route route = properties().routes().get(i);
			lines.add("[" + i + "] " + RuleWords.of(route) + " → " + String.join(", ", route.to()));
		}
		boolean goesOn = this.stages.settings()
			.destinations()
			.stream()
			.anyMatch((each) -> each.name().equals(Destination.DEFAULT));
		lines.add((lines.isEmpty() ? "everything" : "the rest") + " → "
				+ (goesOn ? Destination.DEFAULT : Destination.NONE));
		return lines;
	}

	private String level() {
		CollectingProperties.Digest digest = properties().digest();
		boolean digests = digest.level().isAtLeast(properties().level());
		return "from " + properties().level() + (digests
				? ", up to " + digest.level() + " only in a summary every " + RecordWords.value(digest.every()) : "");
	}

	private String links() {
		LinkProperties link = properties().link();
		if (link.type() != null) {
			return "to " + link.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
		}
		return (link.template() != null) ? "by slack.logging.link.template" : "none: set slack.logging.link.type";
	}

	private String spool() {
		if (!this.stages.isSpooling()) {
			return "off: what waits is lost with the process";
		}
		SpoolPlace place = this.stages.spoolPlace();
		return place.directory()
				+ (place.temporary() ? ", survives a crash of the process" : ", survives a crash and a restart");
	}

	private String shipping() {
		ConfiguredCluster cluster = this.stages.settings().cluster();
		if (cluster == null) {
			return "off: set slack.logging.opensearch.uris";
		}
		return "OpenSearch at " + cluster.uris().size() + ((cluster.uris().size() == 1) ? " address" : " addresses")
				+ ", from " + properties().opensearch().level() + ", to " + this.stages.shipping(cluster).index()
				+ (properties().dryRun() ? "; nothing is shipped either" : "");
	}

	/** What those want to know who ask. */
	List<Fact> details(ContributedBeans beans) {
		List<Fact> details = new ArrayList<>();
		details.add(Fact.of("batch", RecordWords.of(properties().batch())));
		details.add(Fact.of("grouping", RecordWords.of(properties().grouping())));
		details.add(Fact.of("buffer", RecordWords.of(properties().buffer())));
		details.add(Fact.of("rate limit", RecordWords.of(properties().rateLimit())));
		details.add(Fact.of("retry", RecordWords.of(properties().retry())));
		details.add(Fact.of("circuit breaker", RecordWords.of(properties().circuitBreaker())));
		details.add(Fact.of("spool", RecordWords.of(properties().spool())));
		details.add(Fact.of("end", RecordWords.of(properties().shutdown())));
		details.add(new Fact("beans", own(beans)));
		return details;
	}

	private static List<String> own(ContributedBeans beans) {
		List<Class<?>> ports = List.of(EventFilter.class, EventMasker.class, ChannelRouter.class, Fingerprinter.class,
				MessageCustomizer.class, LogLink.class, PipelineListener.class, SlackCredentials.class);
		List<String> lines = new ArrayList<>();
		for (Class<?> port : ports) {
			List<?> all = beans.all(port);
			if (!all.isEmpty()) {
				lines.add(port.getSimpleName() + ": "
						+ all.stream().map((bean) -> bean.getClass().getName()).collect(Collectors.joining(", ")));
			}
		}
		return lines.isEmpty() ? List.of("none of the application") : lines;
	}

}
