package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.Pace;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.GroupBatch;
import io.github.slacklogging.grouping.Receipt;
import io.github.slacklogging.pipeline.Telling.Wording;
import io.github.slacklogging.pipeline.Wire.Landing;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.relay.Verdict;
import io.github.slacklogging.worker.DeliveryWindow;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one destination, until it is told: at most one call is under way. A slow
 * or dead destination holds up its own lane only. New lines go first, then what is there
 * is brought up to date. Used by the worker only.
 *
 * <p>
 * After a failed attempt the next one tells the state of then, composed anew. Only where
 * an earlier attempt may have arrived after all, or was refused in its full form, the
 * same batch is told again first. The first thing told after a gap is a note about it,
 * the next ones are the present state.
 *
 * <p>
 * Longer than a class of ours should be: start and landing of one call are one state
 * machine, and cut in two neither half could be read alone.
 */
final class Lane {

	private final String name;

	private final Ways ways;

	private final Stock stock;

	private final Keeping keeping;

	private final Road road;

	private final Outage outage = new Outage();

	private final Limitations limitations;

	private final Thresholds thresholds;

	private final Visits visits = new Visits();

	private final Flush flush = new Flush();

	private @Nullable Wire onWire;

	private @Nullable Unfinished unfinished;

	/** An attempt may have arrived, and nothing was acknowledged since. */
	private boolean unclear;

	private boolean lastWordTried;

	/** Slack was asked who we are, or cannot be. */
	private boolean introduced;

	Lane(String name, Ways ways, Stock stock, Road road) {
		this.name = name;
		this.ways = ways;
		this.stock = stock;
		this.keeping = stock.keeping();
		this.road = road;
		this.limitations = new Limitations(name, road.trouble());
		this.thresholds = new Thresholds(ways.own(), stock);
		this.introduced = !ways.own().isLiving();
	}

	String name() {
		return this.name;
	}

	boolean isBusy() {
		return this.onWire != null;
	}

	/**
	 * Sees to the disk, whether or not a message may start.
	 * @param ending whether it is the end, when a slow disk needs all the time there is
	 * for what hardly can be told
	 * @param now the time
	 */
	void keep(boolean ending, Tick now) {
		this.road.story().round(this.name, () -> heldUpBy(now), spooled());
		if (ending && isUndeliverable()) {
			this.keeping.hurry(now);
		}
		else {
			this.keeping.advance(false, now);
		}
		this.stock.incidents().advance(false, now);
	}

	/** Counts what was folded into what was told before. */
	void countEchoes() {
		this.stock.countEchoes();
	}

	/** Looks whether this destination is ill, after all that a round did. */
	void judge(Tick now) {
		this.thresholds.look(now);
	}

	/** How long until that has to be looked at again though nothing happens. */
	long nanosToJudge(Tick now) {
		return this.thresholds.nanosToNext(now);
	}

	/** What holds up that which is due, in words; empty where nothing is or does. */
	private String heldUpBy(Tick now) {
		Pace pace = isPostDue(false, false, now) ? Pace.POST : Pace.EDIT;
		boolean due = pace == Pace.POST || this.stock.isDue(Pace.EDIT, now);
		if (isBusy() || !due) {
			return "";
		}
		String held = this.ways.own().heldBy(pace, now);
		boolean disk = held.isEmpty() && this.keeping.nanosHoldingUp(now) > 0;
		return disk ? "the disk, for a moment" : held;
	}

	/**
	 * Starts a call if something is due and may be sent. Not while one is under way.
	 * @param end the application's end, {@code null} while it runs
	 * @param now the time
	 */
	void advance(@Nullable End end, Tick now) {
		if (this.flush.isPosting() || this.flush.isEditing()) {
			this.flush.goOn(this.stock.waitsFor(Pace.POST), this.stock.waitsFor(Pace.EDIT));
		}
		if (end == null) {
			receive(this.visits.nextForced(this.ways.own(), now), now);
		}
		else {
			this.visits.clear();
		}
		if (!isBusy()) {
			advancePost(end, now);
		}
		if (!isBusy()) {
			receive(this.visits.nextPatient(this.ways.own(), now), now);
		}
		if (!isBusy() && !this.introduced && end == null) {
			introduce(now);
		}
		if (!isBusy()) {
			advanceEdit(end != null, now);
		}
	}

