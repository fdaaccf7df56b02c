package io.github.slacklogging.inbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A scripted answer of the inbox: how Slack, or what stands between, may behave.
 * Immutable. Replies that let Slack's own answer through ({@link #ok()},
 * {@link #slow(Duration)}, {@link #drip(Duration)}, {@link #acceptThenCut()}) check and
 * keep the message as usual; all others refuse it. (A long class only because each way to
 * misbehave is a factory with its manual.)
 */
public final class Reply {

	/** IMF-fixdate of RFC 9110; the JDK's RFC 1123 format drops a leading zero. */
	private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/** By the method that is called; {@code null} lets Slack's own answer through. */
	private final @Nullable Function<String, Answer> scripted;

	private final Manner manner;

	private final Duration pause;

	private final String sentence;

	private Reply(@Nullable Function<String, Answer> scripted, Manner manner, Duration pause, String sentence) {
		if (pause.isNegative()) {
			throw new IllegalArgumentException("A pause must not be negative");
		}
		this.scripted = scripted;
		this.manner = manner;
		this.pause = pause;
		this.sentence = sentence;
	}

	/** Slack's own answer, as if nothing were scripted. Useful between two faults. */
	public static Reply ok() {
		return ownAnswer(Manner.WHOLE, Duration.ZERO, "Slack's own answer");
	}

	/** Any status with a plain-text body. */
	public static Reply status(int code, String body) {
		return scripted(Answer.text(code, body), body.isEmpty() ? "" + code : code + " " + shortened(body));
	}

	/**
	 * 429 with {@code Retry-After}, in the words of what is called: webhooks say
	 * {@code rate_limited}, the Web API says {@code ratelimited}.
	 * @param retryAfter rounded up to whole seconds
	 * @return the reply
	 */
	public static Reply throttled(Duration retryAfter) {
		return scripted(
				(method) -> Answer.tooManyRequests(retryAfter,
						isOutsideTheWebApi(method) ? "rate_limited" : "ratelimited"),
				"429, retry after " + inWords(retryAfter));
	}

	/**
	 * A refusal by its code, as what is called gives it: the Web API in a 200, webhooks
	 * by a status and the bare code.
	 * @param code of the Web API or of webhooks, for example {@code token_revoked}; where
	 * they have different words for one thing, webhooks use theirs
	 * @return the reply
	 */
	public static Reply refused(String code) {
		Answer api = Answer.json(200, Json.object().put("ok", Json.of(false)).put("error", code).build());
		return scripted((method) -> isOutsideTheWebApi(method) ? WebhookErrors.of(code) : api, "refused, " + code);
	}

	/** 429 as webhooks give it: {@code Retry-After} and a JSON body that repeats it. */
	public static Reply tooManyRequests(Duration retryAfter) {
		return scripted(Answer.tooManyRequests(retryAfter, "rate_limited"), "429, retry after " + inWords(retryAfter));
	}

	/** 429 whose waiting time stands in the JSON body alone. */
	public static Reply tooManyRequestsWithoutHeader(Duration retryAfter) {
		return scripted(Answer.json(429, Answer.rateLimited(retryAfter, "rate_limited")), "429 without Retry-After");
	}

	/** 429 of a proxy: text, and no word on how long to wait. */
	public static Reply tooManyRequestsAsText() {
		return status(429, "Too Many Requests");
	}

	/** 429 whose {@code Retry-After} is an HTTP date, with an empty body. */
	public static Reply tooManyRequestsAt(Instant when) {
		String date = HTTP_DATE.format(when);
		return scripted(Answer.text(429, "").with("Retry-After", date), "429, retry after " + date);
	}

	/** A 5xx with the body that Slack's front end is known for. */
	public static Reply serverError(int status) {
		if (status < 500 || status > 599) {
			throw new IllegalArgumentException("A server error is 500 to 599, not " + status);
		}
		return scripted(Answer.text(status, "upstream connect error or disconnect/reset before headers"), "" + status);
	}

	/** 200 with bytes that mean nothing. */
	public static Reply garbage() {
		byte[] noise = { 0x00, (byte) 0xff, (byte) 0xfe, 0x1f, (byte) 0x8b, 0x08, '{', '"', 'o', 'k', (byte) 0xc3 };
		return scripted(new Answer(200, "application/octet-stream", noise, Map.of(), "scripted"), "200 with garbage");
	}

	/** 200 with a web page of this size, as captive portals and proxies give it. */
	public static Reply html(int bytes) {
		String head = "<!doctype html><title>Sign in</title><p>";
		String page = head + "x".repeat(Math.max(0, bytes - head.length()));
		return scripted(new Answer(200, "text/html; charset=utf-8", page), "200 with a web page");
	}

	/** 200 and {@code application/json}, but the JSON ends in the middle. */
	public static Reply truncatedJson() {
		byte[] half = "{\"ok\":true,\"channel\":\"C0".getBytes(StandardCharsets.UTF_8);
		return scripted(new Answer(200, "application/json; charset=utf-8", half, Map.of(), "scripted"),
				"200 with half of its JSON");
	}

	/** 200 and nothing else: no body, no content type. */
	public static Reply empty() {
		return scripted(new Answer(200, "", new byte[0], Map.of(), "scripted"), "200 without a body");
	}

	/** 302 to another place. */
	public static Reply redirect(URI location) {
		return scripted(Answer.text(302, "").with("Location", location.toString()), "302 to " + location);
	}

	/** A webhook's error, for example {@code webhookError(404, "no_service")}. */
	public static Reply webhookError(int status, String code) {
		return status(status, code);
	}

	/** The Web API's error, for example {@code apiError("is_archived")}: a 200. */
	public static Reply apiError(String code) {
		Json body = Json.object().put("ok", Json.of(false)).put("error", code).build();
		return scripted(Answer.json(200, body), "refused, " + code);
	}

	/** The Web API's refusal for want of a scope: a 200 that names both. */
	public static Reply missingScope(String needed, String provided) {
		Json.Members body = Json.object().put("ok", Json.of(false)).put("error", "missing_scope");
		return scripted(Answer.json(200, body.put("needed", needed).put("provided", provided).build()),
				"refused, missing_scope " + needed);
	}

	/** 429 as the Web API gives it: {@code Retry-After} and {@code ratelimited}. */
	public static Reply apiTooManyRequests(Duration retryAfter) {
		Json body = Json.object().put("ok", Json.of(false)).put("error", "ratelimited").build();
		return scripted(Answer.json(429, body).retryAfter(retryAfter), "429, retry after " + inWords(retryAfter));
	}

	/** Slack's own answer, but later. Other requests go on meanwhile. */
	public static Reply slow(Duration delay) {
		return ownAnswer(Manner.WHOLE, delay, "answered " + inWords(delay) + " late");
	}

	/** Slack's own answer, its headers at once and its body byte by byte. */
	public static Reply drip(Duration perByte) {
		return ownAnswer(Manner.DRIP, perByte, "answered byte by byte, " + inWords(perByte) + " each");
	}

	/** No answer until the inbox closes. The message is not kept. */
	public static Reply hang() {
		return new Reply((method) -> Answer.NOTHING, Manner.HANG, Duration.ZERO, "no answer, ever");
	}

	/** Headers, half a body, then the connection closes. The message is not kept. */
	public static Reply cut() {
		return new Reply((method) -> Answer.text(200, "ok, but").because("connection cut"), Manner.CUT, Duration.ZERO,
				"cut in the middle of the answer");
	}

	/** The connection closes without a byte of an answer. The message is not kept. */
	public static Reply closeWithoutAnswer() {
		return new Reply((method) -> Answer.NOTHING, Manner.CLOSE, Duration.ZERO, "closed without an answer");
	}

	/** The message is kept as usual, but the connection closes before the answer. */
	public static Reply acceptThenCut() {
		return ownAnswer(Manner.CLOSE, Duration.ZERO, "accepted, but closed without an answer");
	}

	private static Reply ownAnswer(Manner manner, Duration pause, String sentence) {
		return new Reply(null, manner, pause, sentence);
	}

	private static Reply scripted(Answer answer, String sentence) {
		return scripted((method) -> answer, sentence);
	}

	private static Reply scripted(Function<String, Answer> answer, String sentence) {
		return new Reply((method) -> refusing(answer.apply(method)), Manner.WHOLE, Duration.ZERO, sentence);
	}

	private static Answer refusing(Answer answer) {
		return (answer.refusal() != null) ? answer : answer.because("scripted");
	}

	private static boolean isOutsideTheWebApi(String method) {
		return method.equals(Calls.WEBHOOK) || method.equals(Calls.UPLOAD);
	}

	private static String shortened(String body) {
		return (body.length() <= 60) ? body : body.substring(0, 60) + "…";
	}

	private static String inWords(Duration duration) {
		return (duration.toMillis() % 1_000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	/**
	 * What to answer instead of Slack's own answer.
	 * @param method as {@link Calls} name it
	 * @return the answer, {@code null} to let Slack's own through
	 */
	@Nullable Answer scripted(String method) {
		return (this.scripted != null) ? this.scripted.apply(method) : null;
	}

	Manner manner() {
		return this.manner;
	}

	Duration pause() {
		return this.pause;
	}

	/** For people, for example {@code 429, retry after 7 s}. */
	String sentence() {
		return this.sentence;
	}

	@Override
	public String toString() {
		return "Reply[" + this.sentence + "]";
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
