package io.github.slacklogging.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.RetryAfter;
import org.jspecify.annotations.Nullable;

/**
 * Classifies an answer by status and body; the content type says nothing dependable. A
 * webhook answers plain codes, {@code ok} for success and JSON for a 429; the Web API
 * answers JSON and nearly always 200; who takes the bytes of a file answers 200 and
 * whatever. Receivers that imitate webhooks answer JSON too.
 *
 * @param answer what came back
 * @param method what was asked
 * @param reduced whether the message was the reduced form already
 * @param now the present, for a {@code Retry-After} that is a date
 */
record Reading(HttpOutcome.Answered answer, SlackMethod method, boolean reduced, Instant now) {

	// A code is shown and kept. A page, a URL or a token in its place must not be.
	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

	private static final Pattern ID = Pattern.compile("[\\w.-]{1,64}");

	// It becomes a link in a message.
	private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|\"]{1,2000}");

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final String UNEXPECTED = "unexpected_answer";

	SendResult result() {
		return outcome().result();
	}

	Outcome outcome() {
		AnswerJson json = AnswerJson.read(this.answer.body());
		return new Outcome(result(json), json);
	}

	private SendResult result(AnswerJson json) {
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
			return result(this.method.classify("redirect", ErrorClass.CREDENTIAL), "redirect", json);
		}
		if (status >= 400 && status < 500) {
			ErrorClass unknown = (status == 400) ? ErrorClass.PAYLOAD : ErrorClass.CREDENTIAL;
			return result(this.method.classify(code, unknown), code, json);
		}
		return result(ErrorClass.UNCLEAR, code, json);
	}

	private SendResult read200(String code, AnswerJson json) {
		if (isOk(json) || this.method.isDone(code)) {
			return accepted(json);
		}
		if (json.ok() == null) {
			// Somebody else answered, perhaps after Slack had taken the message.
			return result(ErrorClass.UNCLEAR, UNEXPECTED, json);
		}
		return result(this.method.classify(code, this.method.unknown(this.reduced)), code, json);
	}

	private boolean isOk(AnswerJson json) {
		return switch (this.method) {
			case UPLOAD -> true;
			case WEBHOOK -> this.answer.body().trim().equals("ok") || Boolean.TRUE.equals(json.ok());
			default -> Boolean.TRUE.equals(json.ok());
		};
	}

	private SendResult accepted(AnswerJson json) {
		if (this.method == SlackMethod.WEBHOOK) {
			// Whoever imitates one may say more, but nothing could be done with it.
			return new SendResult.Accepted(status());
		}
		String link = matching(LINK, json.text("permalink"));
		if (this.method == SlackMethod.PERMALINK && link == null) {
			return result(ErrorClass.FEATURE, UNEXPECTED, json);
		}
		return new SendResult.Accepted(status(), message(json), link);
	}

	private static @Nullable MessageRef message(AnswerJson json) {
		String channel = matching(ID, json.text("channel"));
		String ts = matching(ID, json.text("ts"));
		return (channel != null && ts != null) ? new MessageRef(channel, ts) : null;
	}

	private static @Nullable String matching(Pattern pattern, @Nullable String text) {
		return (text != null && pattern.matcher(text).matches()) ? text : null;
	}

	private SendResult result(ErrorClass errorClass, String code, AnswerJson json) {
		return switch (errorClass) {
			case PAYLOAD -> new SendResult.PayloadRefused(status(), code);
			case DESTINATION -> new SendResult.DestinationRefused(status(), code);
			case CREDENTIAL -> new SendResult.CredentialRefused(status(), code);
			case RETRY -> new SendResult.Unavailable(status(), code);
			case THROTTLED -> new SendResult.Throttled(status(), retryAfter(json));
			case UNCLEAR -> new SendResult.Unclear(status(), code);
			case GONE -> new SendResult.Gone(status(), code);
			case FEATURE -> new SendResult.FeatureRefused(status(), this.method.slackName(), code);
		};
	}

	// In the header and, for webhooks, in the body too; a second as in Slack's own SDKs.
	private Duration retryAfter(AnswerJson json) {
		Duration asked = RetryAfter.of(this.answer, this.now);
		if (asked == null) {
			asked = RetryAfter.of(json.text("retry_after"), this.answer, this.now);
		}
		return (asked != null) ? asked : SECOND;
	}

	private String code(AnswerJson json) {
		String error = json.text("error");
		String code = (error != null) ? error : this.answer.body().trim();
		return CODE.matcher(code).matches() ? code : "http_" + status();
	}

	private String status() {
		return Integer.toString(this.answer.status());
	}

}
