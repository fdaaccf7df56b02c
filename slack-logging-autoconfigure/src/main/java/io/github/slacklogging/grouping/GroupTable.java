package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Storm;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.BatchSelection.Scope;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one destination and when they speak. Used by the worker only.
 *
 * <p>
 * Each kind's next word is planned whenever something changes that could bring it
 * forward. Events only put a plan off (a kind that goes on is not quiet yet), so a plan
 * that has come due is looked at again before anybody acts on it.
 *
 * <p>
 * Longer than a class of ours should be: what makes a kind due and what settles it must
 * agree.
 */
final class GroupTable {

	private final SpeakingRules rules;

	private final EditingRules editing;

	private final BatchSelection selection;

	private final Aftermath aftermath;

	private final KnownKinds known;

	private final StormWatch storm;

	private final IncidentChanges changes;

	private final boolean living;

	private final boolean folding;

	/** Kinds that wait or have plans, the longest waiting first. */
	private final Set<Kind> open = new LinkedHashSet<>();

	private long waitingEvents;

	/** Waiting events of news. */
	private long newEvents;

	private final Map<Pace, Due> next = new EnumMap<>(Map.of(Pace.POST, new Due(), Pace.EDIT, new Due()));

	/**
	 * What was found to be due, so that an outage does not make us look again and again.
	 */
	private final Set<Pace> confirmed = EnumSet.noneOf(Pace.class);

	private final DiskShare disk = new DiskShare(this.open);

	private @Nullable GroupBatch taken;

	private final Map<Severity, Long> echoes = new EnumMap<>(Severity.class);

	private final Silences silences;

	private final Look look;

	GroupTable(Settings settings, boolean living, Supplier<String> version, Silences silences, Tick now) {
		this.silences = silences;
		this.rules = new SpeakingRules(settings);
		this.editing = new EditingRules(this.rules);
		this.selection = new BatchSelection(settings.samples(), living, this.rules);
		this.aftermath = new Aftermath(this.rules, living);
		this.known = new KnownKinds(settings, version, this.rules, this::forgotten);
		this.storm = new StormWatch(settings, living, now);
		this.changes = new IncidentChanges(this.rules);
		this.look = new Look(this.rules, this.editing, settings.scope(), living);
		this.living = living;
		this.folding = settings.enabled();
	}

	private void forgotten(Kind kind) {
		kind.letGo();
		this.confirmed.clear();
		this.disk.changed();
		this.open.remove(kind);
		this.storm.forgotten(kind);
		this.changes.forgotten(kind);
	}

	/**
	 * Counts an event in.
	 * @return what keeps its kind silent, {@code null} for nothing
	 */
	@Nullable Silence fold(LogEvent event, Identified found, Tick now) {
		Identified alone = found.alone();
		Identified identified = (alone != null && !this.known.knows(found.fingerprint())) ? alone : found;
		Kind kind = this.known.kindOf(event, identified.fingerprint(), now);
		boolean born = kind.total() == 0 && !kind.isWaiting();
		if (born) {
			kind.mute(this.silences.of(kind), now);
		}
		boolean wasNews = kind.isWaiting() && this.rules.isNews(kind);
		boolean back = this.rules.isBack(kind, now);
		if (back) {
			kind.comeBack(now);
			this.changes.changed(kind);
		}
		if (isPast(kind.post(), now) || isPast(kind.edit(), now)) {
			// an event may put off what was due
			this.confirmed.clear();
		}
		boolean wasDigested = this.rules.isDigested(kind);
		boolean matters = kind.add(event, identified, now) | back;
		this.waitingEvents++;
		if (wasDigested && !this.rules.isDigested(kind)) {
			kind.leaveDigest(now);
		}
		if (born) {
			begin(kind, now);
		}
		if (this.aftermath.reckon(kind, now) | matters) {
			plan(kind, now);
		}
		if (this.rules.isNews(kind)) {
			crowd(kind, wasNews ? 1 : kind.waiting(), now);
		}
		absorbEcho(kind, now);
		return kind.silence();
	}

