package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was said when, one line each. More than five counts of one message in a row are
 * told by the first three and the last, attempts without answer by the first.
 */
final class Transcript {

	private final List<Line> lines = new ArrayList<>();

	void said(Duration at, String text, boolean count) {
		this.lines.add(new Line(at, text, count ? text.replaceAll("×\\d+|STORM \\d+", "") : null));
	}

	void end(Duration at, String books) {
		this.lines.add(new Line(at, books, null));
	}

	String text() {
		StringBuilder text = new StringBuilder();
		int from = 0;
		while (from < this.lines.size()) {
			int to = from + 1;
			while (to < this.lines.size() && this.lines.get(to).isLike(this.lines.get(from))) {
				to++;
			}
			append(this.lines.subList(from, to), text);
			from = to;
		}
		return text.toString();
	}

	private static void append(List<Line> run, StringBuilder text) {
		boolean unanswered = run.get(0).text().endsWith("no answer");
		int shown = unanswered ? 1 : (run.size() > 5) ? 3 : run.size();
		run.subList(0, shown).forEach((line) -> line.appendTo(text));
		if (shown < run.size() && !unanswered) {
			text.append("... ").append(run.size() - shown - 1).append(" more, ").append(gaps(run)).append(" apart\n");
			run.get(run.size() - 1).appendTo(text);
		}
	}

	private static String gaps(List<Line> run) {
		Duration least = Duration.ofDays(1_000);
		Duration most = Duration.ZERO;
		for (int i = 3; i < run.size(); i++) {
			Duration gap = run.get(i).at().minus(run.get(i - 1).at());
			least = (gap.compareTo(least) < 0) ? gap : least;
			most = (gap.compareTo(most) > 0) ? gap : most;
		}
		return least.equals(most) ? TimeText.ofDuration(least)
				: TimeText.ofDuration(least) + " to " + TimeText.ofDuration(most);
	}

	private record Line(Duration at, String text, @Nullable String run) {

		boolean isLike(Line first) {
			return (first.run != null && first.run.equals(this.run))
					|| (first.text.endsWith("no answer") && this.text.endsWith("no answer"));
		}

		void appendTo(StringBuilder text) {
			text.append(TimeText.of(this.at)).append("  ").append(this.text).append('\n');
		}

	}

}
