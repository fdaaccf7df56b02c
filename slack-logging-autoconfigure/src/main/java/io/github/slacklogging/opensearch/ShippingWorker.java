package io.github.slacklogging.opensearch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.slacklogging.AttemptGate;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.worker.Intake;
import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.worker.Round;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.worker.WorkerLife;
import org.jspecify.annotations.Nullable;

/**
 * The whole algorithm: {@link #runOnce(Tick)} reads the mail, makes documents of what is
 * in the buffer, as many as one request takes, and sends them when they are many or have
 * waited long enough. One request is on its way, two where there is enough for both; the
 * documents of the next one are made meanwhile. Used by one thread; never blocks,
 * survives any {@link Throwable}.
 *
 * <p>
 * Longer than a class of ours should be: the round, its end and what it publishes are to
 * be read in one place.
 */
final class ShippingWorker implements Round {

	/** Of HTTP: too many requests, or too much memory for this one. */
	private static final int TOO_MANY = 429;

	/**
	 * An error is looked for as soon as it is told: its document is to be there by then.
	 */
	private static final Duration ERROR_LINGER = Duration.ofMillis(200);

	/** While the cluster works on one, another one is on its way to it. */
	private static final int MAX_FLIGHTS = 2;

	/** Every request has a deadline; one that has none is lost with its thread. */
	private static final Duration MAX_FLIGHT = Duration.ofMinutes(5);

	private final OpenSearchShipping.Settings settings;

	private final Stations stations;

	private final ShippingBooks books;

	private final ShippingListener listener;

	private final TroubleLog trouble;

	private final Intake intake;

	private final WorkerLife life;

	private final WaitingDocuments waiting = new WaitingDocuments();

	private final RequestSize size;

	private final DeliveryNotes notes;

	private final Map<DropReason, Long> reportedDrops = new EnumMap<>(DropReason.class);

	private final List<Flight> flights = new ArrayList<>(MAX_FLIGHTS);

	private volatile ShippingStatus status;

	ShippingWorker(OpenSearchShipping.Settings settings, Stations stations, Ledger ledger, WorkerLife life) {
		this.settings = settings;
		this.stations = stations;
		this.books = ledger.books();
		this.listener = ledger.listener();
		this.trouble = ledger.trouble();
		this.intake = ledger.intake();
		this.life = life;
		this.size = new RequestSize(settings.maxEvents(), settings.maxBytes());
		this.notes = new DeliveryNotes(settings.window());
		EventBuffer buffer = stations.buffer();
		this.status = new ShippingStatus(Instant.EPOCH, life.state(), 0, 0, Map.of(), 0, buffer.size(),
				buffer.capacity(), buffer.bytes(), ShippingStatus.Delivery.NONE, null);
	}

	/**
	 * Where the worker comes by in each round.
	 *
	 * @param buffer events of threads that log
	 * @param mailbox answers and commands
	 * @param making of documents
	 * @param cluster takes them
	 * @param gate whether another attempt may start
	 * @param template what must be there first
	 * @param fallback takes what is never indexed, {@code null} for nobody
	 */
	record Stations(EventBuffer buffer, Mailbox mailbox, DocumentMaking making, Cluster cluster, AttemptGate gate,
			TemplateSetup template, @Nullable FallbackLog fallback) {

	}

	/** Everything that counts and tells. */
	record Ledger(ShippingBooks books, ShippingListener listener, TroubleLog trouble, Intake intake) {

	}

	/**
	 * A request on its way.
	 *
	 * @param batch its documents, none where it asks for the template
	 * @param since when it began
	 */
	private record Flight(List<PendingDocument> batch, Tick since) {

	}

	@Override
	public long runOnce(Tick now) {
		this.stations.mailbox().deliver(now);
		PipelineState state = this.life.advance(this.stations.making().isDecorated(), now);
		if (state == PipelineState.NEW) {
			publish(state, now);
			return this.life.nanosToRelease(now);
		}
		giveUpOverdue(now);
		takeEvents(now);
		boolean ending = state == PipelineState.DRAINING;
		if (ending && isOver(now)) {
			finish(now);
			return DONE;
		}
		if (ending && this.life.nanosForTelling(now) == 0) {
			// its answer may still come in time, but no other request will go: until then
			// there is time to write the rest down
			giveUpWaiting();
		}
		send(ending, now);
		reportDrops();
		publish(state, now);
		return this.stations.mailbox().isEmpty() ? nanosToNext(ending, now) : 0;
	}

	/** No more than fits into one request: the rest waits in the buffer. */
	private void takeEvents(Tick now) {
		int taken = 1;
		// one by one: a single document may fill a request
		while (taken > 0 && this.stations.template().isSettled() && !isFull()) {
			taken = this.stations.buffer().drain(1, (event) -> accept(event, now));
		}
	}

	private boolean isFull() {
		return this.waiting.size() >= this.size.maxEvents() || this.waiting.bytes() >= this.size.maxBytes();
	}

