package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout B: a kind that was told before and goes on. Shows how often and since when, the
 * first and the latest event. Rates, several hosts and the age of the release are left
 * out until somebody knows them.
 */
final class OngoingLayout implements Layout {

	private static final Size PLACE = new Size(400, 1_000, 3_000);

	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_HOST = 100;

	private final TraceBox traceBox;

	OngoingLayout(TraceBox traceBox) {
		this.traceBox = traceBox;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		Remarks remarks = Remarks.of(plan);
		Headline headline = new Headline(group.severity(), group.total(), Subject.ofKind(group.latest()), identity,
				remarks);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = List.of(headline.block(budget), place(group, identity, budget));
		Footer footer = new Footer(budget).fingerprint(group.fingerprint()).add("ONGOING").logId(group.latest());
		FieldGrid grid = new FieldGrid(budget).add("First", Words.date(group.firstSeen()), group.first().message())
			.add("Latest", Words.date(group.lastSeen()), group.latest().message())
			.add("Hosts", identity.host());
		List<Block> attached = new ArrayList<>(grid.blocks());
		Block last = footer.block(List.of(group.first(), group.latest()), grid.hidden(), remarks);
		MaskedEvent traced = (group.first().throwable() != null) ? group.first() : group.latest();
		attached.addAll(this.traceBox.blocks(traced, false, budget));
		attached.add(last);
		String during = during(group);
		return new Draft(headline.sentence(during, Limits.TEXT), headline.sentence(during, FALLBACK), group.severity(),
				blocks, attached);
	}

	// The sparkline stands at the beginning of this line, links at its end.
	private static Block place(MaskedGroup group, ServiceIdentity identity, Budget budget) {
		Budget room = budget.reserve(PLACE);
		Mrkdwn line = new Mrkdwn(room).ours(Words.count(group.count()) + " new")
			.separate()
			.ours("first seen " + Words.date(group.firstSeen()))
			.separate()
			.ours("last seen " + Words.date(group.lastSeen()));
		if (!identity.host().isBlank()) {
			line.separate().log(identity.host(), MAX_HOST);
		}
		budget.giveBack(room);
		return new Block.Context(line.toString());
	}

	private static String during(MaskedGroup group) {
		String span = Words.span(Duration.between(group.firstSeen(), group.lastSeen()));
		return span.isEmpty() ? "" : " in " + span;
	}

}
