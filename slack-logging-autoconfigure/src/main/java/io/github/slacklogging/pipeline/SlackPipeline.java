package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.channel.ChannelRouting;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.message.MessageComposer;
import io.github.slacklogging.relay.Relay;

/**
 * From a snapshot of a log call to an acknowledged Slack message. Owns the one worker
 * thread (a daemon). Thread-safe; nothing blocks but {@link #close()}, which waits for
 * the drain.
 *
 * <p>
 * Events are held until {@link #decorate} tells the application's own parts, at most
 * {@code holdMax}; after that they leave without their context (MDC and key-values).
 */
public final class SlackPipeline implements PipelineView, AutoCloseable {

	/** How long {@link #close()} waits beyond the drain's own budget. */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final Parts parts;

	private final Settings settings;

	private final ListenerChain listeners;

	private final Telling telling;

	private final WakeUp wakeUp = new WakeUp();

	private final Mailbox mailbox = new Mailbox(this.wakeUp);

	private final Intake intake;

	private final PipelineLife life;

	private final PipelineWorker worker;

	private final WorkerThread thread;

	public SlackPipeline(Settings settings, Parts parts, ListenerChain listeners, Supplier<Tick> clock,
			TroubleLog trouble) {
		this.settings = settings;
		this.parts = parts;
		this.listeners = listeners;
		Books books = new Books();
		ListenerChain inner = new ListenerChain(books, listeners);
		this.telling = new Telling(parts.masking(), parts.composer());
		this.life = new PipelineLife(settings.holdMax(), clock.get());
		this.intake = new Intake(parts.buffer(), books, listeners, this.wakeUp);
		Lane.Road road = new Lane.Road(parts.grouping(), this.telling, parts.relay(), parts.sender(), inner, trouble);
		List<Lane> lanes = parts.destinations()
			.stream()
			.map((destination) -> new Lane(destination, road, this.mailbox, settings.window()))
			.toList();
		this.worker = new PipelineWorker(parts, lanes, this.mailbox,
				new PipelineWorker.Ledger(books, inner, trouble, this.intake), this.life);
		this.thread = new WorkerThread(this.worker, this.wakeUp,
				() -> parts.buffer().size() > 0 || !this.mailbox.isEmpty(), clock, trouble);
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
			this.telling.use(decoration.masking());
			this.parts.grouping().use(decoration.fingerprinters());
			this.worker.decorate(decoration.routing());
		});
	}

	/** Hears what happens to events; add and remove at any time. */
	public ListenerChain listeners() {
		return this.listeners;
	}

	@Override
	public PipelineStatus status() {
		PipelineStatus status = this.worker.status();
		return (status != null) ? status
				: new PipelineStatus(Instant.EPOCH, this.life.state(), List.of(), 0, 0, Map.of(), Map.of(), 0,
						this.parts.buffer().size(), this.parts.buffer().capacity(), this.parts.buffer().bytes());
	}

	/**
	 * Takes no more events, tells what waits within the budget and counts the rest.
	 * Blocks for the budget at most; idempotent. An interrupt of the caller is kept.
	 */
	@Override
	public void close() {
		this.intake.close();
		this.life.end(this.settings.shutdownTimeout());
		// mail keeps the worker awake: a mere wake-up may be used up by a lock it waits
		// for
		this.mailbox.put((now) -> {
		});
		this.thread.finish(this.settings.shutdownTimeout().plus(GRACE));
		this.parts.sender().close();
	}

	PipelineWorker worker() {
		return this.worker;
	}

	/**
	 * Time budgets of the pipeline itself.
	 *
	 * @param holdMax how long events are held at most
	 * @param shutdownTimeout how long the drain may take
	 * @param window how far back success rate and latency look
	 */
	public record Settings(Duration holdMax, Duration shutdownTimeout, Duration window) {

		public Settings {
			requireNotNegative(holdMax, "startup.hold-max");
			requireNotNegative(shutdownTimeout, "shutdown.timeout");
			requireNotNegative(window, "health.window");
		}

		private static void requireNotNegative(Duration value, String property) {
			if (value.isNegative()) {
				throw new IllegalArgumentException("slack.logging." + property + " must not be negative: " + value);
			}
		}

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
	 */
	public record Parts(EventBuffer buffer, ChannelRouting routing, EventGrouping grouping, EventMasking masking,
			MessageComposer composer, Relay relay, SlackSender sender, List<Destination> destinations) {

		public Parts {
			destinations = List.copyOf(destinations);
		}

	}

	/**
	 * What the application's own beans change.
	 *
	 * @param routing with the application's filters and routers
	 * @param masking with the application's maskers
	 * @param fingerprinters of the application
	 */
	public record Decoration(ChannelRouting routing, EventMasking masking, List<Fingerprinter> fingerprinters) {

		public Decoration {
			fingerprinters = List.copyOf(fingerprinters);
		}

	}

}