	private void accept(LogEvent event, Tick now) {
		this.books.accepted(event.severity());
		try {
			boolean asText = this.stations.template().areFreeFieldsText();
			this.waiting.add(this.stations.making().make(event, asText, now), linger(event.severity()), now);
		}
		catch (Throwable ex) {
			this.books.dropped(DropReason.FAILED, event.severity());
			this.trouble.accept("shipping an event failed: " + ex.getClass().getName());
		}
	}

	private Duration linger(Severity severity) {
		Duration linger = this.settings.linger();
		return (severity.isAtLeast(Severity.ERROR) && linger.compareTo(ERROR_LINGER) > 0) ? ERROR_LINGER : linger;
	}

	private void send(boolean ending, Tick now) {
		if (!mayFly(ending)) {
			return;
		}
		ClusterRequest first = this.flights.isEmpty() ? this.stations.template().request(now) : null;
		if (first != null) {
			if (this.stations.gate().tryStart(now)) {
				fly(List.of(), () -> first, now);
			}
		}
		else if (nanosToDue(ending, now) == 0 && this.stations.gate().tryStart(now)) {
			List<PendingDocument> batch = this.waiting.take(this.size.maxEvents(), this.size.maxBytes());
			fly(batch, () -> ClusterRequest.bulk(body(batch)), now);
		}
	}

	/** A second request is worth its while only where there is enough for it. */
	private boolean mayFly(boolean ending) {
		if (this.flights.isEmpty()) {
			return isAnythingThere();
		}
		return this.flights.size() < MAX_FLIGHTS && this.stations.template().isSettled() && this.waiting.size() > 0
				&& (ending || isFull());
	}

	private boolean mayTake() {
		return this.stations.template().isSettled() && !isFull() && this.stations.buffer().size() > 0;
	}

	private boolean isAnythingThere() {
		return this.waiting.size() > 0 || this.stations.buffer().size() > 0;
	}

	/** How long until what waits is many enough or has waited long enough. */
	private long nanosToDue(boolean ending, Tick now) {
		boolean due = this.waiting.size() > 0 && (ending || isFull());
		return due ? 0 : this.waiting.nanosToDue(now);
	}

	private static byte[] body(List<PendingDocument> batch) {
		byte[] body = new byte[batch.stream().mapToInt(PendingDocument::bytes).sum()];
		int end = 0;
		for (PendingDocument document : batch) {
			System.arraycopy(document.document().lines(), 0, body, end, document.bytes());
			end += document.bytes();
		}
		return body;
	}

	private void fly(List<PendingDocument> batch, Supplier<ClusterRequest> request, Tick now) {
		Flight started = new Flight(batch, now);
		this.flights.add(started);
		try {
			this.stations.cluster()
				.send(request.get())
				.whenComplete(
						(answer, never) -> this.stations.mailbox().put((later) -> landed(started, answer, later)));
		}
		catch (Throwable ex) {
			// no memory for the request, say: its documents must not go with it
			landed(started, new ClusterAnswer.Unclear("failed", ex.getClass().getName()), now);
		}
	}

	private void giveUpOverdue(Tick now) {
		for (Flight started : List.copyOf(this.flights)) {
			if (now.since(started.since()).compareTo(MAX_FLIGHT) > 0) {
				landed(started, new ClusterAnswer.Unclear("lost", "no answer at all"), now);
			}
		}
	}

	private void landed(Flight landed, ClusterAnswer answer, Tick now) {
		if (!this.flights.remove(landed)) {
			return;
		}
		Duration exchange = now.since(landed.since());
		this.listener.requestCompleted(answer.tag(), exchange);
		if (landed.batch().isEmpty()) {
			react(this.stations.template().answered(answer, now), exchange, now);
			return;
		}
		BulkVerdict verdict = judge(landed.batch(), answer);
		settle(verdict, now);
		if (verdict.next() instanceof BulkVerdict.Next.Smaller smaller) {
			this.size.shrink(landed.batch(), smaller.forGood());
		}
		else if (mayBeTooMuch(answer)) {
			this.size.shrink(landed.batch(), false);
		}
		react(verdict.next(), exchange, now);
	}

	/** Who refuses what is too long may do it by hanging up, or for want of memory. */
	private static boolean mayBeTooMuch(ClusterAnswer answer) {
		return answer instanceof ClusterAnswer.Unclear
				|| (answer instanceof ClusterAnswer.Answered answered && answered.status() == TOO_MANY);
	}

	private static BulkVerdict judge(List<PendingDocument> batch, ClusterAnswer answer) {
		try {
			return BulkVerdict.of(batch, answer);
		}
		catch (Throwable ex) {
			// no memory for the answer, say
			return BulkVerdict.of(batch, new ClusterAnswer.Unclear("failed", ex.getClass().getName()));
		}
	}

	private void settle(BulkVerdict verdict, Tick now) {
		this.waiting.putBack(verdict.again());
		verdict.indexed().forEach((document) -> this.books.indexed(document.document().severity()));
		if (!verdict.indexed().isEmpty()) {
			this.notes.indexed(now);
			this.size.grow();
			// it gets on: what it does not take now need not wait ever longer
			this.stations.gate().answered(now);
		}
		String rejection = verdict.rejection();
		if (rejection != null) {
			this.notes.rejected(rejection);
		}
		verdict.unfit().forEach((document) -> simplify(document));
		verdict.conflicting().forEach((document) -> give(document, DropReason.REJECTED));
	}

