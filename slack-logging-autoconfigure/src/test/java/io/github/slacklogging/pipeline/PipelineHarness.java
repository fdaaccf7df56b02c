package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Mention;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.RecordingSlackSender;
import io.github.slacklogging.testing.RecordingTrail;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All stages joined, without a thread and without a network: the test moves the clock and
 * runs the worker. After every round the books must balance.
 */
final class PipelineHarness {

	private static final Duration LINGER = Duration.ofSeconds(1);

	final ManualClock clock = new ManualClock();

	final RecordingSlackSender sender = new RecordingSlackSender();

	final List<String> stderr = new ArrayList<>();

	final RecordingTrail trail = new RecordingTrail();

	/** No message can be made while this is set. */
	boolean cannotCompose;

	final SlackPipeline pipeline;

	private final PipelineWorker worker;

	private final List<ChannelRouting.Route> routes;

	private final Set<String> names;

	private final List<String> jobsTo;

	PipelineHarness() {
		this(List.of("default"), List.of());
	}

	PipelineHarness(List<String> destinations, List<ChannelRouting.Route> routes) {
		this(destinations, routes, new EventBuffer.Settings(1_000, 1_000_000));
	}

	PipelineHarness(List<String> destinations, List<ChannelRouting.Route> routes, EventBuffer.Settings buffer) {
		this(destinations, routes, buffer, new Extras(Map.of(), null, null));
	}

	/** Bots and room for a storm. */
	PipelineHarness(List<String> destinations, List<ChannelRouting.Route> routes, EventBuffer.Settings buffer,
			Set<String> bots) {
		this(destinations, routes, buffer, new Extras(Map.of(), null, null, bots, Map.of(), "1.8.2"));
	}

	/** Something waits on disk. */
	PipelineHarness(GroupSpool spool) {
		this(List.of("default"), List.of(), new Extras(Map.of(), spool, null));
	}

	PipelineHarness(List<String> destinations, List<ChannelRouting.Route> routes, Extras extras) {
		this(destinations, routes, new EventBuffer.Settings(1_000, 1_000_000), extras);
	}

	private PipelineHarness(List<String> destinations, List<ChannelRouting.Route> routes, EventBuffer.Settings buffer,
			Extras extras) {
		this.routes = routes;
		this.names = Set.copyOf(destinations);
		this.jobsTo = extras.jobsTo();
		List<Destination> all = destinations.stream().map((name) -> destination(name, extras)).toList();
		TroubleLog trouble = new TroubleLog(this.stderr::add, this.clock);
		ListenerChain listeners = new ListenerChain();
		SlackPipeline.Parts parts = new SlackPipeline.Parts(new EventBuffer(buffer), routing(),
				new EventGrouping(grouping(), List.of(), all, () -> extras.version(), this.clock.get()),
				masking(List.of(), listeners), composer(), new Relay(relay(), all, (name) -> false, new Random(7)),
				this.sender, all, extras.standIns(), extras.spool(), extras.fallback(), extras.mentions(),
				new JobExpectations(extras.expectations(), this.clock.get()));
		this.pipeline = new SlackPipeline(
				new SlackPipeline.Settings(Duration.ofSeconds(10), Duration.ofSeconds(5), HealthLimits.DEFAULTS,
						Duration.ofDays(7), new SlackPipeline.JobErrors(Set.of(JobFramework.values()), LINGER)),
				parts, listeners, this.clock, new SlackPipeline.Voices(trouble, this.trail));
		this.pipeline.tellOfJobs(PipelineHarness::reported);
		this.worker = this.pipeline.worker();
	}

	/** As the appender describes it. */
	private static LogEvent reported(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		LogEvent event = EventFixture.event().withSeverity(report.outcome().severity()).build();
		return new LogEvent(event.runId(), event.sequence(), event.timestamp(), event.severity(), report.loggerName(),
				"slack-logging-worker", report.template(), report.message(), 0, Map.of(), details, List.of("JOB"), null,
				null, report);
	}

	private static Destination destination(String name, Extras extras) {
		return extras.bots().contains(name) ? new Destination(name, Destination.Kind.BOT, "#" + name, name, "bot")
				: new Destination(name, Destination.Kind.WEBHOOK, null, name);
	}

	/** A bot's destination, and where its incidents are kept. */
	static PipelineHarness bot(@Nullable GroupSpool spool) {
		return new PipelineHarness(List.of("default"), List.of(), Extras.bot(spool));
	}

	private ChannelRouting routing() {
		return new ChannelRouting(
				new ChannelRouting.Settings(new ChannelRouting.FilterSettings(List.of(), List.of(), List.of(),
						List.of(), List.of("NO_SLACK"), List.of()), this.routes, this.names, this.jobsTo),
				List.of(), List.of(), (text) -> {
				});
	}

