package io.github.slacklogging.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/**
 * Reads the arguments of a Web API call from the query, a form or a JSON body.
 *
 * @param values the arguments; structured ones as JSON, also when a form had them as text
 * @param error Slack's error code if they could not be read, else empty
 * @param detail more about the error
 */
record ApiArguments(Json.Obj values, String error, String detail) {

	/** Arguments whose JSON may come as text. */
	private static final Set<String> STRUCTURED = Set.of("blocks", "attachments", "metadata", "files");

	static ApiArguments read(Call call) {
		if (call.method().equals("GET") || call.body().length == 0) {
			return ofValues(fromForm(call.query()));
		}
		if (!call.charset().isEmpty() && !call.charset().equals("utf-8")) {
			return failed("invalid_charset", call.charset());
		}
		Optional<String> body = call.bodyAsUtf8();
		return switch (call.mediaType()) {
			case "application/json" -> fromJson(body);
			case "application/x-www-form-urlencoded" ->
				body.map((form) -> ofValues(fromForm(form))).orElseGet(() -> failed("invalid_form_data", "not UTF-8"));
			case "" -> failed("missing_post_type", "no Content-Type");
			default -> failed("invalid_post_type", call.mediaType());
		};
	}

	/** Slack asks for a charset with JSON, and only warns where it is missing. */
	static boolean isCharsetMissing(Call call) {
		return call.mediaType().equals("application/json") && call.charset().isEmpty();
	}

	private static ApiArguments fromJson(Optional<String> body) {
		if (body.isEmpty()) {
			return failed("invalid_json", "not UTF-8");
		}
		try {
			return (Json.read(body.get()) instanceof Json.Obj object) ? ofValues(object.members())
					: failed("json_not_object", "not a JSON object");
		}
		catch (MalformedJsonException ex) {
			return failed("invalid_json", String.valueOf(ex.getMessage()));
		}
	}

	/** The arguments of a form that is read already. */
	static Json.Obj of(Map<String, String> form) {
		Map<String, Json> values = new LinkedHashMap<>();
		form.forEach((key, value) -> values.put(key, Json.of(value)));
		return ofValues(values).values();
	}

	private static Map<String, Json> fromForm(String encoded) {
		Map<String, Json> values = new LinkedHashMap<>();
		Call.form(encoded).forEach((key, value) -> values.put(key, Json.of(value)));
		return values;
	}

	private static ApiArguments ofValues(Map<String, Json> values) {
		Json.Members members = Json.object();
		values.forEach((key, value) -> members.put(key, STRUCTURED.contains(key) ? structured(value) : value));
		return new ApiArguments(members.build(), "", "");
	}

	/** Text that is no JSON stays text, which the checks refuse by its own code. */
	private static Json structured(Json value) {
		try {
			return (value instanceof Json.Text text) ? Json.read(text.value()) : value;
		}
		catch (MalformedJsonException ex) {
			return value;
		}
	}

	private static ApiArguments failed(String error, String detail) {
		return new ApiArguments(Json.object().build(), error, detail);
	}

}
