package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Storm;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * What one message tells, and exactly which counts are taken off when it is acknowledged.
 * Immutable for its users; belongs to the table that made it.
 */
public final class GroupBatch {

	private final List<Share> shares;

	private final Speech speech;

	private final @Nullable Banner banner;

	private final Duration span;

	private final long dueNanos;

	GroupBatch(List<Share> shares, Speech speech, Tick now) {
		this(shares, speech, null, now.nanos(), now);
	}

	private GroupBatch(List<Share> shares, Speech speech, @Nullable Banner banner, long dueBy, Tick now) {
		this.shares = List.copyOf(shares);
		this.speech = speech;
		this.banner = banner;
		Tick oldest = now;
		long due = dueBy;
		for (Share share : shares) {
			Kind kind = share.kind();
			oldest = oldest.isAtOrAfter(kind.waitingSince().nanos()) ? kind.waitingSince() : oldest;
			Due slot = (speech.form().pace() == Pace.POST) ? kind.post() : kind.edit();
			due = (slot.isSet() && slot.nanos() - due < 0) ? slot.nanos() : due;
		}
		this.span = now.since(oldest);
		this.dueNanos = due;
	}

	/** A storm's banner, which counts its kinds and shows some of them as examples. */
	static GroupBatch banner(List<Share> shares, Speech speech, Banner banner, Tick now) {
		return new GroupBatch(shares, speech, banner, now.nanos(), now);
	}

	/** How it is told. */
	public Speech speech() {
		return this.speech;
	}

	/** The storm that it tells of, {@code null} for none. */
	public @Nullable Storm storm() {
		return (this.banner != null) ? this.banner.storm() : null;
	}

	/** Kinds to show, most important first; at least one. */
	public List<EventGroup> groups() {
		if (this.banner != null) {
			return this.banner.examples();
		}
		List<EventGroup> groups = new ArrayList<>();
		for (Share share : this.shares) {
			if (share.shown() != null) {
				groups.add(share.shown());
			}
		}
		return groups;
	}

	/** All kinds that it tells of, also those that are only counted. */
	public List<Fingerprint> kinds() {
		return this.shares.stream().map((share) -> share.kind().fingerprint()).toList();
	}

	/** Kinds that are only counted, by their severity. */
	public Map<Severity, Remainder> remainder() {
		Map<Severity, Remainder> remainder = new EnumMap<>(Severity.class);
		if (this.banner != null) {
			// a storm knows its sums
			return remainder;
		}
		for (Share share : this.shares) {
			long hidden = share.hidden();
			if (hidden > 0) {
				remainder.merge(share.severity(), new Remainder(1, hidden),
						(a, b) -> new Remainder(a.kinds() + b.kinds(), a.events() + b.events()));
			}
		}
		return remainder;
	}

	/** Whether an earlier run may have told some of it already. */
	public boolean mayBeRepeat() {
		return this.shares.stream().anyMatch((share) -> share.kind().mayBeRepeat());
	}

	/** How long the oldest of its events has waited. */
	public Duration span() {
		return this.span;
	}

	/** Since when the most urgent of its kinds is due, in nanoseconds. */
	public long dueNanos() {
		return this.dueNanos;
	}

	/** Highest severity in it. */
	public Severity severity() {
		Severity highest = Severity.DEBUG;
		for (Share share : this.shares) {
			highest = share.severity().isAtLeast(highest) ? share.severity() : highest;
		}
		return highest;
	}

	/** Number of events by severity. */
	public Map<Severity, Long> events() {
		Map<Severity, Long> events = new EnumMap<>(Severity.class);
		for (Share share : this.shares) {
			share.counts().forEach((severity, count) -> events.merge(severity, count, Long::sum));
		}
		return events;
	}

	/** Number of events by severity and by how the message tells of them. */
	public Map<DeliveryKind, Map<Severity, Long>> eventsByKind() {
		Map<DeliveryKind, Map<Severity, Long>> events = new EnumMap<>(DeliveryKind.class);
		for (Share share : this.shares) {
			share.addTo(events);
		}
		return events;
	}

	boolean tellsOf(Kind kind) {
		return this.shares.stream().anyMatch((share) -> share.kind() == kind);
	}

	List<Share> shares() {
		return this.shares;
	}

	/**
	 * What a storm's banner shows.
	 *
	 * @param storm in numbers
	 * @param examples some of its kinds, most frequent first
	 */
	record Banner(Storm storm, List<EventGroup> examples) {

		public Banner {
			examples = List.copyOf(examples);
		}

	}

}
