package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.worker.Mailbox;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.End;
import io.github.slacklogging.GroupSpool.Recovery;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what earlier runs left. Where the place cannot be read it is asked again
 * later; until then nothing is written there. Used by the worker only.
 */
final class Restoration {

	private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

	private static final Duration LAST_RETRY = Duration.ofMinutes(5);

	private final GroupSpool spool;

	private final Mailbox mailbox;

	private final MuteKeeping mutes;

	private final JobKeeping jobs;

	private final PipelineListener listener;

	private boolean asked;

	private boolean found;

	private @Nullable Tick askAgainAt;

	private Duration retry = FIRST_RETRY;

	Restoration(GroupSpool spool, MuteKeeping mutes, JobKeeping jobs, Mailbox mailbox, PipelineListener listener) {
		this.mutes = mutes;
		this.jobs = jobs;
		this.spool = spool;
		this.mailbox = mailbox;
		this.listener = listener;
	}

	/** Asks when it is time to. */
	void advance(Collection<Lane> lanes, Tick now) {
		Tick at = this.askAgainAt;
		if (!this.asked || (at != null && now.isAtOrAfter(at.nanos()))) {
			this.asked = true;
			this.askAgainAt = null;
			this.spool.recover((recovery) -> this.mailbox.put((then) -> restore(recovery, lanes, then)));
		}
	}

	private void restore(Recovery recovery, Collection<Lane> lanes, Tick now) {
		if (recovery.end() == End.UNKNOWN) {
			this.askAgainAt = now.plus(this.retry);
			Duration longer = this.retry.multipliedBy(2);
			this.retry = (longer.compareTo(LAST_RETRY) > 0) ? LAST_RETRY : longer;
			return;
		}
		this.found |= !recovery.groups().isEmpty() || !recovery.incidents().isEmpty();
		Cause cause = (recovery.end() == End.CRASHED) ? Cause.CRASH : Cause.STOP;
		this.mutes.opened(recovery.mutes(), now);
		this.jobs.opened(recovery.jobs(), now);
		for (Lane lane : lanes) {
			List<SpooledGroup> groups = recovery.groups().getOrDefault(lane.name(), List.of());
			for (SpooledGroup group : groups) {
				for (Map.Entry<Severity, Long> count : group.counts().entrySet()) {
					this.listener.recovered(count.getKey(), count.getValue());
				}
			}
			lane.restore(groups, recovery.incidents().getOrDefault(lane.name(), List.of()), cause, now);
		}
		// after that, so that the note about the restart tells of it
		lost(DropReason.CORRUPT, recovery.damagedEvents());
		lost(DropReason.EXPIRED, recovery.expiredEvents());
	}

	/** Ids of the kinds that have a message of their own which can be edited. */
	static Set<String> livingIn(Collection<SpooledGroup> incidents) {
		Set<String> ids = new HashSet<>();
		for (SpooledGroup group : incidents) {
			IncidentState incident = group.incident();
			if (incident != null && incident.message() != null) {
				ids.add(group.fingerprint().id());
			}
		}
		return ids;
	}

	/** Both sides of the books; how severe they were went with them. */
	private void lost(DropReason reason, long events) {
		if (events > 0) {
			this.listener.recovered(Severity.ERROR, events);
			this.listener.dropped(reason, Severity.ERROR, events);
		}
	}

	/** Whether an earlier run left anything that is or was told. */
	boolean hasFound() {
		return this.found;
	}

	/** How long until it is to be asked again. */
	long nanosToNext(Tick now) {
		Tick at = this.askAgainAt;
		return (at != null) ? Math.max(0, at.nanos() - now.nanos()) : Long.MAX_VALUE;
	}

}