	private static EventMasking masking(List<EventMasker> own, ListenerChain listeners) {
		return new EventMasking(EventMasking.Settings.defaults(), own, listeners);
	}

	private static EventGrouping.Settings grouping() {
		return new EventGrouping.Settings(true, List.of("orders-api", "test"), List.of(), 1_000, LINGER, 100, 5,
				Severity.WARN, Duration.ofMinutes(5), EventGrouping.Incidents.DEFAULTS);
	}

	private MessageComposer composer() {
		return new MessageComposer(MessageComposer.Settings.defaults(), () -> {
			if (this.cannotCompose) {
				throw new OutOfMemoryError("as if");
			}
			return new ServiceIdentity("orders-api", "1.8.2", null, "test", "host-1", null);
		});
	}

	private static Relay.Settings relay() {
		return new Relay.Settings(1, 1, Duration.ofSeconds(1), Duration.ofMinutes(1), 0, 0, 5, Duration.ofSeconds(30));
	}

	/** The application's beans are known: nothing is held any more. */
	PipelineHarness decorated(EventMasker... maskers) {
		return decorated(List.of(maskers), List.of());
	}

	/** The same, and the application adds to messages. */
	PipelineHarness decorated(List<EventMasker> maskers, List<MessageCustomizer> customizers) {
		this.pipeline.decorate(new SlackPipeline.Decoration(routing(), masking(maskers, this.pipeline.listeners()),
				List.of(), customizers));
		run();
		return this;
	}

	void log(LogEvent event) {
		if (this.pipeline.intake().admits(event.severity())) {
			this.pipeline.intake().offer(event);
		}
	}

	void log(EventFixture event) {
		log(event.build());
	}

	/** As many rounds now as the worker asks for. */
	long run() {
		long next;
		int rounds = 0;
		do {
			assertThat(rounds++).as("rounds without rest").isLessThan(1_000);
			next = this.worker.runOnce(this.clock.get());
			assertThat(status().balances()).as("the books: %s", status()).isTrue();
		}
		while (next == 0);
		return next;
	}

	/** Lets time pass in small steps, as the worker would. */
	void pass(Duration duration) {
		Tick end = this.clock.get().plus(duration);
		while (!this.clock.get().isAtOrAfter(end.nanos())) {
			this.clock.advance(Duration.ofMillis(100));
			run();
		}
	}

	PipelineStatus status() {
		return this.pipeline.status();
	}

	DestinationStatus status(String destination) {
		return status().destinations()
			.stream()
			.filter((candidate) -> candidate.name().equals(destination))
			.findFirst()
			.orElseThrow();
	}

	List<String> texts(String destination) {
		return this.sender.sent()
			.stream()
			.filter((sent) -> sent.destination().equals(destination))
			.map((sent) -> sent.message().text())
			.collect(Collectors.toList());
	}

	/** What an outage needs. */
	record Extras(Map<String, SlackPipeline.StandIn> standIns, @Nullable GroupSpool spool,
			@Nullable FallbackLog fallback, Set<String> bots, Map<String, Mention> mentions, String version,
			List<String> jobsTo, JobExpectations.Settings expectations) {

		Extras(Map<String, SlackPipeline.StandIn> standIns, @Nullable GroupSpool spool, @Nullable FallbackLog fallback,
				Set<String> bots, Map<String, Mention> mentions, String version) {
			this(standIns, spool, fallback, bots, mentions, version, List.of(), JobExpectations.Settings.NONE);
		}

		Extras(Map<String, SlackPipeline.StandIn> standIns, @Nullable GroupSpool spool,
				@Nullable FallbackLog fallback) {
			this(standIns, spool, fallback, Set.of(), Map.of(), "1.8.2");
		}

		static Extras bot(@Nullable GroupSpool spool) {
			return new Extras(Map.of(), spool, null, Set.of("default"), Map.of(), "1.8.2");
		}

		Extras mentioning(Mention mention) {
			return new Extras(this.standIns, this.spool, this.fallback, this.bots, Map.of("default", mention),
					this.version, this.jobsTo, this.expectations);
		}

		Extras version(String version) {
			return new Extras(this.standIns, this.spool, this.fallback, this.bots, this.mentions, version, this.jobsTo,
					this.expectations);
		}

		Extras jobsTo(String... names) {
			return new Extras(this.standIns, this.spool, this.fallback, this.bots, this.mentions, this.version,
					List.of(names), this.expectations);
		}

		Extras expecting(JobExpectations.Settings expectations) {
			return new Extras(this.standIns, this.spool, this.fallback, this.bots, this.mentions, this.version,
					this.jobsTo, expectations);
		}

	}

}
