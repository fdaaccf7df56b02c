package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout B: a kind that was told before and goes on. Shows how often and since when, the
 * first and the latest event. Several hosts are left out until somebody knows them.
 */
final class OngoingLayout implements Layout {

	private static final int MAX_HOST = 100;

	private final TraceBox traceBox;

	private final SearchLinks links;

	OngoingLayout(TraceBox traceBox, SearchLinks links) {
		this.traceBox = traceBox;
		this.links = links;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		Headline headline = new Headline(new LoudOpening(plan, identity, group.total(), during(group)),
				Subject.ofKind(group.latest()), CallOut.of(plan));
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(headline.block(budget));
		PlaceLine place = place(plan, group, identity, budget);
		blocks.addAll(place.blocks());
		Footer footer = footer(plan, group, budget).hiddenLinks(place);
		FieldGrid grid = grid(plan, group, identity, budget);
		List<Block> attached = new ArrayList<>(grid.blocks());
		Block last = footer.block(List.of(group.first(), group.latest()), grid.hidden(), Remarks.of(plan));
		attached.addAll(this.traceBox.blocks(TraceBox.traced(group), false, budget));
		attached.add(last);
		return new Draft(headline.text(), headline.fallback(), group.severity().color(), blocks, attached);
	}

	private PlaceLine place(MessagePlan plan, MaskedGroup group, ServiceIdentity identity, Budget budget) {
		PlaceLine place = new PlaceLine(budget).links(this.links.all(group, group.latest())).links(plan.extras());
		Mrkdwn words = place.words().ours(RateWords.drawn(group.incident().rate())).separate();
		seen(words.ours(Words.count(group.count()) + " new").separate(), group).separate()
			.log(identity.host(), MAX_HOST);
		return place;
	}

	private FieldGrid grid(MessagePlan plan, MaskedGroup group, ServiceIdentity identity, Budget budget) {
		MaskedEvent first = group.first();
		MaskedEvent latest = group.latest();
		return new FieldGrid(budget)
			.add("First", Words.date(group.firstSeen()), first.message(), this.links.brief(group, first))
			.add("Latest", Words.date(group.lastSeen()), latest.message(), this.links.brief(group, latest))
			.add("Hosts", identity.host())
			.addBefore("Release", Names.version(identity), ReleaseAge.of(identity, latest))
			.addAll(plan.extras().fields());
	}

	/** Writes when a kind was first and last seen. */
	static Mrkdwn seen(Mrkdwn line, MaskedGroup group) {
		return line.ours("first seen " + Words.date(group.firstSeen()))
			.separate()
			.ours("last seen " + Words.date(group.lastSeen()));
	}

	private static Footer footer(MessagePlan plan, MaskedGroup group, Budget budget) {
		Incident incident = group.incident();
		return new Footer(budget).fingerprint(group.fingerprint())
			.phase("ONGOING", incident, plan.composedAt())
			.logId(group.latest())
			.withoutStack(incident.withoutStack());
	}

	/** {@code  in 42 min}, with the blank before it. */
	static String during(MaskedGroup group) {
		String span = Words.span(Duration.between(group.firstSeen(), group.lastSeen()));
		return span.isEmpty() ? "" : " in " + span;
	}

}
