package io.github.slacklogging.slack;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;

/** Bodies of requests as they leave, for tests that compose messages. */
public final class SentBodies {

	private static final Destination BOT = new Destination("default", Destination.Kind.BOT, "C0TEST", "key");

	private static final MessageRef PLACE = new MessageRef("C0TEST", "1791799323.000100");

	private static final Envelope ENVELOPE = new Envelope();

	private SentBodies() {
	}

	/** Every form in which a message can leave, plain forms included. */
	public static List<byte[]> of(SlackMessage message) {
		List<byte[]> bodies = new ArrayList<>();
		for (SlackMessage form : List.of(message, message.reduced())) {
			bodies.add(ENVELOPE.webhook(form));
			for (SlackCall call : List.of(new SlackCall.Post(form), new SlackCall.Reply(PLACE, form, true),
					new SlackCall.Edit(PLACE, form))) {
				bodies.add(ENVELOPE.bot(BOT, call));
			}
		}
		return bodies;
	}

	/** What shows a file. */
	public static byte[] of(TextFile file) {
		return ENVELOPE.share("F0TEST", new SlackCall.Attach(PLACE, file));
	}

}
