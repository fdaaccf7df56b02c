package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout G: a start that failed or hangs. What happened and what to do about it stand at
 * the top level; the root cause and what was too long for the top level in the
 * attachment.
 */
final class FailedStartLayout implements Layout {

	private static final Size PARAGRAPH = new Size(800, 2_000, 3_000);

	private static final Size BOX = new Size(1_600, 4_000, 8_000);

	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_LABEL = 100;

	private static final int MAX_SENTENCE = 1_200;

	private final InAppFrames inApp;

	private final TraceBox traceBox;

	private final SearchLinks links;

	FailedStartLayout(InAppFrames inApp, TraceBox traceBox, SearchLinks links) {
		this.inApp = inApp;
		this.traceBox = traceBox;
		this.links = links;
	}

	/** Whether this layout can tell the group. */
	static boolean tells(MaskedGroup group) {
		return StartReport.isIn(event(group));
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		MaskedEvent event = event(group);
		StartReport report = Objects.requireNonNull(StartReport.of(event));
		CallOut callOut = CallOut.of(plan);
		Headline headline = new Headline(new LoudOpening(plan, identity, group.count(), ""), Subject.of(event),
				callOut);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(headline.block(budget));
		blocks.addAll(paragraph("", Excerpt.of(report.description()).rest(), budget));
		blocks.addAll(paragraph("*Action*: ", Excerpt.of(report.action()), budget));
		PlaceLine place = place(plan, event, budget);
		blocks.addAll(place.blocks());
		return new Draft(callOut.text((most) -> sentence(headline, report, most)), sentence(headline, report, FALLBACK),
				group.severity().color(), blocks, attached(plan, report, identity, place, budget));
	}

	private List<Block> attached(MessagePlan plan, StartReport report, ServiceIdentity identity, PlaceLine place,
			Budget budget) {
		MaskedGroup group = plan.groups().get(0);
		MaskedEvent event = event(group);
		Footer footer = new Footer(budget).fingerprint(group.fingerprint())
			.add(group.spoken() ? "ONGOING" : "NEW")
			.add(Words.date(event.timestamp()))
			.logId(event)
			.hiddenLinks(place);
		FieldGrid grid = new FieldGrid(budget, 1).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.addBefore("Version", Names.version(identity), ReleaseAge.of(identity, event))
			.addAll(plan.extras().fields());
		List<Block> attached = new ArrayList<>(grid.blocks());
		Block last = footer.block(List.of(event), grid.hidden(), Remarks.of(plan));
		attached.addAll(box(report, budget));
		attached.addAll(this.traceBox.blocks(event, false, budget));
		attached.add(last);
		return attached;
	}

	private static List<Block> paragraph(String ours, Excerpt excerpt, Budget budget) {
		if (excerpt.isEmpty()) {
			return List.of();
		}
		Budget room = budget.reserve(PARAGRAPH);
		Mrkdwn paragraph = excerpt.writeTo(new Mrkdwn(room).ours(ours));
		budget.giveBack(room);
		return List.of(new Block.Section(paragraph.toString()));
	}

	private PlaceLine place(MessagePlan plan, MaskedEvent event, Budget budget) {
		PlaceLine place = new PlaceLine(budget).links(this.links.alone(plan.groups().get(0), event))
			.links(plan.extras());
		Location location = Location.of(event, this.inApp);
		if (location != null) {
			location.writeTo(place.words());
		}
		return place;
	}

	/** All lines as they were written, where the top level could not show them all. */
	private static List<Block> box(StartReport report, Budget budget) {
		if (Excerpt.of(report.description()).whole() && Excerpt.of(report.action()).whole()) {
			return List.of();
		}
		Budget room = budget.reserve(BOX.atMost(budget.left().dividedBy(2)));
		String all = report.action().isEmpty() ? report.description()
				: report.description() + "\n\nAction:\n\n" + report.action();
		String text = room.cut(LogText.lines(all, BOX.shown()), BOX.shown(), Size.ZERO);
		room.take(Size.ofLog(text));
		budget.giveBack(room);
		return text.isEmpty() ? List.of() : List.of(new Block.Preformatted(text));
	}

	private static String sentence(Headline headline, StartReport report, Size most) {
		String description = cut(report.description(), most.dividedBy(2));
		String action = cut(report.action(), most.dividedBy(4));
		Mrkdwn line = headline.opening(most).label(report.clause(), MAX_LABEL).log(description, MAX_SENTENCE);
		if (!action.isEmpty()) {
			Headline.ended(line).ours(" Action: ").log(action, MAX_SENTENCE);
		}
		return Headline.ended(line).toString();
	}

	/** Cuts before the sentence does, so that a description leaves room for an action. */
	private static String cut(String text, Size most) {
		int max = Math.min(most.shown(), MAX_SENTENCE);
		return new Budget(most).cut(LogText.line(text, max), max, Size.ZERO);
	}

	/** The event that a report is taken of. */
	static MaskedEvent event(MaskedGroup group) {
		return group.spoken() ? group.latest() : group.first();
	}

}
