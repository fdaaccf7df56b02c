package io.github.slacklogging.slack;

import io.github.slacklogging.SendResult;

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

	boolean isAccepted() {
		return this.result instanceof SendResult.Accepted;
	}

}
