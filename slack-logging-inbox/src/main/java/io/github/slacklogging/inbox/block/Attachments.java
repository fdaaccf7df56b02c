package io.github.slacklogging.inbox.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;

import static io.github.slacklogging.inbox.block.ObjectRule.object;

/** Secondary attachments: the coloured bar around blocks, and the legacy form. */
final class Attachments {

	private static final int MAX_ATTACHMENTS = 100;

	/** One other key beside blocks, and Slack refuses the whole message. */
	private static final Set<String> BESIDE_BLOCKS = Set.of("color", "fallback", "blocks");

	private static final List<String> SHOWN = List.of("text", "fallback", "title", "pretext", "image_url");

	private static final Rule COLOR = (value, place) -> {
		if (!(value instanceof Json.Text text) || !text.value().matches("good|warning|danger|#?[0-9a-fA-F]{6}")) {
			place.refuse("must be good, warning, danger or #RRGGBB");
		}
	};

	private static final Rule ANY_STRING = Rule.string(0, Integer.MAX_VALUE);

	private static final Rule LEGACY_FIELD = object().may("title", ANY_STRING)
		.may("value", ANY_STRING)
		.may("short", Rule.bool());

	private Attachments() {
	}

	static Optional<Refusal> check(Json attachments) {
		if (!(attachments instanceof Json.Arr)) {
			return Optional
				.of(new Refusal("invalid_attachments", List.of(new Violation("/attachments", "must be an array"))));
		}
		if (attachments.items().size() > MAX_ATTACHMENTS) {
			return Optional.of(Refusal.of("too_many_attachments"));
		}
		List<Violation> found = new ArrayList<>();
		for (int i = 0; i < attachments.items().size(); i++) {
			found.addAll(checkOne(attachments.items().get(i), "/attachments/" + i));
		}
		if (!found.isEmpty()) {
			return Optional.of(new Refusal("invalid_attachments", found));
		}
		boolean tooLong = attachments.items().stream().anyMatch(Attachments::isTooLong);
		return tooLong ? Optional.of(Refusal.of("attachment_payload_limit_exceeded")) : Optional.empty();
	}

	/** Whether there is something to see, or to read aloud. */
	static boolean showsSomething(Json attachment) {
		Json blocks = attachment.get("blocks");
		return (blocks != null && !blocks.items().isEmpty())
				|| SHOWN.stream().map(attachment::text).anyMatch((text) -> text != null && !text.isBlank());
	}

	private static List<Violation> checkOne(Json attachment, String pointer) {
		Place place = Place.at(pointer);
		if (!(attachment instanceof Json.Obj object)) {
			place.refuse("must provide an object");
			return place.found();
		}
		Json blocks = object.get("blocks");
		if (blocks != null) {
			place.found().addAll(Blocks.check(blocks, pointer + "/blocks"));
		}
		for (String key : object.members().keySet()) {
			Json value = object.get(key);
			if (value != null && blocks != null && !BESIDE_BLOCKS.contains(key)) {
				place.refuse("invalid_keys: " + key);
			}
			else if (value != null) {
				checkLegacy(key, value, place.in(key));
			}
		}
		return place.found();
	}

	/** Slack shortens what is too long here, and ignores what it does not know. */
	private static void checkLegacy(String key, Json value, Place place) {
		switch (key) {
			case "color" -> COLOR.check(value, place);
			case "text", "pretext", "title", "fallback", "author_name" -> ANY_STRING.check(value, place);
			case "footer" -> Rule.string(0, 300).check(value, place);
			case "title_link", "image_url", "thumb_url", "author_link" -> Rule.url().check(value, place);
			case "fields" -> Rule.array(0, Integer.MAX_VALUE, LEGACY_FIELD).check(value, place);
			default -> {
			}
		}
	}

	private static boolean isTooLong(Json attachment) {
		Json blocks = attachment.get("blocks");
		return blocks != null && TextBudget.isExceeded(blocks);
	}

}
