package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan.Remainder;

/**
 * The sections of a summary: one per severity, or more where links need the room, a row
 * per kind, the rest counted. All rows share the room that is left, so that each kind
 * finds some; links get what the rows of all sections leave, the worst and most frequent
 * kinds first. Immutable.
 */
final class SummarySections {

	/** For the heading of a section and its last line. */
	private static final Size FRAME = new Size(120, 120, 140);

	private static final Size MAX_ROW = new Size(260, 700, 900);

	private final KindRow row;

	private final SearchLinks links;

	SummarySections(InAppFrames inApp, SearchLinks links) {
		this.row = new KindRow(inApp);
		this.links = links;
	}

	List<Block> blocks(List<SeveritySummary> summaries, Budget budget) {
		int rows = Math.max(1, summaries.stream().mapToInt((summary) -> summary.shown().size()).sum());
		List<Budget> frames = summaries.stream().map((summary) -> budget.reserve(FRAME)).toList();
		Size row = budget.left().dividedBy(rows).atMost(MAX_ROW);
		List<LinkedRows> sections = new ArrayList<>();
		for (int i = 0; i < summaries.size(); i++) {
			SeveritySummary summary = summaries.get(i);
			Size perObject = Limits.TEXT_OBJECT.minus(FRAME).dividedBy(Math.max(1, summary.shown().size()));
			sections.add(section(summary, frames.get(i), row.atMost(perObject), budget));
		}
		return linked(sections, budget);
	}

	private static List<Block> linked(List<LinkedRows> sections, Budget budget) {
		List<Block> blocks = new ArrayList<>();
		for (int i = 0; i < sections.size(); i++) {
			int behind = sections.size() - 1 - i;
			blocks.addAll(sections.get(i).sections(budget, LinkedRows.MAX_SECTIONS - blocks.size() - behind));
		}
		return blocks;
	}

	private LinkedRows section(SeveritySummary summary, Budget frame, Size row, Budget budget) {
		LinkedRows section = new LinkedRows();
		section.add(new Mrkdwn(frame)
			.ours("*" + summary.severity() + "* (" + Words.count(summary.events(), "event") + ")"));
		for (MaskedGroup group : summary.shown()) {
			// The line break is part of the row.
			Budget room = budget.reserve(row);
			section.add(this.row.writeTo(new Mrkdwn(room).ours("\n"), group, group.count(), row.shown()),
					this.links.row(group, group.count()));
			budget.giveBack(room);
		}
		Remainder hidden = summary.hidden();
		if (hidden.events() > 0) {
			section.add(new Mrkdwn(frame).ours("\n_" + more(hidden, !summary.shown().isEmpty()) + "_"));
		}
		return section;
	}

	private static String more(Remainder hidden, boolean someShown) {
		String events = Words.count(hidden.events(), "event");
		if (hidden.kinds() == 0) {
			return "… and " + Words.count(hidden.events(), "more event");
		}
		return someShown ? "… and " + Words.count(hidden.kinds(), "more kind") + ", " + events
				: Words.count(hidden.kinds(), "kind") + ", " + events + ", not shown";
	}

}
