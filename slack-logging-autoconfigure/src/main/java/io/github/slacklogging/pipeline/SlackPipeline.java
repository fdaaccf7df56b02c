package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.slacklogging.worker.WakeUp;
import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.worker.WorkerLife;
import io.github.slacklogging.worker.WorkerThread;
import io.github.slacklogging.worker.Intake;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.JobEvents;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.Mention;
import io.github.slacklogging.MessageCustomizer;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.Trail;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.job.JobExpectations;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.relay.Relay;
import org.jspecify.annotations.Nullable;

/**
 * From a snapshot of a log call to an acknowledged Slack message. Owns the one worker
 * thread and its watchdog (both daemons). Thread-safe; nothing blocks but
 * {@link #close()}, which waits for the drain.
 *
 * <p>
 * Events are held until {@link #decorate} tells the application's own parts, at most
 * {@code holdMax}; after that they leave without their context (MDC and key-values).
 *
 * <p>
 * Longer than a class of ours should be: the records that describe its parts belong to
 * this door.
 */
public final class SlackPipeline implements PipelineView, AutoCloseable {

	/** How long {@link #close()} waits beyond the drain's own budget. */
	private static final Duration GRACE = WorkerLife.GRACE.plusMillis(100);

	private static final WorkerThread.Names THREADS = new WorkerThread.Names("slack-logging-worker",
			"slack-logging-watchdog");

	private final Parts parts;

	private final Settings settings;

	private final ListenerChain listeners;

	private final Telling telling;

	private final TroubleLog trouble;

	private final WakeUp wakeUp = new WakeUp();

	private final Mailbox mailbox = new Mailbox(this.wakeUp);

	private final Intake intake;

	private final WorkerLife life;

	private final OrderDesk desk = new OrderDesk(this.mailbox);

	private final Orders orders;

	private final JobKeeping jobs;

	private final JobSuccesses successes;

	private final Supplier<Tick> clock;

	private final PipelineWorker worker;

	private final WorkerThread thread;

	public SlackPipeline(Settings settings, Parts parts, ListenerChain listeners, Supplier<Tick> clock,
			TroubleLog trouble) {
		this(settings, parts, listeners, clock, new Voices(trouble, Trail.NONE));
	}

	public SlackPipeline(Settings settings, Parts parts, ListenerChain listeners, Supplier<Tick> clock, Voices voices) {
		TroubleLog trouble = voices.trouble();
		this.trouble = trouble;
		this.settings = settings;
		this.parts = parts;
		this.listeners = listeners;
		this.clock = clock;
		Books books = new Books();
		ListenerChain inner = new ListenerChain(books, listeners);
		this.telling = new Telling(parts.masking(), parts.composer(), trouble);
		this.life = new WorkerLife(settings.holdMax(), clock.get());
		this.intake = new Intake(parts.buffer(), (reason, severity) -> {
			books.refused(reason);
			listeners.accepted(severity, 1);
			listeners.dropped(reason, severity, 1);
		}, this.wakeUp);
		GroupSpool spool = (parts.spool() != null) ? parts.spool() : new NoSpool();
		Wire.Exchange exchange = new Wire.Exchange(parts.relay(), parts.sender(), this.mailbox, inner);
		Map<String, Wire> wires = new LinkedHashMap<>();
		parts.destinations().forEach((each) -> wires.put(each.name(), new Wire(each, exchange, settings.health())));
		Story story = new Story(voices.trail(), parts.grouping(), this.telling, books);
		if (voices.trail() != Trail.NONE) {
			listeners.add(story);
		}
		Lane.Road road = new Lane.Road(this.telling, spool, books, trouble, new Mentions(parts.mentions()), story);
		Keeping.Office office = new Keeping.Office(spool, parts.grouping(), this.telling, this.mailbox);
		Map<String, Lane> lanes = new LinkedHashMap<>();
		wires.forEach((name, wire) -> lanes.put(name, new Lane(name, ways(wire, wires, parts.standIns().get(name)),
				new Stock(name, parts.grouping(), new Keeping(name, office), new IncidentKeeping(name, office), inner),
				road)));
		MuteKeeping mutes = new MuteKeeping(parts.grouping().muting(), spool, this.mailbox);
		this.jobs = new JobKeeping(parts.jobs(), spool, this.mailbox, trouble);
		this.successes = new JobSuccesses(parts.jobs().names(), this.mailbox, this.jobs::succeeded);
		this.orders = new Orders(this.desk, parts.grouping(), lanes, road,
				new Resending(spool, lanes, inner, this.mailbox));
		this.worker = new PipelineWorker(parts.buffer(),
				new PipelineWorker.Stations(this.mailbox, this.desk,
						new Restoration(spool, mutes, this.jobs, this.mailbox, inner), mutes, this.jobs,
						new Reception(parts, new ErrorPen(settings.jobErrors()), lanes, road, inner),
						List.copyOf(lanes.values()), List.copyOf(wires.values()), parts.spool()),
				new PipelineWorker.Ledger(books, trouble, this.intake), this.life, settings.maxAge());
		this.thread = new WorkerThread(THREADS, this.worker, this.wakeUp,
				() -> parts.buffer().size() > 0 || !this.mailbox.isEmpty(), clock, trouble);
	}

