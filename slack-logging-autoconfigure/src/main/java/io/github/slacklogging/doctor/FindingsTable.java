package io.github.slacklogging.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;

/**
 * What was found, as a table of plain ASCII that fits a terminal of 120 columns. Long
 * texts go on in further lines of their row, advice stands below the detail behind an
 * arrow. Immutable.
 */
public final class FindingsTable {

	/** Columns of the narrowest terminal that it fits. */
	public static final int WIDTH = 120;

	private static final int MAX_SUBJECT = 24;

	private static final int MAX_CHECK = 16;

	private static final int OUTCOME = Outcome.WARNING.name().length();

	/** Borders and blanks of four columns. */
	private static final int FRAME = 13;

	private static final String ADVICE = "-> ";

	private final List<Finding> findings;

	private final int subject;

	private final int check;

	public FindingsTable(List<Finding> findings) {
		this.findings = List.copyOf(findings);
		this.subject = width(Finding::subject, "SUBJECT", MAX_SUBJECT);
		this.check = width(Finding::check, "CHECK", MAX_CHECK);
	}

	private int width(Function<Finding, String> column, String title, int max) {
		int longest = this.findings.stream().map(column).mapToInt(String::length).max().orElse(0);
		return Math.min(max, Math.max(title.length(), longest));
	}

	/** Whether nothing failed. */
	public boolean isHealthy() {
		return count(Outcome.FAILED) == 0;
	}

	/** For example {@code 2 problems, 1 warning}. */
	public String summary() {
		long failed = count(Outcome.FAILED);
		long warnings = count(Outcome.WARNING);
		return (failed == 0 && warnings == 0) ? "No problem found"
				: words(failed, "problem") + ", " + words(warnings, "warning");
	}

	private static String words(long count, String word) {
		return (count == 0) ? "no " + word + "s" : count + " " + word + ((count == 1) ? "" : "s");
	}

	private long count(Outcome outcome) {
		return this.findings.stream().filter((finding) -> finding.outcome() == outcome).count();
	}

	/** The table and the summary, each line with its end. */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		line(text);
		row(text, List.of("OUTCOME"), List.of("SUBJECT"), List.of("CHECK"), List.of("WHAT WAS SEEN"));
		line(text);
		String last = "";
		for (Finding finding : this.findings) {
			boolean repeated = finding.subject().equals(last);
			row(text, List.of(finding.outcome().name()), wrap(repeated ? "" : plain(finding.subject()), this.subject),
					wrap(plain(finding.check()), this.check), seen(finding));
			last = finding.subject();
		}
		line(text);
		return text.append(summary()).append('\n').toString();
	}

	private int rest() {
		return WIDTH - FRAME - OUTCOME - this.subject - this.check;
	}

	private List<String> seen(Finding finding) {
		List<String> lines = new ArrayList<>(wrap(plain(finding.detail()), rest()));
		String advice = finding.advice();
		if (advice != null) {
			List<String> wrapped = wrap(plain(advice), rest() - ADVICE.length());
			for (int i = 0; i < wrapped.size(); i++) {
				lines.add(((i == 0) ? ADVICE : " ".repeat(ADVICE.length())) + wrapped.get(i));
			}
		}
		return lines;
	}

	/** One line, without what could steer a terminal: some of it came over the wire. */
	private static String plain(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
	}

	private void line(StringBuilder text) {
		for (int width : new int[] { OUTCOME, this.subject, this.check, rest() }) {
			text.append('+').append("-".repeat(width + 2));
		}
		text.append("+\n");
	}

	@SafeVarargs
	private void row(StringBuilder text, List<String>... cells) {
		int[] widths = { OUTCOME, this.subject, this.check, rest() };
		int height = 1;
		for (List<String> cell : cells) {
			height = Math.max(height, cell.size());
		}
		for (int i = 0; i < height; i++) {
			for (int column = 0; column < cells.length; column++) {
				String cell = (i < cells[column].size()) ? cells[column].get(i) : "";
				text.append("| ").append(cell).append(" ".repeat(widths[column] - cell.length() + 1));
			}
			text.append("|\n");
		}
	}

	/** Breaks at blanks, and within what has none and is too long. */
	static List<String> wrap(String text, int width) {
		List<String> lines = new ArrayList<>();
		String rest = text;
		while (rest.length() > width) {
			int blank = rest.lastIndexOf(' ', width);
			int end = (blank > 0) ? blank : width;
			lines.add(rest.substring(0, end).stripTrailing());
			rest = rest.substring(end).stripLeading();
		}
		lines.add(rest);
		return lines;
	}

}
