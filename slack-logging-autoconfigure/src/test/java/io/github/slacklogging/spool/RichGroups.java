package io.github.slacklogging.spool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.testing.SpooledFixture;
import org.jspecify.annotations.Nullable;

/** Groups that use everything that a group may hold. */
final class RichGroups {

	private RichGroups() {
	}

	static SpooledGroup rich() {
		MaskedThrowable suppressed = throwable("java.io.IOException", null, 2, null, List.of());
		MaskedThrowable cause = throwable("java.sql.SQLException", "connection ***", 40, null, List.of(suppressed));
		MaskedThrowable thrown = throwable("com.acme.OrderException", "Order 4711 \uD83D\uDE00 \"lost\"\n", 60, cause,
				List.of());
		Map<String, String> mdc = new LinkedHashMap<>();
		mdc.put("traceId", "7b");
		mdc.put("empty", "");
		MaskedEvent first = new MaskedEvent("7k3q9m2x4h8vt-1", SpooledFixture.START, Severity.ERROR, "com.acme.Orders",
				"http-1", "Order {} failed", "Order 4711 failed", mdc, Map.of("order", "4711"), thrown,
				new StackTraceElement("com.acme.Orders", "find", "Orders.java", 42), 2);
		MaskedEvent latest = SpooledFixture.event("a", Severity.CRITICAL, "later", null);
		return new SpooledGroup(new Fingerprint("k7f3q2a", List.of("SQLException", "Orders.find", "")), true,
				Severity.CRITICAL, Map.of(Severity.ERROR, 1_284L, Severity.CRITICAL, 2L), 5_000_000_000L, true,
				SpooledFixture.START, SpooledFixture.START.plus(Duration.ofNanos(1)), first, latest, true, null);
	}

	/** An incident that uses everything that there is. */
	static SpooledGroup incident(boolean over) {
		return with(new IncidentState(Phase.RETURNED, "1.8.2 \uD83D\uDE00",
				new MessageRef("C024BE91L", "1503435956.000247"), SpooledFixture.START.plus(Duration.ofNanos(7)),
				Severity.CRITICAL, 5_000_000_000L, 1_000, 3, 140, 1_102, new Mute(new Mute.Subject.Kind("k7f3q2a"),
						new Mute.End.At(SpooledFixture.START.plus(Duration.ofHours(1))), SpooledFixture.START),
				over));
	}

	/** The report of a job that uses everything that there is. */
	static SpooledGroup report() {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("written", 98L);
		counts.put("read", 5_000_000_000L);
		return report(new JobReport("nightly \uD83D\uDE00", "run 7", JobFramework.BATCH, JobOutcome.WARNING,
				SpooledFixture.START, Duration.ofNanos(12_500_000_001L), "2 of 100 were \"skipped\"", counts));
	}

	static SpooledGroup report(JobReport report) {
		MaskedEvent event = SpooledFixture.event("a", report.outcome().severity(), report.message(), null);
		return with(new MaskedEvent(event.logId(), event.timestamp(), event.severity(), report.loggerName(),
				event.threadName(), report.template(), report.message(), Map.of(), Map.of(), null, null, 0, report));
	}

	/** The incident of a run that is told to stand so. */
	static SpooledGroup run(JobOutcome told) {
		return with(
				new IncidentState(Phase.ONGOING, "1", null, null, Severity.ERROR, 1, 0, 0, 0, 0, null, false, told));
	}

	/** An incident that has nothing that it may do without. */
	static SpooledGroup bareIncident() {
		return with(new IncidentState(Phase.NEW, "", null, null, Severity.DEBUG, 0, 0, 0, 0, 0, null, false));
	}

	static SpooledGroup with(IncidentState incident) {
		SpooledGroup group = rich();
		return new SpooledGroup(group.fingerprint(), false, group.severity(), Map.of(), group.total(), true,
				group.firstSeen(), group.lastSeen(), group.first(), group.latest(), false, incident);
	}

	static SpooledGroup with(MaskedThrowable throwable) {
		return with(SpooledFixture.event("a", Severity.ERROR, "failed", throwable));
	}

	static SpooledGroup with(MaskedEvent event) {
		return new SpooledGroup(Fingerprint.of(List.of("a")), false, Severity.ERROR, Map.of(Severity.ERROR, 1L), 1,
				false, SpooledFixture.START, SpooledFixture.START, event, event, false, null);
	}

	static MaskedThrowable throwable(String type, @Nullable String message, int frames, @Nullable MaskedThrowable cause,
			List<MaskedThrowable> suppressed) {
		List<StackTraceElement> trace = new ArrayList<>();
		for (int i = 0; i < frames; i++) {
			trace.add((i % 2 == 0) ? new StackTraceElement("com.acme.Orders", "step" + i, "Orders.java", i)
					: new StackTraceElement("app", "java.base", "17", "java.lang.Thread", "run", null, -2));
		}
		return new MaskedThrowable(type, message, trace, frames / 2, cause, suppressed);
	}

}
