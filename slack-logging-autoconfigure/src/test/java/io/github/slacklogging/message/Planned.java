package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.Incident.Rate;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Storm;
import org.jspecify.annotations.Nullable;

/** Plans for tests, changed one part at a time, and groups with a life behind them. */
final class Planned {

	static final Rate RATE = new Rate(31, 140, List.of(0L, 3L, 140L, 700L, 410L, 155L));

	private final List<MaskedGroup> groups;

	private Set<Occasion> occasions = Set.of(Occasion.GATHERED);

	private Map<Severity, Remainder> remainder = Map.of();

	private @Nullable Storm storm;

	private @Nullable String mention;

	private @Nullable String insteadOf;

	private boolean mayBeRepeat;

	private MessageExtras extras = MessageExtras.NONE;

	private Instant composedAt = Told.NOW;

	private Planned(List<MaskedGroup> groups) {
		this.groups = groups;
	}

	static Planned of(MaskedGroup... groups) {
		return of(List.of(groups));
	}

	static Planned of(List<MaskedGroup> groups) {
		return new Planned(groups);
	}

	Planned on(Occasion... occasions) {
		this.occasions = Set.of(occasions);
		return this;
	}

	Planned remainder(Map<Severity, Remainder> remainder) {
		this.remainder = remainder;
		return this;
	}

	Planned storm(@Nullable Storm storm) {
		this.storm = storm;
		return this;
	}

	Planned mention(@Nullable String mention) {
		this.mention = mention;
		return this;
	}

	Planned insteadOf(@Nullable String destination) {
		this.insteadOf = destination;
		return this;
	}

	Planned mayBeRepeat(boolean mayBeRepeat) {
		this.mayBeRepeat = mayBeRepeat;
		return this;
	}

	Planned extras(MessageExtras extras) {
		this.extras = extras;
		return this;
	}

	/** Composed so long after the groups were last seen. */
	Planned after(Duration since) {
		this.composedAt = Told.NOW.plus(since);
		return this;
	}

	MessagePlan plan() {
		return new MessagePlan(this.groups, this.remainder, Duration.ofMinutes(5), this.mayBeRepeat, this.insteadOf,
				this.composedAt, this.occasions, this.storm, this.mention, this.extras);
	}

	/** The same group with another life. */
	static MaskedGroup living(MaskedGroup group, Incident incident) {
		return new MaskedGroup(group.fingerprint(), group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), group.first(), group.latest(), incident);
	}

	static MaskedGroup living(MaskedGroup group, Phase phase) {
		return living(group, new Incident(phase, RATE, milestone(group.total()), 0, null, null));
	}

	/** The same group, telling of that milestone. */
	static MaskedGroup atMilestone(MaskedGroup group, long milestone) {
		return living(group, new Incident(Phase.ONGOING, RATE, milestone, 0, null, null));
	}

	private static long milestone(long total) {
		long milestone = 10;
		while (milestone * 10 <= total) {
			milestone *= 10;
		}
		return (milestone <= total) ? milestone : 0;
	}

	/** Seen before, so long ago. */
	static MaskedGroup returned(MaskedGroup group, Duration ago, @Nullable String version, @Nullable String link) {
		return living(group,
				new Incident(Phase.RETURNED, Rate.NONE, 0, 0, null, new Earlier(Told.NOW.minus(ago), version, link)));
	}

	/** The same group with another latest event. */
	static MaskedGroup endedWith(MaskedGroup group, MaskedEvent latest) {
		return new MaskedGroup(group.fingerprint(), group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), group.first(), latest, group.incident());
	}

	/** The same group with another first event. */
	static MaskedGroup startedWith(MaskedGroup group, MaskedEvent first) {
		return new MaskedGroup(group.fingerprint(), group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), first, group.latest(), group.incident());
	}

}
