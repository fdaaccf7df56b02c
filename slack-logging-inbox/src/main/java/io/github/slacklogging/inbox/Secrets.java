package io.github.slacklogging.inbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.json.Json;

/**
 * Takes out of a request what authorises it, before the log keeps it: the application may
 * have been given a real token. What a message says is left alone, so that a secret in it
 * is seen.
 */
final class Secrets {

	private static final String MASK = "***";

	private static final Pattern HEADER = Pattern
		.compile("authorization|proxy-authorization|cookie|.*(token|secret|password|api-?key|signature).*");

	/** In a query or a form; the value ends at the next field. */
	private static final Pattern FIELD = Pattern.compile("(^|&)((?:[a-z_]*token|client_secret|password)=)[^&]*");

	/** In a form of parts; the value ends with its line. */
	private static final Pattern PART = Pattern
		.compile("(name=\"(?:[a-z_]*token|client_secret|password)\"(?:\r\n[^\r\n]+)*\r\n\r\n)[^\r\n]*");

	/** A webhook of another workspace: its last part may be a real one's. */
	private static final Pattern FOREIGN_WEBHOOK = Pattern.compile("(/services/[^/]*/[^/]*/).+");

	private Secrets() {
	}

	static Map<String, String> maskHeaders(Map<String, String> headers) {
		Map<String, String> masked = new TreeMap<>(headers);
		masked.replaceAll((name, value) -> HEADER.matcher(name).matches() ? MASK : value);
		return masked;
	}

	static String maskFields(String encoded) {
		return PART.matcher(FIELD.matcher(encoded).replaceAll("$1$2" + MASK)).replaceAll("$1" + MASK);
	}

	static String maskPath(String path) {
		boolean own = path.startsWith("/services/" + Identity.TEAM + "/" + Identity.BOT + "/");
		return own ? path : FOREIGN_WEBHOOK.matcher(path).replaceAll("$1" + MASK);
	}

	static String maskBody(Call call, String body) {
		if (call.mediaType().contains("form")) {
			return maskFields(body);
		}
		boolean mayAuthorise = call.path().startsWith(WebApiEndpoint.PATH) && body.contains("\"token\"");
		return mayAuthorise ? Payload.parsed(body)
			.filter((arguments) -> arguments.text("token") != null)
			.map((arguments) -> without("token", arguments).write())
			.orElse(body) : body;
	}

	private static Json.Obj without(String key, Json.Obj arguments) {
		Json.Members members = Json.object();
		arguments.members().forEach((name, value) -> members.put(name, name.equals(key) ? Json.of(MASK) : value));
		return members.build();
	}

}