	private static Ways ways(Wire own, Map<String, Wire> wires, @Nullable StandIn standIn) {
		return (standIn != null) ? new Ways(own, wires.get(standIn.destination()), standIn.after())
				: new Ways(own, null, Duration.ZERO);
	}

	/** Where the appender leaves its events. */
	public EventIntake intake() {
		return this.intake;
	}

	/** Starts the worker. */
	public void start() {
		this.thread.start();
	}

	/**
	 * Uses the application's own parts from now on and ends the hold.
	 * @param decoration the application's own parts
	 */
	public void decorate(Decoration decoration) {
		this.mailbox.put((now) -> {
			this.telling.use(decoration.masking(), decoration.customizers());
			this.parts.grouping().use(decoration.fingerprinters());
			this.worker.decorate(decoration.routing());
		});
	}

	/**
	 * Tells of jobs that are overdue from now on; until then they are only waited for.
	 * @param events describes what is told, on the worker
	 */
	public void tellOfJobs(JobEvents events) {
		this.mailbox.put((now) -> this.jobs.use(events));
	}

	/**
	 * A job came to a good end: nobody needs to wait for it for a while. Never blocks.
	 * @param name of the job; one that is not expected does not matter
	 * @param at when
	 */
	public void jobSucceeded(String name, Instant at) {
		if (this.successes.isExpected(name)) {
			this.successes.tell(new JobSuccesses.Success(name, at, this.clock.get()));
		}
	}

	@Override
	public PipelineControl control() {
		return this.orders;
	}

	/** Hears what happens to events; add and remove at any time. */
	public ListenerChain listeners() {
		return this.listeners;
	}

	@Override
	public PipelineStatus status() {
		PipelineStatus status = this.worker.status();
		if (status != null) {
			String by = this.thread.heldUp();
			return (by != null) ? status.heldUp(by) : status;
		}
		return new PipelineStatus(Instant.EPOCH, this.life.state(), List.of(), 0, 0, 0, Map.of(), Map.of(), 0,
				this.parts.buffer().size(), this.parts.buffer().capacity(), this.parts.buffer().bytes(), null,
				List.of(), null);
	}

	/**
	 * Takes no more events, tells what waits within the budget and counts the rest.
	 * Blocks for the budget at most; idempotent. An interrupt of the caller is kept.
	 */
	@Override
	public void close() {
		askForEnd();
		this.thread.finish(this.settings.shutdownTimeout().plus(GRACE));
		// also where the worker never ran, or is held up for good
		this.desk.close();
		this.parts.sender().close();
		if (this.parts.spool() != null) {
			this.parts.spool().close();
		}
		if (this.parts.fallback() != null) {
			this.parts.fallback().close();
		}
		// what came too late for the worker's last line
		this.trouble.print();
	}

