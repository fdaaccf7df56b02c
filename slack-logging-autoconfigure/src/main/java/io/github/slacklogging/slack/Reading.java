package io.github.slacklogging.slack;

import java.time.Instant;
import java.util.regex.Pattern;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SendResult;

/**
 * Classifies an answer by status and body; the content type says nothing dependable. A
 * webhook answers plain codes, {@code ok} for success and JSON for a 429; the Web API
 * answers JSON and nearly always 200. Receivers that imitate webhooks answer JSON too.
 *
 * @param answer what came back
 * @param kind whom we asked
 * @param reduced whether the message was in its reduced form
 * @param now the present, for a {@code Retry-After} that is a date
 */
record Reading(Answer answer, Destination.Kind kind, boolean reduced, Instant now) {

	// A code is shown and kept. A page, a URL or a token in its place must not be.
	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

	SendResult result() {
		AnswerJson json = AnswerJson.read(this.answer.body());
		String code = code(json);
		int status = this.answer.status();
		if (status == 429) {
			return result(ErrorClass.THROTTLED, code, json);
		}
		if (status == 200) {
			return read200(code, json);
		}
		if (status >= 300 && status < 400) {
			// Never followed: a message goes to the host that was configured. Only a
			// human can say whether the new place is right.
			return result(ErrorClass.CREDENTIAL, "redirect", json);
		}
		if (status >= 400 && status < 500) {
			ErrorClass known = ErrorClass.of(code);
			ErrorClass unknown = (status == 400) ? ErrorClass.PAYLOAD : ErrorClass.CREDENTIAL;
			return result((known != null) ? known : unknown, code, json);
		}
		return result(ErrorClass.UNCLEAR, code, json);
	}

	private SendResult read200(String code, AnswerJson json) {
		boolean plainOk = this.kind == Destination.Kind.WEBHOOK && this.answer.body().trim().equals("ok");
		if (plainOk || Boolean.TRUE.equals(json.ok())) {
			return new SendResult.Accepted(status());
		}
		if (json.ok() == null) {
			// Somebody else answered, perhaps after Slack had taken the message.
			return result(ErrorClass.UNCLEAR, "unexpected_answer", json);
		}
		ErrorClass known = ErrorClass.of(code);
		// Codes appear that are in no list. Plain text can hardly be the reason of one,
		// so
		// then it is the destination: what waits is kept.
		ErrorClass unknown = this.reduced ? ErrorClass.DESTINATION : ErrorClass.PAYLOAD;
		return result((known != null) ? known : unknown, code, json);
	}

	private SendResult result(ErrorClass errorClass, String code, AnswerJson json) {
		return switch (errorClass) {
			case PAYLOAD -> new SendResult.PayloadRefused(status(), code);
			case DESTINATION -> new SendResult.DestinationRefused(status(), code);
			case CREDENTIAL -> new SendResult.CredentialRefused(status(), code);
			case RETRY -> new SendResult.Unavailable(status(), code);
			case THROTTLED -> new SendResult.Throttled(status(), RetryAfter.of(this.answer, json, this.now));
			case UNCLEAR -> new SendResult.Unclear(status(), code);
		};
	}

	private String code(AnswerJson json) {
		String error = json.error();
		String code = (error != null) ? error : this.answer.body().trim();
		return CODE.matcher(code).matches() ? code : "http_" + status();
	}

	private String status() {
		return Integer.toString(this.answer.status());
	}

}
