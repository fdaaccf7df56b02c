package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * What changed, in the thread of the message that tells the rest. The channel may show it
 * alone, so it names the service and the kind. One section, no attachment.
 */
final class ReplyLayout implements Layout {

	private static final Size ROOM = new Size(1_400, 2_600, 3_000);

	/** For the latest message below the headline. */
	private static final Size LATEST = new Size(400, 900, 1_000);

	private static final int MAX_LATEST = 200;

	private final SearchLinks links;

	ReplyLayout(SearchLinks links) {
		this.links = links;
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		CallOut callOut = CallOut.of(plan);
		String rate = RateWords.told(group.incident().rate());
		String during = OngoingLayout.during(group) + (rate.isEmpty() ? "" : " (" + rate + ")");
		Subject subject = Subject.ofKind(group.latest());
		Headline headline = new Headline(new LoudOpening(plan, identity, group.total(), during), subject, callOut);
		Block block = callOut.block(new Budget(Limits.BLOCK_TEXT), ROOM, (line) -> {
			headline.writeTo(line);
			latest(line, rate, group, subject);
		});
		return new Draft(callOut.text((most) -> text(headline, group, subject, most)), headline.fallback(),
				group.severity().color(), List.of(block), List.of());
	}

	private void latest(Mrkdwn line, String rate, MaskedGroup group, Subject subject) {
		line.newLine();
		if (!rate.isEmpty()) {
			line.ours(rate).separate();
		}
		line.ours("latest " + Words.date(group.lastSeen()));
		if (saysMore(group, subject)) {
			line.ours(": ").log(group.latest().message(), MAX_LATEST);
		}
		this.links.line(group, group.latest()).ifPresent(line.separate()::link);
	}

	private static String text(Headline headline, MaskedGroup group, Subject subject, Size most) {
		if (!saysMore(group, subject)) {
			return headline.sentence(most);
		}
		String sentence = headline.sentence(most.minus(LATEST));
		return sentence + Headline
			.ended(new Mrkdwn(new Budget(LATEST)).ours(" Latest: ").log(group.latest().message(), MAX_LATEST));
	}

	private static boolean saysMore(MaskedGroup group, Subject subject) {
		String latest = group.latest().message();
		return !LogText.line(latest, 1).isEmpty() && !latest.equals(subject.message());
	}

}