	/** Makes a call that tells of nothing of this lane. */
	private void receive(@Nullable Visit visit, Tick now) {
		if (visit != null) {
			Wire own = this.ways.own();
			this.onWire = own;
			own.send(visit.call(), visit.severity(), (landing, then) -> {
				this.onWire = null;
				if (landing.verdict() == Verdict.DELIVERED && !landing.result().isDryRun()) {
					own.succeeded(then);
				}
				else if (landing.verdict() == Verdict.STOPPED) {
					failed(landing.verdict(), then);
				}
				visit.arrival().landed(landing, then);
			}, now);
		}
	}

	/** Has a call made in its turn; not heard of any more once the end has begun. */
	void visit(Visit visit) {
		this.visits.add(visit);
	}

	/**
	 * What waits is to be told, due or not.
	 * @return how many events that is
	 */
	long flush() {
		this.flush.begin(this.stock.waitsFor(Pace.POST), this.stock.editable());
		return this.stock.tellable();
	}

	/** Whether somebody is still to hear of something. */
	boolean hasSomethingToTell() {
		return this.unfinished != null || this.stock.waitsFor(Pace.POST) || this.stock.waitsFor(Pace.EDIT);
	}

	/**
	 * A token that is no good is better known before the first error needs it, but that
	 * error does not wait for the answer.
	 */
	private void introduce(Tick now) {
		Wire own = this.ways.own();
		if (own.tryTake(Pace.EDIT, now)) {
			this.introduced = true;
			this.onWire = own;
			own.send(new SlackCall.Identify(), Severity.INFO, (landing, then) -> {
				this.onWire = null;
				this.limitations.heard(landing.result(), then);
				if (landing.verdict() == Verdict.STOPPED) {
					failed(landing.verdict(), then);
				}
			}, now);
		}
	}

	/** Whether the application's own code may be asked for a token before any event. */
	boolean isToBeIntroduced() {
		return !this.introduced;
	}

	private void advancePost(@Nullable End end, Tick now) {
		boolean lastWord = end != null && isLastWord(end, now);
		if (!isPostDue(end != null, lastWord, now)) {
			return;
		}
		Wire free = lastWord ? this.ways.own() : this.ways.free(this.outage.lasted(now), now);
		if (free == null || !(this.keeping.permitsSend(isUrgent(now), now) || lastWord)) {
			return;
		}
		if (lastWord) {
			this.lastWordTried = true;
			free.force(now);
			start(free, end, true, now);
		}
		else if (free.tryTake(Pace.POST, now)) {
			start(free, end, false, now);
		}
	}

	/**
	 * In a place that does not survive the machine this run's last words are tried: one
	 * message for all that there are not edits enough for.
	 */
	private boolean isLastWord(End end, Tick now) {
		Wire own = this.ways.own();
		boolean late = own.nanosToNext(Pace.POST, now) > end.nanosLeft()
				|| (this.stock.waitsFor(Pace.EDIT) && own.nanosToNext(Pace.EDIT, now) >= end.nanosLeft());
		return late && end.placeIsTemporary() && !this.lastWordTried && !own.isBusy();
	}

	private boolean isUrgent(Tick now) {
		return unfinished(Pace.POST) == null && this.stock.isUrgent(now);
	}

	private @Nullable Unfinished unfinished(Pace pace) {
		Unfinished again = this.unfinished;
		return (again != null && again.pace() == pace) ? again : null;
	}

	private boolean isPostDue(boolean ending, boolean lastWord, Tick now) {
		if (unfinished(Pace.POST) != null) {
			return true;
		}
		if (lastWord) {
			return !this.stock.isEmpty();
		}
		return isTellingAll(ending) ? this.stock.waitsFor(Pace.POST) : this.stock.isDue(Pace.POST, now);
	}