	/** Takes no more events; the worker ends by itself within its budget. */
	public void askForEnd() {
		this.intake.close();
		this.life.end(this.settings.shutdownTimeout());
		this.thread.endIsAsked();
		// mail keeps the worker awake: a mere wake-up may be used up by a lock it waits
		// for
		this.mailbox.put((now) -> {
		});
	}

	PipelineWorker worker() {
		return this.worker;
	}

	/**
	 * Time budgets of the pipeline itself.
	 *
	 * @param holdMax how long events are held at most
	 * @param shutdownTimeout how long the drain may take
	 * @param health beyond what a destination is ill
	 * @param maxAge how long something may wait
	 * @param jobErrors what frameworks log of jobs
	 */
	public record Settings(Duration holdMax, Duration shutdownTimeout, HealthLimits health, Duration maxAge,
			JobErrors jobErrors) {

		/** Nothing is logged of jobs. */
		public Settings(Duration holdMax, Duration shutdownTimeout, HealthLimits health, Duration maxAge) {
			this(holdMax, shutdownTimeout, health, maxAge, JobErrors.NONE);
		}

		public Settings {
			requireNotNegative(holdMax, "startup.hold-max");
			requireNotNegative(shutdownTimeout, "shutdown.timeout");
			requireNotNegative(maxAge, "spool.max-age");
		}

		private static void requireNotNegative(Duration value, String property) {
			if (value.isNegative()) {
				throw new IllegalArgumentException("slack.logging." + property + " must not be negative: " + value);
			}
		}

	}

	/**
	 * What frameworks log of the failure of a job whose report tells it as well.
	 *
	 * @param frameworks whose jobs are reported
	 * @param patience how long an error that may come before its report waits for it
	 */
	public record JobErrors(Set<JobFramework> frameworks, Duration patience) {

		/** No report tells what a framework logs. */
		public static final JobErrors NONE = new JobErrors(Set.of(), Duration.ZERO);

		public JobErrors {
			frameworks = Set.copyOf(frameworks);
		}

	}

	/**
	 * Who is told what goes on.
	 *
	 * @param trouble what goes wrong
	 * @param trail every step
	 */
	public record Voices(TroubleLog trouble, Trail trail) {

	}

	/**
	 * The stages, in the order of the journey.
	 *
	 * @param buffer between threads that log and the worker
	 * @param routing with the built-in rules
	 * @param grouping of all destinations
	 * @param masking with the built-in rules
	 * @param composer of messages
	 * @param relay of all destinations
	 * @param sender to Slack
	 * @param destinations in the order of their names
	 * @param standIns by the name of the destination that they stand in for
	 * @param spool where what waits survives, {@code null} for nowhere
	 * @param fallback takes events of undeliverable destinations, {@code null} for nobody
	 * @param mentions who is called, by name of the destination
	 * @param jobs that must succeed in time
	 */
	public record Parts(EventBuffer buffer, ChannelRouting routing, EventGrouping grouping, EventMasking masking,
			MessageComposer composer, Relay relay, SlackSender sender, List<Destination> destinations,
			Map<String, StandIn> standIns, @Nullable GroupSpool spool, @Nullable FallbackLog fallback,
			Map<String, Mention> mentions, JobExpectations jobs) {

		public Parts {
			destinations = List.copyOf(destinations);
			standIns = Map.copyOf(standIns);
			mentions = Map.copyOf(mentions);
		}

	}

	/**
	 * A destination that stands in for another one.
	 *
	 * @param destination its name
	 * @param after how long the other must have been undeliverable
	 */
	public record StandIn(String destination, Duration after) {

	}

	/**
	 * What the application's own beans change.
	 *
	 * @param routing with the application's filters and routers
	 * @param masking with the application's maskers
	 * @param fingerprinters of the application
	 * @param customizers of the application
	 */
	public record Decoration(ChannelRouting routing, EventMasking masking, List<Fingerprinter> fingerprinters,
			List<MessageCustomizer> customizers) {

		public Decoration {
			fingerprinters = List.copyOf(fingerprinters);
			customizers = List.copyOf(customizers);
		}

	}

}
