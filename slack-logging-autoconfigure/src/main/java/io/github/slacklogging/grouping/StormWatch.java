package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Storm;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Notices when more new kinds begin within a minute than anybody can read, and speaks for
 * them: one banner, kept up to date where messages can be edited, told again when it is
 * over and every {@code digestEvery} where they cannot. CRITICAL is never held back. Used
 * by the worker only.
 */
final class StormWatch {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private static final int EXAMPLES = 5;

	private final int maxKinds;

	private final boolean living;

	private final Duration digestEvery;

	/** The youngest kinds, at most one more than is no storm. */
	private final Deque<Kind> births = new ArrayDeque<>();

	/** Kinds that the banner speaks for. */
	private final Set<Kind> members = new LinkedHashSet<>();

	/** Kinds that the banner counts, also those that speak for themselves. */
	private final Set<Kind> counted = new HashSet<>();

	/** Events of counted kinds that are forgotten. */
	private long forgottenEvents;

	private @Nullable Tick begunAt;

	/** Counted kinds, also those that are forgotten. */
	private int kinds;

	private int toldKinds;

	private boolean told;

	private boolean overTold;

	private Tick lastTold;

	private final LivingMessage message;

	StormWatch(Settings settings, boolean living, Tick now) {
		this.maxKinds = settings.incidents().stormKinds();
		this.living = living;
		this.digestEvery = settings.digestEvery();
		this.lastTold = now;
		this.message = new LivingMessage(now);
	}

	/**
	 * A kind began.
	 * @return whether that begins a storm
	 */
	boolean born(Kind kind, Tick now) {
		this.births.addLast(kind);
		if (this.births.size() > this.maxKinds + 1) {
			this.births.removeFirst();
		}
		if (this.begunAt != null) {
			count(kind);
			return false;
		}
		while (now.since(this.births.getFirst().openedAt()).compareTo(WINDOW) > 0) {
			this.births.removeFirst();
		}
		boolean begins = this.births.size() > this.maxKinds;
		if (begins) {
			this.begunAt = this.births.getFirst().openedAt();
			this.births.forEach(this::count);
			this.lastTold = now;
			this.message.returned(now);
		}
		return begins;
	}

	private void count(Kind kind) {
		if (this.counted.add(kind) && !kind.isOther()) {
			this.kinds++;
		}
	}

	boolean isOn() {
		return this.begunAt != null;
	}

	/** The banner speaks for this kind from now on. */
	void hold(Kind kind) {
		if (kind.severity() != Severity.CRITICAL && this.members.add(kind)) {
			kind.hold(true);
			count(kind);
		}
	}

	/** A kind got too bad to be held back. */
	void release(Kind kind) {
		if (this.members.remove(kind)) {
			kind.hold(false);
		}
	}

	/** A kind is not remembered any more, though it still counts. */
	void forgotten(Kind kind) {
		release(kind);
		if (this.counted.remove(kind)) {
			this.forgottenEvents += kind.total();
		}
	}

	/** When it is over, as far as is known now; meaningful while it is on. */
	long overNanos() {
		return this.births.getFirst().openedAt().nanosAfter(WINDOW);
	}

	private boolean isOver(Tick now) {
		return now.isAtOrAfter(overNanos());
	}

	private boolean hasNews() {
		return this.kinds > this.toldKinds || isWaiting();
	}

	private boolean isWaiting() {
		for (Kind kind : this.members) {
			if (kind.isWaiting()) {
				return true;
			}
		}
		return false;
	}

	/** What a new line in the channel says next. */
	@Nullable Plan post() {
		if (this.begunAt == null || (this.living && this.message.ref() != null)) {
			return null;
		}
		Speech speech = Speech.post(Set.of(Occasion.STORM));
		if (!this.told) {
			return new Plan(this.lastTold.nanos(), speech);
		}
		if (!hasNews()) {
			return null;
		}
		long pause = this.lastTold.nanosAfter(this.digestEvery);
		return new Plan((overNanos() - pause < 0) ? overNanos() : pause, speech);
	}