	private boolean isTellingAll(boolean ending) {
		return ending || isMakingUp();
	}

	/** Answers and traces have their own time, after a gap too. */
	private boolean isMakingUp() {
		return (this.outage.isBeingMadeUpFor() || this.flush.isPosting()) && this.stock.waitsFor(Pace.POST);
	}

	private void start(Wire wire, @Nullable End end, boolean lastWord, Tick now) {
		Unfinished again = unfinished(Pace.POST);
		// an edit that was begun gives way: it is composed anew, and nothing waits for it
		this.unfinished = null;
		if (this.outage.isToBeTold() && end == null && again == null && wire == this.ways.own()) {
			note(wire, now);
			return;
		}
		Optional<GroupBatch> batch = (again != null) ? Optional.of(again.batch()) : take(wire, end, lastWord, now);
		if (batch.isPresent()) {
			tell(wire, batch.get(), again != null && again.reduced(), now);
		}
		else {
			abandon(wire);
		}
	}

	/** Nothing is sent after all: neither the permit nor the mark on disk is needed. */
	private void abandon(Wire wire) {
		wire.abandon();
		this.keeping.sent();
		this.keeping.landed(this.unclear);
	}

	private Optional<GroupBatch> take(Wire wire, @Nullable End end, boolean lastWord, Tick now) {
		boolean makingUp = isMakingUp();
		boolean last = this.outage.isLastMessage() || this.flush.isLastPost();
		if (end != null || (makingUp && last)) {
			return this.stock.takeAll(lastWord, now);
		}
		return makingUp ? this.stock.takePresent(now) : this.stock.take(wire != this.ways.own(), now);
	}

	private void advanceEdit(boolean ending, Tick now) {
		Wire own = this.ways.own();
		Unfinished again = this.unfinished;
		if (!own.isFree(Pace.EDIT, now) || (again != null && again.pace() != Pace.EDIT)) {
			return;
		}
		boolean all = ending || this.flush.isEditing();
		boolean due = again != null || (all && this.stock.waitsFor(Pace.EDIT)) || this.stock.isDue(Pace.EDIT, now);
		if (due && own.tryTake(Pace.EDIT, now)) {
			this.unfinished = null;
			Optional<GroupBatch> batch = (again != null) ? Optional.of(again.batch())
					: this.stock.takeEdit(all && this.stock.waitsFor(Pace.EDIT), now);
			if (batch.isPresent()) {
				tell(own, batch.get(), again != null && again.reduced(), now);
			}
			else {
				own.abandon();
			}
		}
	}

	private void note(Wire wire, Tick now) {
		SlackMessage message;
		try {
			message = this.road.telling()
				.tell(this.outage.gap(this.stock.kinds(), this.stock.tellable(), this.road.books().dropped(), now));
		}
		catch (Throwable ex) {
			abandon(wire);
			this.outage.noted();
			this.road.trouble().accept("composing a note failed: " + ex.getClass().getName());
			return;
		}
		send(wire, new SlackCall.Post(message), Severity.WARN, this::noteLanded, now);
	}

	private void noteLanded(Landing landing, Tick now) {
		this.onWire = null;
		switch (landing.verdict()) {
			case DELIVERED -> {
				this.outage.noted();
				this.ways.own().succeeded(now);
			}
			// it is worth no second form
			case REDUCE, REJECTED, REPOST, SKIP -> this.outage.noted();
			case AGAIN, AGAIN_AT_ONCE, STOPPED -> failed(landing.verdict(), now);
		}
		this.keeping.landed(false);
	}

