package io.github.slacklogging.grouping;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.EventGroup;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Severity;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The books of one scenario at one destination: logged = told + waiting + dropped, at
 * every moment, and the count shown last is exact.
 */
final class Ledger {

	private long logged;

	private long told;

	private long dropped;

	private final Map<String, Long> loggedOf = new HashMap<>();

	private final Map<String, JobOutcome> outcomes = new HashMap<>();

	private final Map<String, Long> shownOf = new HashMap<>();

	/** Kinds that were only summed up somewhere, or began anew. */
	private final Set<String> inexact = new HashSet<>();

	void logged(LogEvent event) {
		this.logged++;
		JobReport report = event.job();
		if (report != null) {
			reported(report);
			return;
		}
		this.loggedOf.merge(event.keyValues().get(0).text(), 1L, Long::sum);
	}

	/** Only reports of one outcome are counted together. */
	private void reported(JobReport report) {
		String run = report.name() + "/" + report.run();
		if (this.outcomes.put(run, report.outcome()) != report.outcome()) {
			this.loggedOf.remove(run);
		}
		this.loggedOf.merge(run, 1L, Long::sum);
	}

	void dropped(Map<Severity, Long> events) {
		this.dropped += sum(events);
	}

	/** A batch is right in itself, acknowledged or not. */
	void check(GroupBatch batch) {
		Map<Severity, Long> byHow = new EnumMap<>(Severity.class);
		batch.eventsByKind().values().forEach((counts) -> counts.forEach((s, n) -> byHow.merge(s, n, Long::sum)));
		assertThat(byHow).isEqualTo(batch.events());
		long hidden = (batch.storm() != null) ? sum(batch.events())
				: batch.remainder().values().stream().mapToLong(Remainder::events).sum();
		assertThat(sum(batch.eventsByKind().getOrDefault(DeliveryKind.SUMMARISED, Map.of()))).isEqualTo(hidden);
		assertThat(batch.span().isNegative()).isFalse();
	}

	void acknowledged(GroupBatch batch) {
		this.told += sum(batch.events());
		for (EventGroup group : batch.groups()) {
			String kind = GroupingAtHand.kindOf(group);
			this.shownOf.put(kind, group.total());
			if (group.incident().earlier() != null) {
				this.inexact.add(kind);
			}
		}
	}

	void checkSum(long waiting) {
		assertThat(this.told + waiting + this.dropped).isEqualTo(this.logged);
	}

	/** How it ended. */
	String inWords(long waiting) {
		checkSum(waiting);
		if (waiting == 0 && this.dropped == 0) {
			this.shownOf.forEach((kind, shown) -> {
				if (!this.inexact.contains(kind) && this.loggedOf.containsKey(kind)) {
					assertThat(shown).as("count of %s shown last", kind).isEqualTo(this.loggedOf.get(kind));
				}
			});
		}
		return "logged " + this.logged + ", told " + this.told + ", waiting " + waiting + ", dropped " + this.dropped;
	}

	private static long sum(Map<Severity, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

}
