package io.github.slacklogging.inbox.block;

import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;

/** Checks the arguments of a message. Stateless. */
public final class MessageRules {

	private MessageRules() {
	}

	public static Optional<Refusal> check(Json.Obj message) {
		String text = message.text("text");
		if ((text == null || text.isBlank()) && isEmpty(message.get("blocks")) && isEmpty(message.get("attachments"))) {
			return Optional.of(Refusal.of("no_text"));
		}
		return Optional.empty();
	}

	private static boolean isEmpty(@org.jspecify.annotations.Nullable Json value) {
		return value == null || value.items().isEmpty();
	}

}
