package io.github.slacklogging.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a Web API call from the query, a form or a JSON body.
 *
 * @param values the arguments without a token; structured ones as JSON, also when a form
 * had them as text
 * @param formToken the token that a form carried, {@code null} if none
 * @param warnings what Slack warns of in passing
 * @param error Slack's error code if they could not be read, else empty
 * @param detail more about the error, or about what was overlooked
 */
record ApiArguments(Json.Obj values, @Nullable String formToken, List<String> warnings, String error, String detail) {

	/** Arguments whose JSON may come as text. */
	private static final Set<String> STRUCTURED = Set.of("blocks", "attachments", "metadata", "files", "view");

	private static final String TOKEN = "token";

	static ApiArguments read(Call call, boolean takesJson) {
		Map<String, Json> query = texts(Call.form(call.query()));
		query.remove(TOKEN);
		if (call.method().equals("GET") || call.body().length == 0) {
			return of(query, null, List.of(), "");
		}
		if (!call.charset().isEmpty() && !call.charset().equals("utf-8")) {
			return failed("invalid_charset", call.charset());
		}
		return switch (call.mediaType()) {
			case "application/json" -> takesJson ? fromJson(call)
					: of(query, null, List.of(), "it takes a query or a form, and overlooks JSON");
			case "application/x-www-form-urlencoded" -> call.bodyAsUtf8()
				.map((form) -> fromForm(call, query, Call.form(form)))
				.orElseGet(() -> failed("invalid_form_data", "not UTF-8"));
			case "multipart/form-data" -> fromForm(call, query, fields(call));
			case "" -> failed("missing_post_type", "no Content-Type");
			default -> failed("invalid_post_type", call.mediaType());
		};
	}

	/** The arguments of a form that is read already. */
	static Json.Obj of(Map<String, String> form) {
		return of(texts(form), null, List.of(), "").values();
	}

	private static ApiArguments fromJson(Call call) {
		// Slack asks for a charset with JSON, and only warns where it is missing
		List<String> warnings = call.charset().isEmpty() ? List.of("missing_charset") : List.of();
		Optional<String> body = call.bodyAsUtf8();
		if (body.isEmpty()) {
			return failed("invalid_json", "not UTF-8");
		}
		try {
			return (Json.read(body.get()) instanceof Json.Obj object) ? of(object.members(), null, warnings, "")
					: failed("json_not_object", "not a JSON object");
		}
		catch (MalformedJsonException ex) {
			return failed("invalid_json", String.valueOf(ex.getMessage()));
		}
	}

	/** A form always is UTF-8, and Slack warns of one that says so. */
	private static ApiArguments fromForm(Call call, Map<String, Json> query, Map<String, String> fields) {
		boolean superfluous = !call.charset().isEmpty();
		Map<String, Json> values = new LinkedHashMap<>(query);
		values.putAll(texts(fields));
		values.remove(TOKEN);
		return of(values, fields.get(TOKEN), superfluous ? List.of("superfluous_charset") : List.of(), "");
	}

	private static Map<String, String> fields(Call call) {
		Map<String, String> fields = new LinkedHashMap<>();
		Multipart.read(call).forEach((part) -> fields.put(part.name(), part.text()));
		return fields;
	}

	private static Map<String, Json> texts(Map<String, String> fields) {
		Map<String, Json> values = new LinkedHashMap<>();
		fields.forEach((key, value) -> values.put(key, Json.of(value)));
		return values;
	}

	private static ApiArguments of(Map<String, Json> values, @Nullable String token, List<String> warnings,
			String detail) {
		Json.Members members = Json.object();
		values.forEach((key, value) -> members.put(key, STRUCTURED.contains(key) ? structured(value) : value));
		return new ApiArguments(members.build(), token, warnings, "", detail);
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
		return new ApiArguments(Json.object().build(), null, List.of(), error, detail);
	}

}
