package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Mute.Subject;
import io.github.slacklogging.Mute.Term;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * What nobody is told of for a while, at all destinations, and when that ends. What is
 * muted is counted on; a message that can be edited says so. Bounded. Used by the worker
 * only; never blocks.
 *
 * <p>
 * Longer than a class of ours should be by the comments of this door.
 */
public final class Muting {

	/** Mutes that may stand at once. */
	public static final int MAX_MUTES = 200;

	private static final int MAX_NAME = 1_000;

	private static final long TENFOLD = 10;

	/** Readings of a monotonic clock can be compared only within half its range. */
	private static final Duration LONGEST = Duration.ofDays(36_500);

	private final Silences silences;

	private final Collection<GroupTable> tables;

	private final Supplier<String> version;

	/** Mutes began or ended since they were handed over. */
	private boolean changed;

	/** Events were counted since then. */
	private boolean counted;

	Muting(Silences silences, Collection<GroupTable> tables, Supplier<String> version) {
		this.silences = silences;
		this.tables = tables;
		this.version = version;
	}

	/**
	 * Mutes from now on, in the place of an earlier mute of the same subject.
	 * @param subject what
	 * @param term how long
	 * @param now the time
	 * @return the mute, empty where no kind with such a fingerprint is known
	 * @throws IllegalArgumentException if the name of a logger is none, or too many mutes
	 * stand already
	 */
	public Optional<Mute> mute(Subject subject, Term term, Tick now) {
		if (!isKnown(subject)) {
			return Optional.empty();
		}
		if (this.silences.of(subject) == null && this.silences.size() >= MAX_MUTES) {
			throw new IllegalArgumentException(MAX_MUTES + " mutes stand already: end one of them first");
		}
		Silence silence = silence(subject, term, now);
		this.silences.put(silence);
		changed(now);
		return Optional.of(silence.mute());
	}

	private boolean isKnown(Subject subject) {
		if (subject instanceof Subject.Kind kind) {
			return this.silences.of(kind) != null || this.tables.stream()
				.flatMap((table) -> table.known().everything().stream())
				.anyMatch((known) -> known.fingerprint().id().equals(kind.fingerprint()));
		}
		String name = ((Subject.Logger) subject).name();
		boolean fits = !name.isBlank() && name.length() <= MAX_NAME && name.chars().noneMatch(Character::isISOControl);
		if (!fits || name.startsWith(".") || name.endsWith(".")) {
			throw new IllegalArgumentException(
					"not the name of a logger: whole package segments are wanted, at most " + MAX_NAME + " characters");
		}
		return true;
	}

	private Silence silence(Subject subject, Term term, Tick now) {
		if (term instanceof Term.For length) {
			Tick until = now.plus(shorter(length.duration(), LONGEST));
			return new Silence(new Mute(subject, new End.At(until.instant()), now.instant()), until, 0);
		}
		if (term instanceof Term.UntilNextVersion) {
			return new Silence(new Mute(subject, new End.AfterVersion(this.version.get()), now.instant()), null, 0);
		}
		long total = total(subject);
		End end = new End.AtTotal(Math.max(1, total) * TENFOLD);
		return new Silence(new Mute(subject, end, now.instant()), null, total);
	}

	/**
	 * Of a kind at several destinations the highest: an event is one wherever it goes.
	 */
	private long total(Subject subject) {
		Predicate<Kind> concerned = (subject instanceof Subject.Logger logger)
				? (kind) -> Silences.isBelow(kind.loggerName(), logger.name())
				: (kind) -> subject.equals(new Subject.Kind(kind.fingerprint().id()));
		Map<String, Long> totals = new HashMap<>();
		for (GroupTable table : this.tables) {
			for (Kind kind : table.known().everything()) {
				if (concerned.test(kind)) {
					totals.merge(kind.fingerprint().id(), kind.total(), Math::max);
				}
			}
		}
		return totals.values().stream().mapToLong(Long::longValue).sum();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/**
	 * Ends a mute.
	 * @param subject what was muted
	 * @param now the time
	 * @return whether there was such a mute
	 */
	public boolean unmute(Subject subject, Tick now) {
		boolean stood = this.silences.remove(subject);
		if (stood) {
			changed(now);
		}
		return stood;
	}

	private void changed(Tick now) {
		this.changed = true;
		this.tables.forEach((table) -> table.remute(now));
	}

	/** All mutes that stand, the oldest first. */
	public List<Mute> mutes() {
		return this.silences.all().stream().map(Silence::mute).toList();
	}

	/**
	 * Ends what has come to its end. To be called in each round, before anything else.
	 */
	public void advance(Tick now) {
		if (this.silences.size() > 0) {
			String running = this.version.get();
			if (this.silences.all().removeIf((silence) -> silence.isOver(running, now))) {
				changed(now);
			}
		}
	}

	/** An event of a muted kind came. */
	void count(Silence silence, Tick now) {
		if (silence.isCounting()) {
			silence.count();
			this.counted = true;
			if (silence.isOver("", now)) {
				advance(now);
			}
		}
	}

	/** How long until the next mute ends by itself, {@link Long#MAX_VALUE} for never. */
	public long nanosToNext(Tick now) {
		long next = Long.MAX_VALUE;
		for (Silence silence : this.silences.all()) {
			Tick until = silence.until();
			next = (until != null) ? Math.min(next, Math.max(0, until.nanos() - now.nanos())) : next;
		}
		return next;
	}

	/**
	 * Goes on with the mutes of an earlier run; what was muted since then stays as it is.
	 * To be called before its incidents are restored.
	 * @param kept as they were handed over
	 * @param now the time
	 */
	public void restore(List<KeptMute> kept, Tick now) {
		for (KeptMute each : kept) {
			if (this.silences.of(each.mute().subject()) == null && this.silences.size() < MAX_MUTES) {
				this.silences.put(new Silence(each.mute(), until(each.mute().end(), now), each.counted()));
			}
		}
		if (!kept.isEmpty()) {
			changed(now);
		}
	}

	private static @Nullable Tick until(End end, Tick now) {
		if (!(end instanceof End.At at)) {
			return null;
		}
		Instant last = now.instant().plus(LONGEST);
		Instant instant = at.instant().isAfter(last) ? last : at.instant();
		return instant.isAfter(now.instant()) ? now.plus(Duration.between(now.instant(), instant)) : now;
	}

	/** Whether mutes began or ended since they were handed over. */
	public boolean isChanged() {
		return this.changed;
	}

	/** Whether events were counted since then. */
	public boolean hasCounted() {
		return this.counted;
	}

	/** What another run needs to go on; it counts as kept from now on. */
	public List<KeptMute> handOver() {
		this.changed = false;
		this.counted = false;
		return this.silences.all().stream().map(Silence::kept).toList();
	}

	/** Nothing is known to be kept any more. */
	public void unkept() {
		this.changed = true;
	}

}
