package io.github.slacklogging.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A scripted answer of the inbox: how Slack, or what stands between, may behave.
 * Immutable. Replies that let Slack's own answer through ({@link #ok()},
 * {@link #slow(Duration)}, {@link #drip(Duration)}, {@link #acceptThenCut()}) check and
 * keep the message as usual; all others refuse it.
 */
public final class Reply {

	/** IMF-fixdate of RFC 9110; the JDK's RFC 1123 format drops a leading zero. */
	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final @Nullable Answer scripted;

	private final Manner manner;

	private final Duration pause;

	private Reply(@Nullable Answer scripted, Manner manner, Duration pause) {
		if (pause.isNegative()) {
			throw new IllegalArgumentException("A pause must not be negative");
		}
		this.scripted = scripted;
		this.manner = manner;
		this.pause = pause;
	}

	/** Slack's own answer, as if nothing were scripted. Useful between two faults. */
	public static Reply ok() {
		return new Reply(null, Manner.WHOLE, Duration.ZERO);
	}

	/** Any status with a plain-text body. */
	public static Reply status(int code, String body) {
		return scripted(Answer.text(code, body));
	}

	/** 429 as webhooks give it: {@code Retry-After} and a JSON body that repeats it. */
	public static Reply tooManyRequests(Duration retryAfter) {
		return scripted(Answer.tooManyRequests(retryAfter, "rate_limited"));
	}

	/** 429 whose waiting time stands in the JSON body alone. */
	public static Reply tooManyRequestsWithoutHeader(Duration retryAfter) {
		return scripted(Answer.json(429, Answer.rateLimited(retryAfter, "rate_limited")));
	}

	/** 429 of a proxy: text, and no word on how long to wait. */
	public static Reply tooManyRequestsAsText() {
		return status(429, "Too Many Requests");
	}

	/** 429 whose {@code Retry-After} is an HTTP date, with an empty body. */
	public static Reply tooManyRequestsAt(Instant when) {
		String date = HTTP_DATE.format(when);
		return scripted(Answer.text(429, "").with("Retry-After", date));
	}

	/** A 5xx with the body that Slack's front end is known for. */
	public static Reply serverError(int status) {
		if (status < 500 || status > 599) {
			throw new IllegalArgumentException("A server error is 500 to 599, not " + status);
		}
		return status(status, "upstream connect error or disconnect/reset before headers");
	}

	/** 200 with bytes that mean nothing. */
	public static Reply garbage() {
		byte[] noise = { 0x00, (byte) 0xff, (byte) 0xfe, 0x1f, (byte) 0x8b, 0x08, '{', '"', 'o', 'k', (byte) 0xc3 };
		return scripted(new Answer(200, "application/octet-stream", noise, Map.of(), "scripted"));
	}

	/** 200 with a web page of this size, as captive portals and proxies give it. */
	public static Reply html(int bytes) {
		String head = "<!doctype html><title>Sign in</title><p>";
		String page = head + "x".repeat(Math.max(0, bytes - head.length()));
		return scripted(new Answer(200, "text/html; charset=utf-8", page));
	}

	/** 302 to another place. */
	public static Reply redirect(URI location) {
		return scripted(Answer.text(302, "").with("Location", location.toString()));
	}

	/** A webhook's error, for example {@code webhookError(404, "no_service")}. */
	public static Reply webhookError(int status, String code) {
		return status(status, code);
	}

	/** The Web API's error, for example {@code apiError("is_archived")}: a 200. */
	public static Reply apiError(String code) {
		Json body = Json.object().put("ok", Json.of(false)).put("error", code).build();
		return scripted(Answer.json(200, body));
	}

	/** The Web API's refusal for want of a scope: a 200 that names both. */
	public static Reply missingScope(String needed, String provided) {
		Json.Members body = Json.object().put("ok", Json.of(false)).put("error", "missing_scope");
		return scripted(Answer.json(200, body.put("needed", needed).put("provided", provided).build()));
	}

	/** 429 as the Web API gives it: {@code Retry-After} and {@code ratelimited}. */
	public static Reply apiTooManyRequests(Duration retryAfter) {
		Json body = Json.object().put("ok", Json.of(false)).put("error", "ratelimited").build();
		return scripted(Answer.json(429, body).retryAfter(retryAfter));
	}

	/** Slack's own answer, but later. Other requests go on meanwhile. */
	public static Reply slow(Duration delay) {
		return new Reply(null, Manner.WHOLE, delay);
	}

	/** Slack's own answer, its headers at once and its body byte by byte. */
	public static Reply drip(Duration perByte) {
		return new Reply(null, Manner.DRIP, perByte);
	}

	/** No answer until the inbox closes. The message is not kept. */
	public static Reply hang() {
		return new Reply(Answer.NOTHING, Manner.HANG, Duration.ZERO);
	}

	/** Headers, half a body, then the connection closes. The message is not kept. */
	public static Reply cut() {
		return new Reply(Answer.text(200, "ok, but").because("connection cut"), Manner.CUT, Duration.ZERO);
	}

	/** The connection closes without a byte of an answer. The message is not kept. */
	public static Reply closeWithoutAnswer() {
		return new Reply(Answer.NOTHING, Manner.CLOSE, Duration.ZERO);
	}

	/** The message is kept as usual, but the connection closes before the answer. */
	public static Reply acceptThenCut() {
		return new Reply(null, Manner.CLOSE, Duration.ZERO);
	}

	private static Reply scripted(Answer answer) {
		Answer refused = (answer.refusal() != null) ? answer : answer.because("scripted");
		return new Reply(refused, Manner.WHOLE, Duration.ZERO);
	}

	/**
	 * What to answer instead of Slack's own answer.
	 * @return the answer, {@code null} to let Slack's own through
	 */
	@Nullable Answer scripted() {
		return this.scripted;
	}

	Manner manner() {
		return this.manner;
	}

	Duration pause() {
		return this.pause;
	}

	@Override
	public String toString() {
		String what = (this.scripted != null) ? new String(this.scripted.body(), StandardCharsets.UTF_8) : "normal";
		return "Reply[" + this.manner + ", " + what.substring(0, Math.min(80, what.length())) + "]";
	}

	/** How the bytes of an answer reach the caller. */
	enum Manner {

		/** After the pause, all at once. */
		WHOLE,

		/** One byte after each pause. */
		DRIP,

		/** Half of the body, then the connection closes. */
		CUT,

		/** The connection closes before the first byte. */
		CLOSE,

		/** Never, until the inbox closes. */
		HANG

	}

}
