package io.github.slacklogging.slack;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * How one request ended.
 *
 * @param result what it means
 * @param json the answer it was read from, without any key where there was none
 */
record Outcome(SendResult result, AnswerJson json) {

	static Outcome of(SendResult result) {
		return new Outcome(result, AnswerJson.NONE);
	}

	/** Unclear where the body had left our hands; otherwise certainly not delivered. */
	static Outcome of(HttpOutcome.Unanswered unanswered) {
		String status = unanswered.trouble().status();
		String reason = unanswered.trouble().reason();
		return of(unanswered.bodyTaken() ? new SendResult.Unclear(status, reason)
				: new SendResult.Unavailable(status, reason));
	}

	boolean isAccepted() {
		return this.result instanceof SendResult.Accepted;
	}

}
