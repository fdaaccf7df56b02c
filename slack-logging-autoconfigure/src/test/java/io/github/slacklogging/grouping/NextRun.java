package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/** What a disk keeps for the next run, masked as the pipeline would mask it. */
final class NextRun {

	private final Map<Fingerprint, SpooledGroup> incidents = new LinkedHashMap<>();

	private final List<SpooledGroup> groups = new ArrayList<>();

	private final List<KeptMute> mutes = new ArrayList<>();

	void keepIncidents(List<GroupDelta> changed) {
		for (GroupDelta delta : changed) {
			IncidentState state = delta.incident();
			if (state == null || state.over()) {
				this.incidents.remove(delta.group().fingerprint());
			}
			else {
				this.incidents.put(delta.group().fingerprint(), masked(delta));
			}
		}
	}

	/** In place of what was kept before. */
	void keep(List<GroupDelta> waiting) {
		this.groups.clear();
		waiting.forEach((delta) -> this.groups.add(masked(delta)));
	}

	void keepMutes(List<KeptMute> standing) {
		this.mutes.clear();
		this.mutes.addAll(standing);
	}

	List<KeptMute> mutes() {
		return List.copyOf(this.mutes);
	}

	List<SpooledGroup> incidents() {
		return List.copyOf(this.incidents.values());
	}

	List<SpooledGroup> groups() {
		return List.copyOf(this.groups);
	}

	private static SpooledGroup masked(GroupDelta delta) {
		EventGroup group = delta.group();
		return new SpooledGroup(group.fingerprint(), delta.other(), group.severity(), delta.counts(), group.total(),
				group.spoken(), group.firstSeen(), group.lastSeen(), masked(group.first()), masked(group.latest()),
				delta.mayBeRepeat(), delta.incident());
	}

	private static MaskedEvent masked(Example example) {
		if (example instanceof MaskedEvent masked) {
			return masked;
		}
		LogEvent event = (LogEvent) example;
		return new MaskedEvent(event.logId(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.message(), Map.of(), Map.of(), masked(event.throwable()),
				null, 0, event.job());
	}

	private static @Nullable MaskedThrowable masked(@Nullable ThrowableSnapshot thrown) {
		return (thrown == null) ? null : new MaskedThrowable(thrown.type(), thrown.message(), thrown.frames(),
				thrown.framesInCommon(), null, List.of());
	}

}