	/**
	 * What is logged again of what was told needs no message: where none can be edited it
	 * counts as folded at once.
	 */
	private void absorbEcho(Kind kind, Tick now) {
		GroupBatch underWay = this.taken;
		if (!kind.isEchoOnly() || isEditable(kind) || (underWay != null && underWay.tellsOf(kind))) {
			return;
		}
		Map<Severity, Long> counts = kind.counts().all();
		counts.forEach((level, count) -> this.echoes.merge(level, count, Long::sum));
		this.waitingEvents -= kind.waiting();
		kind.takeOff(counts, kind.doubles());
		this.disk.changed();
		replan(kind, now);
	}

	/** Events that were folded into what was told, since this was asked last. */
	Map<Severity, Long> takeEchoes() {
		if (this.echoes.isEmpty()) {
			return Map.of();
		}
		Map<Severity, Long> taken = Map.copyOf(this.echoes);
		this.echoes.clear();
		return taken;
	}

	/** What is new of a kind that was never told has waited long enough. */
	void hurryNew(Fingerprint fingerprint, Tick now) {
		Kind kind = this.known.withId(fingerprint.id());
		if (kind != null && kind.isWaiting() && !kind.isTold() && this.rules.isNews(kind)) {
			hurry(kind, now);
		}
	}

	/** A kind that never was may be part of a storm. A run of a job never is. */
	private void begin(Kind kind, Tick now) {
		if (this.rules.isDigested(kind) || !this.folding || kind.isMuted() || kind.isJob()) {
			return;
		}
		if (!kind.isOther() && this.storm.born(kind, now)) {
			for (Kind other : List.copyOf(this.open)) {
				if (!other.isTold() && !other.isMuted() && !other.isJob() && !this.rules.isDigested(other)) {
					this.storm.hold(other);
					plan(other, now);
				}
			}
		}
		if (this.storm.isOn()) {
			this.storm.hold(kind);
		}
	}

	private void plan(Kind kind, Tick now) {
		if (kind.isHeld() && kind.severity() == Severity.CRITICAL) {
			this.storm.release(kind);
		}
		Plan post = this.rules.plan(kind, this.living, now);
		Plan edit = (this.living && this.rules.isIncident(kind)) ? this.editing.plan(kind) : null;
		schedule(kind.post(), Pace.POST, post);
		schedule(kind.edit(), Pace.EDIT, edit);
		if (kind.isWaiting() || post != null || edit != null) {
			this.open.add(kind);
		}
		else {
			this.open.remove(kind);
		}
		if (kind.isHeld()) {
			planStorm(now);
		}
	}

	private void schedule(Due slot, Pace pace, @Nullable Plan plan) {
		if (plan == null) {
			slot.clear();
		}
		else {
			slot.at(plan.dueNanos());
			next(pace).by(plan.dueNanos());
		}
	}

	private void planStorm(Tick now) {
		Plan post = this.storm.post();
		Plan edit = this.storm.edit();
		if (post != null) {
			next(Pace.POST).by(post.dueNanos());
		}
		if (edit != null) {
			next(Pace.EDIT).by(edit.dueNanos());
		}
		if (this.storm.isOn() && !now.isAtOrAfter(this.storm.overNanos())) {
			// somebody has to notice when it is over
			next(Pace.POST).by(this.storm.overNanos());
		}
	}

	private Due next(Pace pace) {
		Due due = this.next.get(pace);
		if (due == null) {
			throw new IllegalStateException("every pace has a next moment");
		}
		return due;
	}

	private void crowd(Kind kind, long events, Tick now) {
		boolean wasCrowd = this.rules.isCrowd(this.newEvents);
		this.newEvents += events;
		if (wasCrowd) {
			if (kind.hurriedAt() == null) {
				hurry(kind, now);
			}
		}
		else if (this.rules.isCrowd(this.newEvents)) {
			for (Kind other : this.open) {
				if (this.rules.isNews(other) && other.isWaiting()) {
					hurry(other, now);
				}
			}
		}
	}

	private void hurry(Kind kind, Tick now) {
		kind.hurry(now);
		plan(kind, now);
	}