	/** What is changed in its message next. */
	@Nullable Plan edit() {
		MessageRef ref = this.message.ref();
		if (this.begunAt == null || ref == null || this.overTold) {
			return null;
		}
		Plan over = new Plan(overNanos(), Speech.edit(ref, Occasion.STORM));
		if (!hasNews()) {
			return over;
		}
		Duration pause = EditingRules.pause(this.message);
		return Plan.earlier(over,
				new Plan(this.message.changedAt().nanosAfter(pause), Speech.edit(ref, Occasion.STORM)));
	}

	/** The banner as it stands now. */
	GroupBatch batch(Speech speech, Tick now) {
		List<Kind> byCount = new ArrayList<>(this.counted);
		byCount.sort(Comparator.comparingLong(Kind::total).reversed());
		List<Share> shares = this.members.stream().filter(Kind::isWaiting).map(Share::inBanner).toList();
		List<EventGroup> examples = byCount.stream()
			.filter((kind) -> !kind.isOther())
			.limit(EXAMPLES)
			.map((kind) -> kind.snapshot(now, 0))
			.toList();
		return GroupBatch.banner(shares, speech, new GroupBatch.Banner(storm(now), examples), now);
	}

	private Storm storm(Tick now) {
		long events = this.forgottenEvents;
		Instant until = Instant.MIN;
		for (Kind kind : this.counted) {
			events += kind.total();
			Instant seen = kind.lastFolded().instant();
			until = seen.isAfter(until) ? seen : until;
		}
		Tick begun = (this.begunAt != null) ? this.begunAt : now;
		return new Storm(this.kinds, events, begun.instant(), this.counted.isEmpty() ? now.instant() : until,
				commonCause(), isOver(now));
	}

	/** Type of the root cause of at least half of the kinds, if there is one. */
	private @Nullable String commonCause() {
		Map<String, Integer> causes = new HashMap<>();
		for (Kind kind : this.counted) {
			String type = rootType(kind.first());
			if (type != null) {
				causes.merge(type, 1, Integer::sum);
			}
		}
		return causes.entrySet()
			.stream()
			.filter((cause) -> cause.getValue() > 1 && cause.getValue() * 2 >= this.counted.size())
			.max(Map.Entry.comparingByValue())
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	private static @Nullable String rootType(Example example) {
		if (example instanceof LogEvent event) {
			return (event.throwable() != null) ? event.throwable().rootCause().type() : null;
		}
		MaskedEvent masked = (MaskedEvent) example;
		return (masked.throwable() != null) ? masked.throwable().rootCause().type() : null;
	}

	/**
	 * The banner was told.
	 * @param speech how
	 * @param storm as it was told
	 * @param ref what stands in Slack now, {@code null} if it cannot be edited
	 * @param now the time
	 */
	void told(Speech speech, Storm storm, @Nullable MessageRef ref, Tick now) {
		this.told = true;
		this.toldKinds = storm.kinds();
		this.lastTold = now;
		this.overTold |= storm.over();
		if (speech.form() == Speech.Form.EDIT) {
			this.message.edited(now);
		}
		else if (ref != null) {
			this.message.posted(ref, false, now);
		}
	}

	/** Its message is gone: it is told anew. */
	void gone() {
		this.message.gone();
		this.told = false;
	}

	/**
	 * Ends a storm that is over and told.
	 * @return the kinds that speak for themselves again, empty while it goes on
	 */
	List<Kind> end(Tick now) {
		boolean done = this.begunAt != null && isOver(now) && this.told && (this.overTold || !hasNews());
		if (!done || (this.message.ref() != null && !this.overTold)) {
			return List.of();
		}
		List<Kind> released = List.copyOf(this.members);
		released.forEach((kind) -> kind.hold(false));
		this.members.clear();
		this.counted.clear();
		this.forgottenEvents = 0;
		this.kinds = 0;
		this.message.gone();
		this.begunAt = null;
		this.told = false;
		this.overTold = false;
		this.toldKinds = 0;
		return released;
	}

}
