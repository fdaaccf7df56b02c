package io.github.slacklogging.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.slacklogging.AttemptGate;
import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.transport.HttpTransport;
import io.github.slacklogging.worker.Intake;
import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.worker.WakeUp;
import io.github.slacklogging.worker.WorkerLife;
import io.github.slacklogging.worker.WorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Ships events to OpenSearch in bulk. Owns one worker thread and its watchdog (both
 * daemons). Thread-safe; nothing blocks but {@link #close()}, which waits for the drain.
 *
 * <p>
 * Events are held until {@link #decorate} tells the application's own parts, at most
 * {@code holdMax}; after that they leave without their context (MDC and key-values). A
 * full buffer turns the newest event away, severities below ERROR first. What waits when
 * the process dies is lost; what waits at an orderly end goes to the fallback file, where
 * there is one, and is counted.
 *
 * <p>
 * Longer than a class of ours should be: the records that describe its parts belong to
 * this door.
 */
public final class OpenSearchShipping implements LogShipping {

	private static final WorkerThread.Names THREADS = new WorkerThread.Names("slack-logging-opensearch",
			"slack-logging-opensearch-watchdog");

	/** How long {@link #close()} waits beyond the drain's own budget. */
	private static final Duration GRACE = WorkerLife.GRACE.plusMillis(100);

	private final Settings settings;

	private final Mailbox mailbox;

	private final Intake intake;

	private final WorkerLife life;

	private final DocumentMaking making;

	private final Cluster cluster;

	private final ShippingWorker worker;

	private final WorkerThread thread;

	private final TroubleLog trouble;

	public OpenSearchShipping(Settings settings, Parts parts, Supplier<Tick> clock) {
		this(settings, parts, new LateCluster(settings.uris(), parts.transport(), parts.authorization(), clock), clock);
	}

	OpenSearchShipping(Settings settings, Parts parts, Cluster cluster, Supplier<Tick> clock) {
		this.settings = settings;
		this.cluster = cluster;
		WakeUp wakeUp = new WakeUp();
		this.mailbox = new Mailbox(wakeUp);
		EventBuffer buffer = new EventBuffer(settings.buffer());
		ShippingBooks books = new ShippingBooks(parts.listener());
		this.intake = new Intake(buffer, books::refused, wakeUp);
		this.life = new WorkerLife(settings.holdMax(), clock.get());
		IndexNames names = settings.names();
		this.making = new DocumentMaking(parts.decoration(), new DocumentWriter(names, parts.identity()));
		this.worker = new ShippingWorker(settings,
				new ShippingWorker.Stations(buffer, this.mailbox, this.making, cluster, parts.gate(),
						new TemplateSetup(settings.createTemplate() ? new IndexTemplate(names) : null),
						parts.fallback()),
				new ShippingWorker.Ledger(books, parts.listener(), parts.trouble(), this.intake), this.life);
		this.thread = new WorkerThread(THREADS, this.worker, wakeUp, () -> buffer.size() > 0 || !this.mailbox.isEmpty(),
				clock, parts.trouble());
		this.trouble = parts.trouble();
	}

	@Override
	public EventIntake intake() {
		return this.intake;
	}

	@Override
	public void start() {
		this.thread.start();
	}

	/**
	 * Uses the application's own parts from now on and ends the hold.
	 * @param decoration with the application's own parts
	 */
	public void decorate(Decoration decoration) {
		this.mailbox.put((now) -> this.making.decorate(decoration));
	}

	@Override
	public ShippingStatus status() {
		String by = this.thread.heldUp();
		ShippingStatus status = this.worker.status();
		return (by != null) ? status.heldUp(by) : status;
	}

	@Override
	public void askForEnd() {
		this.intake.close();
		this.life.end(this.settings.shutdownTimeout());
		this.thread.endIsAsked();
		// mail keeps the worker awake: a mere wake-up may be used up by a lock it waits
		// for
		this.mailbox.put((now) -> {
		});
	}

	@Override
	public void close() {
		askForEnd();
		this.thread.finish(this.settings.shutdownTimeout().plus(GRACE));
		this.cluster.close();
		this.trouble.print();
	}

	ShippingWorker worker() {
		return this.worker;
	}

	/**
	 * What a name of an index must not be.
	 * @param pattern index name with date patterns in braces
	 * @return what is wrong with it, in words that follow the name of a property;
	 * {@code null} where nothing is
	 */
	public static @Nullable String objectionTo(String pattern) {
		return IndexNames.objection(pattern).orElse(null);
	}

	/**
	 * What a name of a data stream must not be.
	 * @param name of a data stream
	 * @return what is wrong with it, in words that follow the name of a property;
	 * {@code null} where nothing is
	 */
	public static @Nullable String objectionToDataStream(String name) {
		return IndexNames.objectionToDataStream(name).orElse(null);
	}

	/**
	 * The name of a service as it may stand in the name of an index.
	 * @param service any name
	 */
	public static String indexNameOf(String service) {
		return IndexNames.nameOf(service);
	}

	/**
	 * Where to, and how much at once.
	 *
	 * @param uris addresses of one cluster, at least one
	 * @param index name of the index with date patterns in braces; or of the data stream
	 * @param dataStream whether it is a data stream
	 * @param createTemplate whether an index template is to be there first
	 * @param maxEvents most events in a request
	 * @param maxBytes most bytes in a request, before compression; a larger document goes
	 * alone
	 * @param linger how long an event waits for others
	 * @param buffer between threads that log and the worker
	 * @param holdMax how long events are held at most
	 * @param shutdownTimeout how long the drain may take
	 * @param window how far back the success rate looks
	 */
	public record Settings(List<URI> uris, String index, boolean dataStream, boolean createTemplate, int maxEvents,
			long maxBytes, Duration linger, EventBuffer.Settings buffer, Duration holdMax, Duration shutdownTimeout,
			Duration window) {

		public Settings {
			uris = List.copyOf(uris);
			if (uris.isEmpty()) {
				throw new IllegalArgumentException("slack.logging.opensearch.uris must not be empty");
			}
			if (maxEvents < 1) {
				throw new IllegalArgumentException("slack.logging.opensearch.bulk.max-events must be at least 1");
			}
			if (maxBytes < 1) {
				throw new IllegalArgumentException("slack.logging.opensearch.bulk.max-size must be at least 1 byte");
			}
			if (linger.isNegative()) {
				throw new IllegalArgumentException("slack.logging.opensearch.bulk.linger must not be negative");
			}
		}

		IndexNames names() {
			return this.dataStream ? IndexNames.dataStream(this.index) : IndexNames.index(this.index);
		}

	}

	/**
	 * What it works with.
	 *
	 * @param decoration with the built-in rules
	 * @param identity who speaks
	 * @param transport how to reach the cluster; throws as long as that is not known yet
	 * @param authorization by what it proves who asks
	 * @param gate whether another attempt may start
	 * @param fallback takes what is never indexed, {@code null} for nobody
	 * @param listener told of what happens
	 * @param trouble told of what fails
	 */
	public record Parts(Decoration decoration, Supplier<ServiceIdentity> identity,
			Supplier<HttpTransport.Settings> transport, AuthorizationSource authorization, AttemptGate gate,
			@Nullable FallbackLog fallback, ShippingListener listener, TroubleLog trouble) {

	}

	/**
	 * What the application's own beans change. Asked on the worker's thread.
	 *
	 * @param masking removes what must not leave memory
	 * @param fingerprints says what an event is; each is asked about once, in order
	 */
	public record Decoration(Function<LogEvent, MaskedEvent> masking,
			BiFunction<LogEvent, Tick, Fingerprint> fingerprints) {

	}

}