	/** Whether {@link #take} would give a batch. */
	boolean isDue(Pace pace, Tick now) {
		Due due = next(pace);
		if (!due.isSet() || !now.isAtOrAfter(due.nanos())) {
			return false;
		}
		if (this.confirmed.contains(pace)) {
			return true;
		}
		refresh(now);
		boolean stillDue = due.isSet() && now.isAtOrAfter(due.nanos());
		if (stillDue) {
			this.confirmed.add(pace);
		}
		return stillDue;
	}

	/** Looks again at what has come due, and finds what comes next. */
	private void refresh(Tick now) {
		for (Kind kind : List.copyOf(this.open)) {
			if (isPast(kind.post(), now) || isPast(kind.edit(), now)) {
				plan(kind, now);
			}
		}
		endStorm(now);
		reckon(now);
	}

	private static boolean isPast(Due slot, Tick now) {
		return slot.isSet() && now.isAtOrAfter(slot.nanos());
	}

	private void endStorm(Tick now) {
		for (Kind released : this.storm.end(now)) {
			this.aftermath.reckon(released, now);
			plan(released, now);
		}
	}

	private void reckon(Tick now) {
		this.confirmed.clear();
		this.newEvents = 0;
		this.next.values().forEach(Due::clear);
		for (Kind kind : this.open) {
			this.newEvents += this.rules.isNews(kind) ? kind.waiting() : 0;
			if (kind.post().isSet()) {
				next(Pace.POST).by(kind.post().nanos());
			}
			if (kind.edit().isSet()) {
				next(Pace.EDIT).by(kind.edit().nanos());
			}
		}
		planStorm(now);
	}

	/** When something comes due. */
	OptionalLong nextDueNanos(Pace pace) {
		Due due = next(pace);
		return due.isSet() ? OptionalLong.of(due.nanos()) : OptionalLong.empty();
	}

	/**
	 * The batch stays counted as waiting. It takes the place of one taken before, which
	 * cannot be settled any more.
	 */
	Optional<GroupBatch> take(Scope scope, Tick now) {
		Optional<GroupBatch> banner = banner(scope, now);
		return took(banner.isPresent() ? banner : this.selection.select(this.open, scope, now));
	}

	private Optional<GroupBatch> banner(Scope scope, Tick now) {
		Plan plan = this.storm.post();
		boolean due = plan != null && now.isAtOrAfter(plan.dueNanos());
		return (plan != null && due && scope == Scope.DUE) ? Optional.of(this.storm.batch(plan.speech(), now))
				: Optional.empty();
	}

	/** What is to be changed now: the banner first, then what is due for longest. */
	Optional<GroupBatch> takeEdit(Tick now) {
		Plan banner = this.storm.edit();
		if (banner != null && now.isAtOrAfter(banner.dueNanos())) {
			return took(Optional.of(this.storm.batch(banner.speech(), now)));
		}
		return took(EditSelection.due(this.open, this.editing, now));
	}

	/** A message that can show what waits, due or not; that with most first. */
	Optional<GroupBatch> takeLastEdit(Tick now) {
		return took(this.living ? EditSelection.last(this.open, now) : Optional.empty());
	}

	private Optional<GroupBatch> took(Optional<GroupBatch> batch) {
		batch.ifPresent((taken) -> taken.shares().forEach((share) -> share.kind().taken()));
		this.taken = batch.orElse(null);
		this.confirmed.clear();
		return batch;
	}

	void acknowledged(GroupBatch batch, Receipt receipt, Tick now) {
		close(batch);
		Receipt kept = (batch.shares().size() == 1) ? receipt : new Receipt(null, receipt.link());
		for (Share share : batch.shares()) {
			takeOff(share);
			if (share.isTold() && batch.storm() != null) {
				this.aftermath.summarised(share, now);
				this.changes.changed(share.kind());
			}
			else if (share.isTold()) {
				this.aftermath.told(share, batch.speech(), kept, now);
				this.changes.changed(share.kind());
			}
			replan(share.kind(), now);
			absorbEcho(share.kind(), now);
		}
		Storm told = batch.storm();
		if (told != null) {
			this.storm.told(batch.speech(), told, this.living ? receipt.message() : null, now);
			endStorm(now);
		}
		reckon(now);
		this.known.forgetOld(now);
	}

