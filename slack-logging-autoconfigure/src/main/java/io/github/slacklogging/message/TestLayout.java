package io.github.slacklogging.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;

/**
 * A message that somebody sends to see whether messages arrive. Its first word says so:
 * nobody must take it for trouble. Calls nobody. Stateless.
 */
final class TestLayout {

	private static final int MAX_SERVICE = 80;

	private static final String NEWS = "sent by an operator to see whether messages arrive here: nothing is wrong.";

	Draft draft(ServiceIdentity identity, Instant now) {
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		String sentence = sentence(identity);
		Block headline = headline(identity, budget);
		Footer footer = new Footer(budget).add("TEST").add(Words.date(now));
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.add("Version", Names.version(identity));
		List<Block> attached = new ArrayList<>(grid.blocks());
		attached.add(footer.block(List.of(), 0, Remarks.NONE));
		return new Draft(sentence, sentence, Severity.INFO.color(), List.of(headline), attached);
	}

	private static Block headline(ServiceIdentity identity, Budget budget) {
		Budget room = budget.reserve(Limits.TEXT_OBJECT);
		Mrkdwn line = new Mrkdwn(room).ours(":test_tube: *Test message*")
			.separate()
			.bold(identity.name(), MAX_SERVICE)
			.separate()
			.log(identity.environment(), MAX_SERVICE)
			.ours("\nThis is a test, " + NEWS);
		budget.giveBack(room);
		return new Block.Section(line.toString());
	}

	private static String sentence(ServiceIdentity identity) {
		return new Mrkdwn(new Budget(Limits.TEXT)).ours("Test message from ")
			.log(identity.name(), MAX_SERVICE)
			.ours(" (")
			.log(identity.environment(), MAX_SERVICE)
			.ours("), " + NEWS)
			.toString();
	}

}
