package io.github.slacklogging.inbox;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/** Reads what a request wanted to say, as far as it can be read. */
final class Payload {

	private Payload() {
	}

	static Optional<Json.Obj> of(InboxRequest request) {
		String type = request.headers().getOrDefault("content-type", "");
		if (!type.contains("form-urlencoded")) {
			return parsed(request.body());
		}
		Map<String, String> form = Call.form(request.body());
		return form.containsKey("payload") ? parsed(Objects.requireNonNull(form.get("payload")))
				: Optional.of(ApiArguments.of(form));
	}

	static Optional<Json.Obj> parsed(String body) {
		try {
			return (Json.read(body) instanceof Json.Obj object) ? Optional.of(object) : Optional.empty();
		}
		catch (MalformedJsonException ex) {
			return Optional.empty();
		}
	}

}