	/** It was refused and will not be tried again, but nothing is lost by that. */
	void skipped(GroupBatch batch, Tick now) {
		close(batch);
		for (Share share : batch.shares()) {
			giveUp(share, batch, now);
		}
		giveUpStorm(batch, now);
		reckon(now);
	}

	/** The message it was about is not there any more: it is told anew. */
	void gone(GroupBatch batch, Tick now) {
		close(batch);
		if (batch.storm() != null) {
			this.storm.gone();
		}
		for (Share share : batch.shares()) {
			if (batch.speech().form() == Form.LOOK_UP) {
				// it was another message, and there is nothing to link any more
				share.kind().lookedUp(null);
			}
			else if (batch.storm() == null) {
				share.kind().message().gone();
				this.changes.changed(share.kind());
			}
			replan(share.kind(), now);
		}
		reckon(now);
	}

	void dropped(GroupBatch batch, Tick now) {
		close(batch);
		for (Share share : batch.shares()) {
			takeOff(share);
			giveUp(share, batch, now);
		}
		giveUpStorm(batch, now);
		reckon(now);
	}

	private void giveUp(Share share, GroupBatch batch, Tick now) {
		if (batch.storm() == null) {
			this.aftermath.givenUp(share, batch.speech().form(), now);
		}
		replan(share.kind(), now);
	}

	/** What comes next of the banner is told in its own time. */
	private void giveUpStorm(GroupBatch batch, Tick now) {
		Storm storm = batch.storm();
		if (storm != null) {
			this.storm.told(batch.speech(), storm, null, now);
			endStorm(now);
		}
	}

	private void close(GroupBatch batch) {
		if (batch != this.taken) {
			throw new IllegalStateException("Only the batch taken last can be settled, and only once");
		}
		this.taken = null;
	}

	private void takeOff(Share share) {
		share.kind().takeOff(share.counts(), share.isSuperseded() ? share.total() : share.doubles());
		this.waitingEvents -= share.total();
		this.disk.changed();
	}

	private void replan(Kind kind, Tick now) {
		if (kind.isLetGo()) {
			return;
		}
		plan(kind, now);
		if (!kind.isWaiting()) {
			this.known.settled(kind);
		}
	}

	/** Counts in what an earlier run left; what waits is due at once. */
	void restore(List<SpooledGroup> groups, List<SpooledGroup> incidents, Tick now) {
		for (SpooledGroup left : incidents) {
			IncidentState state = left.incident();
			if (state != null) {
				Kind kind = this.known.kindOf(left, now);
				if (!kind.isOther()) {
					this.changes.restored(kind);
					kind.resume(left, state, now);
					kind.mute(this.silences.of(kind), now);
					this.aftermath.reckon(kind, now);
				}
				plan(kind, now);
			}
		}
		for (SpooledGroup left : groups) {
			Kind kind = this.known.kindOf(left, now);
			kind.absorb(left, now);
			this.disk.changed();
			kind.mute(this.silences.of(kind), now);
			this.waitingEvents += left.events();
			this.aftermath.reckon(kind, now);
			hurry(kind, now);
		}
		for (Kind kind : this.known.all()) {
			kind.abandon(now);
			plan(kind, now);
		}
		reckon(now);
	}

	/** Mutes began or ended. */
	void remute(Tick now) {
		for (Kind kind : this.known.everything()) {
			Silence silence = this.silences.of(kind);
			if (silence != kind.silence()) {
				kind.mute(silence, now);
				if (silence != null) {
					// a storm's banner must not speak for it either
					this.storm.release(kind);
				}
				this.changes.changed(kind);
				plan(kind, now);
			}
		}
		reckon(now);
	}

	/** What of the waiting kinds is on disk. */
	DiskShare disk() {
		return this.disk;
	}

	/** What another run would need to know of the incidents. */
	IncidentChanges changes() {
		return this.changes;
	}

	/** A kind for those who ask. */
	KnownKind look(String destination, Kind kind, Tick now) {
		return this.look.at(destination, kind, now);
	}

	KnownKinds known() {
		return this.known;
	}