	private void simplify(PendingDocument document) {
		if (document.isReduced()) {
			give(document, DropReason.REJECTED);
			return;
		}
		try {
			this.waiting.putBack(List.of(this.stations.making().reduced(document)));
		}
		catch (Throwable ex) {
			give(document, DropReason.FAILED);
		}
	}

	/** Gives a document up: it is counted, and the fallback file has its full text. */
	private void give(PendingDocument document, DropReason reason) {
		this.books.dropped(reason, document.document().severity());
		FallbackLog fallback = this.stations.fallback();
		if (fallback != null) {
			fallback.write("opensearch", document.document().event());
		}
	}

	private void react(BulkVerdict.Next next, Duration exchange, Tick now) {
		if (next instanceof BulkVerdict.Next.Failed failed) {
			this.stations.gate().failed(now);
			this.notes.failed(failed.reason(), now);
			this.trouble.accept("OpenSearch takes nothing: " + failed.reason());
		}
		else if (next instanceof BulkVerdict.Next.SlowDown slowDown) {
			this.stations.gate().slowDown(slowDown.atLeast(), now);
			String pausedBy = slowDown.pausedBy();
			if (pausedBy != null) {
				this.notes.paused(pausedBy, now);
				this.trouble.accept("OpenSearch takes nothing: " + pausedBy);
			}
			else {
				this.notes.busy();
			}
		}
		else {
			this.stations.gate().answered(now);
			this.notes.succeeded(exchange, now);
		}
	}

	/** Over when all is told, and when nothing more can be told in time. */
	private boolean isOver(Tick now) {
		if (!this.flights.isEmpty()) {
			return this.life.isOverdue(now);
		}
		return !isAnythingThere() || this.stations.gate().nanosToStart(now) >= this.life.nanosForTelling(now);
	}

	private void giveUpWaiting() {
		this.waiting.take(Integer.MAX_VALUE, Long.MAX_VALUE).forEach((document) -> give(document, DropReason.SHUTDOWN));
		this.stations.buffer().drain(Integer.MAX_VALUE, this::giveUnshipped);
	}

	private void finish(Tick now) {
		this.flights.forEach((lost) -> lost.batch().forEach((document) -> give(document, DropReason.SHUTDOWN)));
		this.flights.clear();
		giveUpWaiting();
		this.intake.end();
		reportDrops();
		this.trouble.print();
		this.life.stopped();
		publish(PipelineState.STOPPED, now);
	}

	private void giveUnshipped(LogEvent event) {
		this.books.accepted(event.severity());
		this.books.dropped(DropReason.SHUTDOWN, event.severity());
		FallbackLog fallback = this.stations.fallback();
		if (fallback == null) {
			return;
		}
		try {
			fallback.write("opensearch", this.stations.making().mask(event));
		}
		catch (Throwable ex) {
			// it is counted already
			this.trouble.accept("masking an event failed: " + ex.getClass().getName());
		}
	}

	private void reportDrops() {
		this.books.totals().dropped().forEach((reason, count) -> {
			long before = this.reportedDrops.getOrDefault(reason, 0L);
			// what is our own stays here on purpose
			if (count > before && reason != DropReason.SELF) {
				this.reportedDrops.put(reason, count);
				this.trouble.report("event not shipped to OpenSearch: " + reason.tag(), count - before);
			}
		});
		this.trouble.printIfDue();
	}

	private long nanosToNext(boolean ending, Tick now) {
		if (mayTake()) {
			return 0;
		}
		// answers come by mail
		long next = Math.min(this.trouble.nanosToNextLine(),
				this.flights.isEmpty() ? Long.MAX_VALUE : MAX_FLIGHT.toNanos());
		if (mayFly(ending)) {
			boolean asks = this.flights.isEmpty() && this.stations.template().request(now) != null;
			long due = asks ? 0 : nanosToDue(ending, now);
			next = Math.min(next, Math.max(due, this.stations.gate().nanosToStart(now)));
		}
		return ending ? Math.min(next, nanosToEnd(now)) : next;
	}

	private long nanosToEnd(Tick now) {
		long telling = this.life.nanosForTelling(now);
		return (telling > 0) ? telling : this.life.nanosToDeadline(now);
	}

	private long documents() {
		return this.waiting.size() + this.flights.stream().mapToLong((started) -> started.batch().size()).sum();
	}

	private void publish(PipelineState state, Tick now) {
		ShippingBooks.Totals totals = this.books.totals();
		EventBuffer buffer = this.stations.buffer();
		this.status = new ShippingStatus(now.instant(), state, totals.accepted(), totals.indexed(), totals.dropped(),
				documents(), buffer.size(), buffer.capacity(), buffer.bytes(),
				this.notes.asDelivery(this.stations.gate(), this.stations.template().limitation(), now), null);
	}

	ShippingStatus status() {
		return this.status;
	}

}
