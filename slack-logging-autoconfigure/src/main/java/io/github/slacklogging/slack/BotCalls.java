package io.github.slacklogging.slack;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackHosts;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what a bot asks: one request, or three where it is a file. Thread-safe,
 * never blocks. The address that Slack gives for a file is a secret: whoever knows it can
 * send another one.
 */
final class BotCalls {

	private final Requests requests;

	private final SlackHosts hosts;

	private final Envelope envelope;

	BotCalls(Requests requests, SlackHosts hosts, Envelope envelope) {
		this.requests = requests;
		this.hosts = hosts;
		this.envelope = envelope;
	}

	/**
	 * Asks Slack.
	 * @param destination of the call
	 * @param token of the bot
	 * @param call what to ask
	 * @return completes within the deadline of each request
	 */
	CompletionStage<SendResult> send(Destination destination, String token, SlackCall call) {
		CompletionStage<Outcome> first = this.requests.ask(SlackMethod.of(call), token,
				this.envelope.bot(destination, call), call.isReduced());
		if (call instanceof SlackCall.Attach attach) {
			return first.thenCompose((ticket) -> upload(token, attach, ticket));
		}
		return first.thenApply(Outcome::result);
	}

	private CompletionStage<SendResult> upload(String token, SlackCall.Attach attach, Outcome ticket) {
		if (!ticket.isAccepted()) {
			return notShown(ticket.result());
		}
		String fileId = ticket.json().text("file_id");
		String url = ticket.json().text("upload_url");
		if (fileId == null || url == null) {
			return refused(ticket, "unexpected_answer");
		}
		URI uri = this.hosts.admittedForFiles(url);
		if (uri == null) {
			return refused(ticket, "url_not_allowed");
		}
		return this.requests.upload(uri, this.envelope.file(attach))
			.thenCompose((sent) -> share(token, attach, fileId, sent));
	}

	private CompletionStage<SendResult> share(String token, SlackCall.Attach attach, String fileId, Outcome sent) {
		if (!sent.isAccepted()) {
			return notShown(sent.result());
		}
		return this.requests.ask(SlackMethod.SHARE, token, this.envelope.share(fileId, attach), true)
			.thenApply(Outcome::result);
	}

	// Slack throws away what was sent but not shared, so there is nothing unclear.
	private static CompletionStage<SendResult> notShown(SendResult result) {
		return CompletableFuture.completedFuture((result instanceof SendResult.Unclear unclear)
				? new SendResult.Unavailable(unclear.status(), unclear.reason()) : result);
	}

	private static CompletionStage<SendResult> refused(Outcome ticket, String code) {
		return CompletableFuture.completedFuture(
				new SendResult.FeatureRefused(ticket.result().status(), SlackMethod.UPLOAD_URL.slackName(), code));
	}

}
