package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.slacklogging.Destination;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Incidents;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/**
 * A grouping with one webhook and a clock that is moved by hand. The clock overflows two
 * seconds after the start.
 */
final class GroupingAtHand {

	static final String HERE = "default";

	static final Duration LINGER = Duration.ofSeconds(1);

	static final Duration DIGEST = Duration.ofMinutes(5);

	static final Duration QUIET = Duration.ofMinutes(15);

	private final EventGrouping grouping;

	private Tick now = new Tick(Logged.NOON, Long.MAX_VALUE - Duration.ofSeconds(2).toNanos() + 1);

	GroupingAtHand() {
		this(settings(1_000));
	}

	GroupingAtHand(Settings settings) {
		this.grouping = new EventGrouping(settings, List.of(), List.of(webhook(HERE)), () -> "1.8.2", this.now);
	}

	static Destination webhook(String name) {
		return new Destination(name, Destination.Kind.WEBHOOK, null, name);
	}

	static Destination bot(String name) {
		return new Destination(name, Destination.Kind.BOT, "C1", name);
	}

	/** The defaults of the properties. */
	static Settings settings(int maxGroups) {
		return settings(true, maxGroups, LINGER, DIGEST);
	}

	static Settings settings(boolean enabled, int maxGroups, Duration linger, Duration digest) {
		return new Settings(enabled, List.of("orders", "test"), List.of("com.acme"), maxGroups, linger, 100, 5,
				Severity.WARN, digest, Incidents.DEFAULTS);
	}

	/** Whatever comes is no storm. */
	static Settings calm(int maxGroups) {
		Incidents calm = new Incidents(QUIET, Incidents.DEFAULTS.milestones(), Incidents.DEFAULTS.reminder(),
				Integer.MAX_VALUE - 1);
		return new Settings(true, List.of("orders", "test"), List.of("com.acme"), maxGroups, LINGER, 100, 5,
				Severity.WARN, DIGEST, calm);
	}

	GroupingAtHand fold(LogEvent... events) {
		for (LogEvent event : events) {
			this.grouping.fold(event, List.of(HERE), this.now);
		}
		return this;
	}

	GroupingAtHand fold(Severity severity, String kind, int times) {
		for (int i = 0; i < times; i++) {
			fold(Logged.ofKind(severity, kind).event());
		}
		return this;
	}

	GroupingAtHand pass(Duration duration) {
		this.now = this.now.plus(duration);
		return this;
	}

	/** Not a nanosecond before that: due exactly then. */
	boolean isDueExactlyAfter(Duration duration) {
		boolean tooEarly = isDueAt(this.now.plus(duration.minusNanos(1)));
		pass(duration);
		return !tooEarly && isDueAt(this.now);
	}

	private boolean isDueAt(Tick tick) {
		boolean due = this.grouping.isDue(HERE, Pace.POST, tick);
		OptionalLong nanos = this.grouping.nextDueNanos(HERE, Pace.POST);
		boolean next = nanos.isPresent() && tick.isAtOrAfter(nanos.getAsLong());
		boolean overdue = this.grouping.overdue(HERE, tick) > 0;
		if (due != next || (overdue && !due)) {
			throw new AssertionError("isDue, nextDueNanos and overdue disagree");
		}
		return due;
	}

	boolean isDue() {
		return isDueAt(this.now);
	}

	/** How long until something is due. */
	Duration nextDue() {
		return Duration.ofNanos(this.grouping.nextDueNanos(HERE, Pace.POST).orElseThrow() - this.now.nanos());
	}

	Optional<GroupBatch> tryTake() {
		return this.grouping.take(HERE, this.now);
	}

	GroupBatch take() {
		return tryTake().orElseThrow();
	}

	GroupBatch takeAll() {
		return this.grouping.takeAll(HERE, true, this.now).orElseThrow();
	}

	void acknowledge(GroupBatch batch) {
		this.grouping.acknowledged(HERE, batch, Receipt.PLAIN, this.now);
	}

	void drop(GroupBatch batch) {
		this.grouping.dropped(HERE, batch, this.now);
	}

	/** One message, acknowledged at once. */
	GroupBatch tell() {
		GroupBatch batch = take();
		acknowledge(batch);
		return batch;
	}

	long waiting() {
		return this.grouping.waiting(HERE);
	}

	long overdue() {
		return this.grouping.overdue(HERE, this.now);
	}

	Tick now() {
		return this.now;
	}

	EventGrouping grouping() {
		return this.grouping;
	}

	/** The kind that {@link Logged#ofKind} set. */
	static String kindOf(EventGroup group) {
		return kindOf(group.fingerprint());
	}

	static String kindOf(Fingerprint fingerprint) {
		List<String> components = fingerprint.components();
		int job = components.size() - 2;
		if (job >= 0 && components.get(job).startsWith("job ")) {
			return components.get(job).substring(4) + "/" + components.get(job + 1).substring(4);
		}
		return components.get(components.size() - 1).replaceFirst("^key ", "");
	}

	static List<String> kindsOf(GroupBatch batch) {
		return batch.groups().stream().map(GroupingAtHand::kindOf).toList();
	}

}
