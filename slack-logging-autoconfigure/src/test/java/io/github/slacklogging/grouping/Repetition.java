package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.grouping.Scenario.Step;
import io.github.slacklogging.testing.RecordedThrowable;
import io.github.slacklogging.testing.ReportedJob;
import org.jspecify.annotations.Nullable;

/** Unfolds the short forms of a scenario's log calls. */
final class Repetition {

	private Repetition() {
	}

	/** One step for each event, in the order of time. */
	static List<Step> unfold(List<Step> steps) {
		List<Step> all = new ArrayList<>();
		for (Step step : steps) {
			String[] words = step.command().split(" +");
			if (words[0].equals("log") && words.length > 3 && words[3].startsWith("x")) {
				repeat(step, words, all);
			}
			else if (words[0].equals("report") && words.length > 4 && words[4].startsWith("x")) {
				Duration gap = gap(words);
				for (int i = 0; i < Integer.parseInt(words[4].substring(1)); i++) {
					all.add(new Step(step.at().plus(gap.multipliedBy(i)), step.command()));
				}
			}
			else if (words[0].equals("kinds")) {
				kinds(step, words, all);
			}
			else {
				all.add(step);
			}
		}
		all.sort(Comparator.comparing(Step::at));
		return all;
	}

	private static void repeat(Step step, String[] words, List<Step> all) {
		Duration gap = gap(words);
		for (int i = 0; i < Integer.parseInt(words[3].substring(1)); i++) {
			all.add(new Step(step.at().plus(gap.multipliedBy(i)), "log " + words[1] + " " + words[2] + with(words)));
		}
	}

	private static void kinds(Step step, String[] words, List<Step> all) {
		int from = Integer.parseInt(words[1]);
		Duration gap = gap(words);
		for (int kind = from; kind <= Integer.parseInt(words[2]); kind++) {
			all.add(new Step(step.at().plus(gap.multipliedBy(kind - from)),
					"log k" + kind + " " + words[3] + with(words)));
		}
	}

	private static Duration gap(String[] words) {
		String every = after(words, "every");
		return (every != null) ? TimeText.parseDuration(every) : Duration.ZERO;
	}

	private static String with(String[] words) {
		String type = after(words, "with");
		return (type != null) ? " with " + type : "";
	}

	private static @Nullable String after(String[] words, String word) {
		int place = List.of(words).indexOf(word);
		return (place < 0) ? null : words[place + 1];
	}

	/**
	 * The event that {@code report NAME RUN OUTCOME [with EXCEPTION]} makes.
	 */
	static LogEvent report(String[] words, Instant now) {
		ReportedJob job = ReportedJob.job().named(words[1]).run(words[2]).startedAt(now);
		String type = after(words, "with");
		job = (type != null)
				? job.throwing(RecordedThrowable.of(type + ": no\n\tat com.acme.Orders.save(Orders.java:7)")) : job;
		return job.report(JobOutcome.valueOf(words[3]), now);
	}

	/** The event that {@code log KIND SEVERITY [with EXCEPTION]} logs. */
	static LogEvent event(String[] words, Duration elapsed, Instant now) {
		Logged logged = words[1].equals("failed-start")
				? Logged.ofKind(Severity.CRITICAL, words[1]).by("org.springframework.boot.SpringApplication")
				: Logged.ofKind(Severity.valueOf(words[2]), words[1]);
		String type = after(words, "with");
		if (type != null) {
			logged.throwing(type + ": no\n\tat com.acme.Orders.save(Orders.java:7)");
		}
		return logged.after(Duration.between(Logged.NOON, now)).event();
	}

}