	/** Forgets what is not on disk: nothing will bring it back. */
	Map<Severity, Long> dropUnspooled(Tick now) {
		this.taken = null;
		return drop((kind) -> kind.counts().unspooled(), now);
	}

	/** Forgets kinds of which no event came for so long. */
	Map<Severity, Long> dropSilentSince(long nanos, Tick now) {
		return drop((kind) -> (kind.lastFolded().nanos() - nanos < 0) ? kind.counts().all() : Map.of(), now);
	}

	/** Forgets what waits of kinds that are muted and quiet: nobody wants to know. */
	Map<Severity, Long> dropMuted(Tick now) {
		return drop((kind) -> {
			boolean nobodyAsks = kind.isMuted() && this.rules.isSilent(kind, now)
					&& !(this.living && kind.message().ref() != null);
			return nobodyAsks ? kind.counts().all() : Map.of();
		}, now);
	}

	private Map<Severity, Long> drop(Function<Kind, Map<Severity, Long>> choice, Tick now) {
		Map<Severity, Long> dropped = new EnumMap<>(Severity.class);
		for (Kind kind : new ArrayList<>(this.open)) {
			Map<Severity, Long> counts = kind.isWaiting() ? choice.apply(kind) : Map.of();
			if (!counts.isEmpty()) {
				kind.drop(counts);
				this.disk.changed();
				counts.forEach((level, count) -> {
					dropped.merge(level, count, Long::sum);
					this.waitingEvents -= count;
				});
				replan(kind, now);
			}
		}
		reckon(now);
		return dropped;
	}

	/** Whether something that is due waits for nothing. */
	boolean isUrgent(Tick now) {
		return isDue(Pace.POST, now) && this.open.stream()
			.anyMatch((kind) -> kind.severity() == Severity.CRITICAL && isPast(kind.post(), now));
	}

	/** Whether events wait that only such a call can tell of. */
	boolean waitsFor(Pace pace) {
		for (Kind kind : this.open) {
			boolean editable = isEditable(kind);
			if (kind.isWaiting() && editable == (pace == Pace.EDIT) && (editable || !kind.isMuted())) {
				return true;
			}
		}
		return false;
	}

	/** Waiting events that somebody is to hear of. */
	long tellable() {
		long tellable = 0;
		for (Kind kind : this.open) {
			tellable += (isEditable(kind) || !kind.isMuted()) ? kind.waiting() : 0;
		}
		return tellable;
	}

	/** Kinds with a message that can show what waits. */
	int editable() {
		int editable = 0;
		for (Kind kind : this.open) {
			editable += (kind.isWaiting() && isEditable(kind)) ? 1 : 0;
		}
		return editable;
	}

	private boolean isEditable(Kind kind) {
		return this.living && kind.message().ref() != null;
	}

	/** What waiting events of a kind wait for, in words; empty where it is not known. */
	String outlook(String fingerprint, Tick now) {
		Kind kind = this.known.withId(fingerprint);
		return (kind != null) ? new Outlook(this.rules, this.living).of(kind, now) : "is counted as another kind";
	}

	int kinds() {
		int kinds = 0;
		for (Kind kind : this.open) {
			kinds += (kind.isWaiting() && (isEditable(kind) || !kind.isMuted())) ? 1 : 0;
		}
		return kinds;
	}

	long waiting() {
		return this.waitingEvents;
	}

	long overdue(Tick now) {
		// a kind that a storm's banner speaks for has no plan of its own
		boolean bannerDue = isPast(this.storm.post(), now) || isPast(this.storm.edit(), now);
		if (!bannerDue && !isPast(next(Pace.POST), now) && !isPast(next(Pace.EDIT), now)) {
			// nothing comes due before the next moment, and this is asked in each round
			return 0;
		}
		long overdue = 0;
		for (Kind kind : this.open) {
			boolean due = isPast(kind.post(), now) || isPast(kind.edit(), now) || (bannerDue && kind.isHeld());
			overdue += due ? kind.waiting() : 0;
		}
		return overdue;
	}

	private static boolean isPast(@Nullable Plan plan, Tick now) {
		return plan != null && now.isAtOrAfter(plan.dueNanos());
	}

}
