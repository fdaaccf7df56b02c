package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout D: a kind that has not been seen for a while. Called quiet and never resolved:
 * nobody knows whether it is. Calls nobody, whoever the plan names.
 */
final class QuietLayout implements Layout {

	// Not the colour of the severity: what is quiet must not look like what burns, or
	// nobody finds the one that burns.
	private static final String GREY = "#808080";

	private static final int MAX_HOST = 100;

	private final TraceBox traceBox;

	private final SearchLinks links;

	QuietLayout(TraceBox traceBox, SearchLinks links) {
		this.traceBox = traceBox;
		this.links = links;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		Headline headline = new Headline(new QuietOpening(plan, identity), Subject.ofKind(group.latest()),
				CallOut.NOBODY);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(headline.block(budget));
		PlaceLine place = new PlaceLine(budget).links(this.links.all(group, group.latest())).links(plan.extras());
		OngoingLayout.seen(place.words(), group).separate().log(identity.host(), MAX_HOST);
		blocks.addAll(place.blocks());
		Incident incident = group.incident();
		Footer footer = new Footer(budget).fingerprint(group.fingerprint())
			.phase("QUIET", incident, plan.composedAt())
			.logId(group.latest())
			.withoutStack(incident.withoutStack())
			.hiddenLinks(place);
		Block last = footer.block(List.of(group.first(), group.latest()), 0, Remarks.of(plan));
		List<Block> attached = new ArrayList<>(this.traceBox.blocks(TraceBox.traced(group), false, budget));
		attached.add(last);
		return new Draft(headline.text(), headline.fallback(), GREY, blocks, attached);
	}

	/** Begins with how long nothing came. */
	private record QuietOpening(MessagePlan plan, ServiceIdentity identity) implements Opening {

		@Override
		public void writeTo(Mrkdwn line) {
			line.ours(":white_circle: *" + quiet() + "*")
				.separate()
				.ours(group().severity().name())
				.separate()
				.bold(this.identity.name(), MAX_SERVICE)
				.separate()
				.log(this.identity.environment(), MAX_SERVICE)
				.separate()
				.ours(Words.count(group().total()) + "×" + over());
			Remarks.of(this.plan).separate(line);
		}

		@Override
		public Mrkdwn begin(Mrkdwn sentence) {
			sentence.ours(quiet() + ": " + group().severity() + " in ")
				.log(this.identity.name(), MAX_SERVICE)
				.ours(" (")
				.beforeColon(this.identity.environment(), MAX_SERVICE)
				.ours("), " + Words.count(group().total(), "time") + over());
			return Remarks.of(this.plan).goOn(sentence);
		}

		private String quiet() {
			String span = Words.span(Duration.between(group().lastSeen(), this.plan.composedAt()));
			return span.isEmpty() ? "Quiet" : "Quiet for " + span;
		}

		private String over() {
			String span = Words.span(Duration.between(group().firstSeen(), group().lastSeen()));
			return span.isEmpty() ? "" : " over " + span;
		}

		private MaskedGroup group() {
			return this.plan.groups().get(0);
		}

	}

}
