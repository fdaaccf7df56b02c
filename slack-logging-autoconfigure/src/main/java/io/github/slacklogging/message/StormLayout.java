package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Storm;

/**
 * Layout E: many new kinds in a short time, in one banner in their place. A few stand for
 * all; the others are counted, so that the sums match.
 */
final class StormLayout implements Layout {

	private static final int MAX_ROWS = 5;

	private static final Size HEADLINE = new Size(600, 1_500, 3_000);

	private static final Size ROW = new Size(260, 500, 560);

	private static final Size REST = new Size(100, 120, 140);

	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_CAUSE = 100;

	private final KindRow row;

	private final SearchLinks links;

	StormLayout(InAppFrames inApp, SearchLinks links) {
		this.row = new KindRow(inApp);
		this.links = links;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		StormSums sums = StormSums.of(plan, MAX_ROWS);
		Storm storm = Objects.requireNonNull(plan.storm());
		CallOut callOut = CallOut.of(plan);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(callOut.block(budget, HEADLINE, (line) -> headline(plan, storm, sums, identity, line)));
		Footer footer = new Footer(budget).add("STORM").add(Words.date(storm.since()));
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.add("Version", Names.version(identity));
		List<Block> attached = new ArrayList<>(grid.blocks());
		blocks.addAll(rows(sums, budget));
		List<MaskedEvent> told = sums.shown().stream().map(MaskedGroup::latest).toList();
		attached.add(footer.block(told, grid.hidden(), Remarks.of(plan)));
		return new Draft(callOut.text((most) -> sentence(plan, storm, sums, identity, most)),
				sentence(plan, storm, sums, identity, FALLBACK), worst(plan).color(), blocks, attached);
	}

	private static void headline(MessagePlan plan, Storm storm, StormSums sums, ServiceIdentity identity, Mrkdwn line) {
		line.ours(":rotating_light: ")
			.bold(identity.name(), Opening.MAX_SERVICE)
			.separate()
			.log(identity.environment(), Opening.MAX_SERVICE);
		Remarks.of(plan)
			.separate(line)
			.ours("\n*" + kinds(storm, sums) + "*")
			.separate()
			.ours(Words.count(sums.events(), "event"));
		if (hasCause(storm)) {
			line.separate().ours("common cause ").bold(cause(storm), MAX_CAUSE);
		}
		if (storm.over()) {
			line.separate().ours("over since " + Words.date(storm.until()));
		}
	}

	private static String sentence(MessagePlan plan, Storm storm, StormSums sums, ServiceIdentity identity, Size most) {
		Mrkdwn line = new Mrkdwn(new Budget(most)).log(identity.name(), Opening.MAX_SERVICE)
			.ours(" (")
			.beforeColon(identity.environment(), Opening.MAX_SERVICE)
			.ours(")");
		Remarks.of(plan).goOn(line).ours(": " + kinds(storm, sums) + ", " + Words.count(sums.events(), "event"));
		if (hasCause(storm)) {
			line.ours(", common cause ").log(cause(storm), MAX_CAUSE);
		}
		return line.ours(storm.over() ? ", over since " + Words.utc(storm.until()) + "." : ".").toString();
	}

	private static String kinds(Storm storm, StormSums sums) {
		String span = Words.briefSpan(Duration.between(storm.since(), storm.until()));
		return Words.count(sums.kinds()) + " new kind" + ((sums.kinds() == 1) ? "" : "s") + " of error"
				+ (span.isEmpty() ? "" : " in " + span);
	}

	private List<Block> rows(StormSums sums, Budget budget) {
		Budget rest = budget.reserve(REST);
		LinkedRows rows = new LinkedRows();
		for (MaskedGroup group : sums.shown()) {
			Budget room = budget.reserve(ROW);
			rows.add(this.row.writeTo(new Mrkdwn(room), group, group.total(), ROW.shown()),
					this.links.row(group, group.total()));
			budget.giveBack(room);
		}
		if (sums.hidden().events() > 0 || sums.hidden().kinds() > 0) {
			rows.add(new Mrkdwn(rest).ours("_… and " + Words.count(sums.hidden().kinds(), "more kind") + ", "
					+ Words.count(sums.hidden().events(), "event") + "_"));
		}
		return rows.sections(budget, LinkedRows.MAX_SECTIONS);
	}

	private static boolean hasCause(Storm storm) {
		return !LogText.line(cause(storm), 1).isEmpty();
	}

	private static String cause(Storm storm) {
		String cause = storm.commonCause();
		return (cause != null && !cause.isBlank()) ? Names.simple(cause) : "";
	}

	private static Severity worst(MessagePlan plan) {
		return plan.groups().stream().map(MaskedGroup::severity).max(Severity::compareTo).orElse(Severity.ERROR);
	}

}