	private void tell(Wire wire, GroupBatch batch, boolean reduced, Tick now) {
		String mention = this.road.mentions().of(wire.name(), batch, now);
		this.road.story().begin();
		SlackCall call;
		try {
			String insteadOf = (wire == this.ways.own()) ? null : this.name;
			boolean withoutFiles = !this.limitations.allowFiles(now);
			call = this.limitations.rule(batch.speech().form(), now) ? null : this.road.telling()
				.call(batch, new Wording(this.unclear || batch.mayBeRepeat(), insteadOf, mention, withoutFiles), now);
		}
		catch (Throwable ex) {
			// one message that cannot be made must not stop all that come after it
			abandon(wire);
			this.stock.giveUp(batch, DropReason.FAILED, now);
			this.road.trouble().accept("composing a message failed: " + ex.getClass().getName());
			return;
		}
		if (call == null) {
			abandon(wire);
			this.stock.skip(batch, now);
			return;
		}
		SlackCall made = reduced ? call.reduced() : call;
		this.road.story().sent(batch, made, wire);
		send(wire, made, batch.severity(), (landing, then) -> {
			this.road.story().landed(batch, landing, wire, then.since(now));
			landed(wire, new Flown(batch, mention), landing, then);
		}, now);
	}

	private void send(Wire wire, SlackCall call, Severity severity, Wire.Arrival arrival, Tick now) {
		this.onWire = wire;
		if (call.pace() == Pace.POST) {
			this.keeping.sent();
		}
		wire.send(call, severity, arrival, now);
	}

	private void landed(Wire wire, Flown flown, Landing landing, Tick now) {
		// first of all: an error on the way must not leave the lane busy for ever
		this.onWire = null;
		GroupBatch batch = flown.batch();
		boolean post = landing.call().pace() == Pace.POST;
		this.unclear |= post && landing.outcome() == MessageOutcome.AMBIGUOUS;
		if (flown.mention() != null && isThere(landing)) {
			this.road.mentions().called(wire.name(), now);
		}
		switch (landing.verdict()) {
			case DELIVERED -> delivered(wire, batch, landing, now);
			case REDUCE -> this.unfinished = new Unfinished(batch, true);
			case AGAIN, AGAIN_AT_ONCE, STOPPED -> again(wire, batch, landing, now);
			case REPOST -> this.stock.gone(batch, now);
			case SKIP -> skipped(batch, landing, now);
			case REJECTED -> rejected(wire, batch, landing, now);
		}
		if (post) {
			this.keeping.landed(this.unclear);
		}
	}

	private static boolean isThere(Landing landing) {
		return landing.verdict() == Verdict.DELIVERED || landing.outcome() == MessageOutcome.AMBIGUOUS;
	}

	private void delivered(Wire wire, GroupBatch batch, Landing landing, Tick now) {
		boolean own = wire == this.ways.own();
		SendResult.Accepted accepted = (landing.result() instanceof SendResult.Accepted answer) ? answer : null;
		Receipt receipt = (own && accepted != null) ? new Receipt(accepted.message(), accepted.link()) : Receipt.PLAIN;
		if (landing.result().isDryRun()) {
			this.stock.pretended(batch, receipt, now);
		}
		else {
			this.stock.acknowledged(batch, receipt, wire.name(), now);
		}
		if (own) {
			this.limitations.arrived(batch.speech().form(), landing.call(), now);
		}
		if (landing.call().pace() == Pace.POST) {
			this.unclear = false;
			this.outage.madeUp(!this.stock.waitsFor(Pace.POST));
			this.flush.posted(!this.stock.waitsFor(Pace.POST));
		}
		else if (landing.call() instanceof SlackCall.Edit) {
			this.flush.edited(!this.stock.waitsFor(Pace.EDIT));
		}
		if (own) {
			boolean upToDate = landing.call() instanceof SlackCall.Edit && this.stock.isEmpty();
			this.outage.ended(upToDate, this.road.books().dropped(), now);
		}
		boolean chore = landing.call() instanceof SlackCall.React || landing.call() instanceof SlackCall.LookUp;
		if (!chore && !landing.result().isDryRun()) {
			wire.succeeded(now);
			settled(wire, batch, landing, now);
		}
	}

	/** Nobody waits for a message to say that it is quiet, which was due in the night. */
	private void settled(Wire wire, GroupBatch batch, Landing landing, Tick now) {
		if (!batch.events().isEmpty()) {
			wire.told(batch.dueNanos(), now);
			this.ways.own().track().settled(batch.dueNanos(), landing, now);
		}
	}

