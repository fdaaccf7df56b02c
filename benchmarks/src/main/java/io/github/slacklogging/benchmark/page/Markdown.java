package io.github.slacklogging.benchmark.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.slacklogging.benchmark.page.Block.Goal;

/** Blocks as GitHub's Markdown. */
final class Markdown {

	private static final List<String> GOAL_COLUMNS = List.of("goal", "measured", "result", "remark");

	private Markdown() {
	}

	/** With a line break at its end. */
	static String of(Block block) {
		if (block instanceof Block.Text text) {
			return text.markdown().strip() + "\n";
		}
		if (block instanceof Block.Table table) {
			return row(table.columns()) + row(rule(table.columns().size()))
					+ table.rows().stream().map(Markdown::row).collect(Collectors.joining());
		}
		if (block instanceof Block.Goals goals) {
			return row(GOAL_COLUMNS) + row(Collections.nCopies(GOAL_COLUMNS.size(), "---"))
					+ goals.goals().stream().map(Markdown::goal).collect(Collectors.joining());
		}
		return (block instanceof Block.Bars bars) ? image(bars.title(), bars.name())
				: image(((Block.Lines) block).title(), ((Block.Lines) block).name());
	}

	/** Whether what comes next stands below a heading of its own. */
	static boolean endsWithHeading(String markdown) {
		return markdown.stripTrailing().matches("(?s)(.*\n)?#+ [^\n]*");
	}

	private static List<String> rule(int columns) {
		List<String> rule = new ArrayList<>(Collections.nCopies(columns, "---:"));
		rule.set(0, "---");
		return rule;
	}

	private static String row(List<String> cells) {
		return cells.stream()
			.map((cell) -> " " + cell.strip().replaceAll("\\s*\n\\s*", " ").replace("|", "\\|") + " ")
			.collect(Collectors.joining("|", "|", "|\n"))
			.replace("|  |", "| |");
	}

	private static String goal(Goal goal) {
		return row(List.of(goal.what(), goal.measured(), goal.met() ? "met" : "**not met**", goal.remark()));
	}

	private static String image(String title, String name) {
		return "![" + words(title) + "](images/" + PerformancePage.file(name) + ")\n";
	}

	/** Square brackets would end them. */
	private static String words(String title) {
		return title.replace('[', '(').replace(']', ')');
	}

	/**
	 * What stands behind the hash of an address, by the rules of GitHub: lower case; only
	 * letters, digits, underscores and dashes stay; a dash for a space.
	 */
	static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "").replace(' ', '-');
	}

}
