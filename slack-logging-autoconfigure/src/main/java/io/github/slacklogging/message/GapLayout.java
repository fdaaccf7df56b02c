package io.github.slacklogging.message;

import java.util.List;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;

/**
 * Layout F: a time in which nothing reached the destination, told once it is over. Short,
 * so that all of it stands in the headline. Stateless.
 */
final class GapLayout {

	private static final int MAX_SERVICE = 80;

	private static final int MAX_REASON = 200;

	private static final int MAX_PLACE = 60;

	Draft draft(DeliveryGap gap, ServiceIdentity identity) {
		Wording words = Wording.of(gap.cause());
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		Block headline = headline(gap, words, identity, budget);
		String sentence = sentence(gap, words, identity);
		return new Draft(sentence, sentence, Severity.WARN.color(), List.of(headline),
				List.of(footer(gap, identity, budget)));
	}

	private static Block headline(DeliveryGap gap, Wording words, ServiceIdentity identity, Budget budget) {
		Budget room = budget.reserve(Limits.TEXT_OBJECT);
		Mrkdwn line = new Mrkdwn(room).ours(":satellite: ")
			.bold(identity.name(), MAX_SERVICE)
			.separate()
			.log(identity.environment(), MAX_SERVICE)
			.ours("\n*" + words.headline() + "*");
		if (gap.cause() == Cause.UNREACHABLE) {
			line.ours(" " + new Period(gap.from(), gap.to()).markup());
		}
		String dropped = words.lost() + ": " + lost(gap);
		tell(line, gap, words, (gap.dropped() > 0) ? "*" + dropped + "*" : dropped);
		budget.giveBack(room);
		return new Block.Section(line.toString());
	}

	private static String sentence(DeliveryGap gap, Wording words, ServiceIdentity identity) {
		Mrkdwn line = new Mrkdwn(new Budget(Limits.TEXT)).log(identity.name(), MAX_SERVICE)
			.ours(" (")
			.beforeColon(identity.environment(), MAX_SERVICE)
			.ours(")" + words.sentence());
		if (gap.cause() == Cause.UNREACHABLE) {
			line.ours(" " + new Period(gap.from(), gap.to()).utc());
		}
		return tell(line, gap, words, words.lost() + ": " + lost(gap)).toString();
	}

	private static Mrkdwn tell(Mrkdwn line, DeliveryGap gap, Wording words, String lost) {
		if (!LogText.line(gap.reason(), 1).isEmpty()) {
			line.ours(" (").log(gap.reason(), MAX_REASON).ours(")");
		}
		boolean nothing = gap.kinds() == 0;
		String kept = nothing ? words.nothingKept()
				: words.kept() + ": " + Words.count(gap.kinds(), "kind") + ", " + Words.count(gap.events(), "event");
		return line.ours(". " + kept + ". " + lost + "." + (nothing ? "" : " " + words.follows()));
	}

	private static String lost(DeliveryGap gap) {
		return (gap.dropped() == 0) ? "0" : Words.count(gap.dropped(), "event");
	}

	private static Block footer(DeliveryGap gap, ServiceIdentity identity, Budget budget) {
		Footer footer = new Footer(budget);
		if (gap.cause() == Cause.UNREACHABLE) {
			footer.add("DELIVERY GAP");
		}
		else {
			footer.add("RESTART").add(Words.date(gap.from()));
		}
		return footer.log(identity.host(), MAX_PLACE)
			.log(Names.version(identity), MAX_PLACE)
			.block(List.of(), 0, Remarks.NONE);
	}

	/**
	 * The words for a cause.
	 *
	 * @param headline what happened
	 * @param sentence the same behind the name of the service
	 * @param kept what the counts count
	 * @param nothingKept instead, where nothing is counted
	 * @param lost what is gone
	 * @param follows what the next messages tell
	 */
	private record Wording(String headline, String sentence, String kept, String nothingKept, String lost,
			String follows) {

		private static Wording of(Cause cause) {
			return switch (cause) {
				case UNREACHABLE -> new Wording("Slack was not reachable", ": Slack was not reachable",
						"Folded meanwhile", "Nothing gathered meanwhile", "Dropped", "What gathered follows.");
				case CRASH -> new Wording("Restarted after a crash", " restarted after a crash",
						"What it had not told was kept on disk", "Nothing was kept on disk", "Known to be lost",
						"What was kept follows.");
				case STOP ->
					new Wording("Restarted", " restarted", "What could not be told before the stop was kept on disk",
							"Nothing was kept on disk", "Lost", "What was kept follows.");
			};
		}

	}

}
