package io.github.slacklogging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.block.Violation;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer.
 *
 * @param status the HTTP status, 0 for none
 * @param contentType of the body
 * @param body the bytes; not to be changed
 * @param headers further headers
 * @param refusal why the request was refused, {@code null} if it was accepted
 * @param violations the places in the payload for which it was refused
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Answer(int status, String contentType, byte[] body, Map<String, String> headers, @Nullable String refusal,
		List<Violation> violations) {

	/** For requests that get no answer at all. */
	static final Answer NOTHING = new Answer(0, "", new byte[0], Map.of(), "no answer");

	/** The word of webhooks for it; the Web API writes it without the line. */
	static final String RATE_LIMITED = "rate_limited";

	Answer(int status, String contentType, byte[] body, Map<String, String> headers, @Nullable String refusal) {
		this(status, contentType, body, headers, refusal, List.of());
	}

	Answer(int status, String contentType, String body) {
		this(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of(), refusalOf(status, body));
	}

	static Answer text(int status, String body) {
		return new Answer(status, "text/plain; charset=utf-8", body);
	}

	static Answer json(int status, Json body) {
		String error = body.text("error");
		byte[] bytes = body.write().getBytes(StandardCharsets.UTF_8);
		return new Answer(status, "application/json; charset=utf-8", bytes, Map.of(), error);
	}

	/** The Web API tells the time in the header alone, webhooks in the body as well. */
	static Answer tooManyRequests(Duration retryAfter, String error) {
		Json alone = Json.object().put("ok", Json.of(false)).put("error", error).build();
		return json(429, error.equals(RATE_LIMITED) ? rateLimited(retryAfter, error) : alone).retryAfter(retryAfter);
	}

	static Json rateLimited(Duration retryAfter, String error) {
		return Json.object()
			.put("retry_after", Json.of(seconds(retryAfter)))
			.put("ok", Json.of(false))
			.put("error", error)
			.build();
	}

	Answer with(String header, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(header, value);
		return new Answer(this.status, this.contentType, this.body, Map.copyOf(all), this.refusal, this.violations);
	}

	Answer retryAfter(Duration wait) {
		return with("Retry-After", Long.toString(seconds(wait)));
	}

	Answer because(String reason) {
		return new Answer(this.status, this.contentType, this.body, this.headers, reason, this.violations);
	}

	/** Refused for these places in the payload. */
	Answer because(String reason, List<Violation> violations) {
		return new Answer(this.status, this.contentType, this.body, this.headers, reason, violations);
	}

	Answer accepted() {
		return new Answer(this.status, this.contentType, this.body, this.headers, null);
	}

	/** Slack speaks in whole seconds; rounded up, as an early retry is refused again. */
	private static long seconds(Duration duration) {
		return duration.plusNanos(999_999_999).toSeconds();
	}

	private static @Nullable String refusalOf(int status, String body) {
		if (status >= 200 && status < 300 && body.equals("ok")) {
			return null;
		}
		return body.isEmpty() ? "status " + status : body.substring(0, Math.min(200, body.length()));
	}

}
