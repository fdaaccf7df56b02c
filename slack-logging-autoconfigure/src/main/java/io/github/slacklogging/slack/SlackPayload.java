package io.github.slacklogging.slack;

import java.nio.charset.StandardCharsets;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SlackCall;

/**
 * The bodies of requests, for those who want to see them. Stateless; without headers and
 * addresses, so without any secret.
 */
public final class SlackPayload {

	private SlackPayload() {
	}

	/**
	 * What a destination gets.
	 * @param destination of the call
	 * @param call that shows something: a question has no body worth reading
	 * @return a JSON object; for a file the one that shows it, whose id is not known yet
	 */
	public static String of(Destination destination, SlackCall call) {
		Envelope envelope = new Envelope();
		return new String(body(envelope, destination, call), StandardCharsets.UTF_8);
	}

	private static byte[] body(Envelope envelope, Destination destination, SlackCall call) {
		if (call instanceof SlackCall.Attach attach) {
			return envelope.share("F…", attach);
		}
		boolean webhook = destination.kind() == Destination.Kind.WEBHOOK;
		return (webhook && call instanceof SlackCall.Post post) ? envelope.webhook(post.message())
				: envelope.bot(destination, call);
	}

}