	private void again(Wire wire, GroupBatch batch, Landing landing, Tick now) {
		boolean post = landing.call().pace() == Pace.POST;
		boolean reduced = landing.call() instanceof SlackCall.Post && landing.call().isReduced();
		if (post && (reduced || this.unclear)) {
			this.unfinished = new Unfinished(batch, reduced);
		}
		if (wire == this.ways.own() && landing.outcome() != MessageOutcome.THROTTLED) {
			this.limitations.failed(landing.call(), String.valueOf(this.ways.own().relayed().lastFailureReason()));
			failed(landing.verdict(), now);
		}
	}

	private void failed(Verdict verdict, Tick now) {
		RelayStatus relayed = this.ways.own().relayed();
		this.outage.failed(relayed.lastFailureReason(), this.ways.own().isRefusedOrOpen(), this.road.books().dropped(),
				now);
		if (verdict == Verdict.STOPPED) {
			this.road.trouble()
				.accept("Slack refuses destination '" + this.name + "' (" + relayed.stoppedBy()
						+ "): nothing is sent there until that is mended; events are kept");
		}
	}

	private void skipped(GroupBatch batch, Landing landing, Tick now) {
		this.limitations.heard(landing.result(), now);
		if (!(landing.call() instanceof SlackCall.Attach)) {
			this.stock.skip(batch, now);
		}
		else if (landing.result() instanceof SendResult.FeatureRefused refused && this.limitations.allowFiles(now)) {
			// a trace without a file is told as a message next
			this.limitations.failed(landing.call(), refused.code());
		}
	}

	private void rejected(Wire wire, GroupBatch batch, Landing landing, Tick now) {
		String reason = String.valueOf(wire.relayed().lastFailureReason());
		long events = batch.events().values().stream().mapToLong(Long::longValue).sum();
		SlackMessage message = landing.call().message();
		if (message != null) {
			this.road.spool().reject(new RejectedMessage(now.instant(), this.name, reason, events, message));
		}
		this.unclear = false;
		if (landing.result().isDryRun()) {
			// who checked it has said so
			this.stock.giveUp(batch, DropReason.DRY_RUN, now);
			return;
		}
		this.stock.giveUp(batch, DropReason.REJECTED, now);
		this.road.trouble().accept("Slack rejects a message for '" + this.name + "': " + reason);
	}

	/**
	 * An earlier run left this.
	 * @param groups that wait, on disk
	 * @param incidents that were open or quiet
	 * @param cause how that run ended
	 * @param now the time
	 */
	void restore(List<SpooledGroup> groups, List<SpooledGroup> incidents, Cause cause, Tick now) {
		this.stock.restore(groups, incidents, now);
		// where the messages themselves go on, nobody needs to be told of a restart
		Set<String> living = Restoration.livingIn(incidents);
		boolean worthAWord = groups.stream()
			.anyMatch((group) -> !this.ways.own().isLiving() || !living.contains(group.fingerprint().id()));
		if (worthAWord) {
			this.outage.restarted(cause, this.road.books().dropped(), now);
		}
	}

	/** Forgets kinds that were silent for so long and could never be told. */
	void expire(Duration maxAge, Tick now) {
		if (!isBusy() && this.unfinished == null && !this.stock.isEmpty()) {
			this.stock.expire(maxAge, now);
		}
	}

	/**
	 * The application ends: what waits goes to the disk, whatever the disk had before.
	 */
	void keepAll(Tick now) {
		this.keeping.advance(true, now);
		this.stock.incidents().advance(true, now);
	}

	/** Whether the disk has all it is to have. */
	boolean isKept() {
		return this.keeping.isDone() && this.stock.incidents().isDone();
	}

	/** The end: what is not on disk is counted and forgotten. */
	void finish(Tick now) {
		this.ways.own().drop();
		this.onWire = null;
		this.unfinished = null;
		this.stock.finish(now);
		this.road.story().tellDrops();
	}

	/**
	 * How long until this lane has something to do, apart from answers.
	 * @param ending whether everything that waits is due
	 * @param now the time
	 * @return nanoseconds, {@link Long#MAX_VALUE} when nothing is planned
	 */
	long nanosToNext(boolean ending, Tick now) {
		long keep = nanosToKeep(now);
		Wire used = this.onWire;
		if (used != null) {
			return Math.min(keep, used.nanosToNext(Pace.POST, now));
		}
		long introduction = (this.introduced || ending) ? Long.MAX_VALUE : this.ways.own().nanosToNext(Pace.EDIT, now);
		long visit = ending ? Long.MAX_VALUE : this.visits.nanosToNext(this.ways.own(), now);
		return Math.min(Math.min(Math.min(keep, visit), introduction),
				Math.min(nanosToPost(ending, now), nanosToEdit(ending, now)));
	}

	private long nanosToPost(boolean ending, Tick now) {
		boolean dueNow = unfinished(Pace.POST) != null || (isTellingAll(ending) && this.stock.waitsFor(Pace.POST));
		long toDue = dueNow ? 0 : this.stock.nanosToDue(Pace.POST, now);
		if (toDue == Long.MAX_VALUE || (ending && !dueNow)) {
			return Long.MAX_VALUE;
		}
		long toStart = this.ways.nanosToFree(this.outage.lasted(now), now);
		return Math.max(this.keeping.nanosHoldingUp(now), Math.max(toDue, toStart));
	}

	private long nanosToEdit(boolean ending, Tick now) {
		Unfinished again = this.unfinished;
		if (!this.ways.own().isLiving() || (again != null && again.pace() != Pace.EDIT)) {
			return Long.MAX_VALUE;
		}
		boolean all = ending || this.flush.isEditing();
		boolean dueNow = again != null || (all && this.stock.waitsFor(Pace.EDIT));
		long toDue = dueNow ? 0 : this.stock.nanosToDue(Pace.EDIT, now);
		if (toDue == Long.MAX_VALUE || (ending && !dueNow)) {
			return Long.MAX_VALUE;
		}
		return Math.max(toDue, this.ways.own().nanosToNext(Pace.EDIT, now));
	}

	/** How long until the disk has to be seen to, apart from answers. */
	long nanosToKeep(Tick now) {
		return Math.min(this.keeping.nanosToNext(now), this.stock.incidents().nanosToNext(now));
	}

	long waiting() {
		return this.stock.waiting();
	}

	long spooled() {
		return this.keeping.spooled();
	}

	boolean isUndeliverable() {
		return this.ways.own().isInTrouble();
	}

	DestinationStatus status(Tick now) {
		Wire own = this.ways.own();
		RelayStatus relayed = own.relayed();
		DeliveryWindow window = own.track().window();
		return new DestinationStatus(this.name, relayed.circuit(), relayed.stoppedBy(), relayed.consecutiveFailures(),
				relayed.lastSuccess(), relayed.lastFailure(), relayed.lastFailureReason(), window.successRate(now),
				window.size(now), window.p95Latency(now), waiting(), this.stock.overdue(now), spooled(),
				this.ways.standIn(this.outage.lasted(now)), this.limitations.inWords(), this.thresholds.broken());
	}

	/** What all lanes share. */
	record Road(Telling telling, GroupSpool spool, Books books, TroubleLog trouble, Mentions mentions, Story story) {

	}

	/**
	 * The application's end.
	 *
	 * @param nanosLeft for telling
	 * @param placeIsTemporary whether what is kept on disk may be gone with the machine
	 */
	record End(long nanosLeft, boolean placeIsTemporary) {

	}

	/** What is under way. */
	private record Flown(GroupBatch batch, @Nullable String mention) {

	}

	/** A batch to be told again, in its reduced form where the full one was refused. */
	private record Unfinished(GroupBatch batch, boolean reduced) {

		Pace pace() {
			return this.batch.speech().form().pace();
		}

	}

}
