package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.inbox.block.Measure.Beyond;
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

	private static final Rule ANY_STRING = Rule.string(0, Place.UNLIMITED);

	/** Where Slack hides the rest behind "Show more". */
	private static final int MAX_TEXT_AT_ONCE = 700;

	private static final int MAX_LINES_AT_ONCE = 5;

	private static final Rule TEXT = soft(8_000).and(Attachments::atOnce);

	private static final Rule TITLE = soft(1_024);

	private static final Rule LEGACY_FIELD = object().may("title", ANY_STRING)
		.may("value", soft(2_000))
		.may("short", Rule.bool());

	private Attachments() {
	}

	static void check(Json attachments, Findings findings) {
		Place place = Place.at("attachments", findings);
		if (!(attachments instanceof Json.Arr)) {
			place.refuse("must be an array");
			findings.conclude("invalid_attachments");
			return;
		}
		List<Json> items = attachments.items();
		findings.limit(place.measure(items.size(), MAX_ATTACHMENTS, "items", Beyond.REFUSED), "too_many_attachments");
		for (int i = 0; i < items.size(); i++) {
			checkOne(items.get(i), place.in(i));
		}
		findings.conclude("invalid_attachments");
		for (int i = 0; i < items.size(); i++) {
			Json blocks = items.get(i).get("blocks");
			if (blocks != null) {
				TextBudget.check(blocks, place.in(i).in("blocks"), "attachment_payload_limit_exceeded");
			}
		}
	}

	/** Whether there is something to see, or to read aloud. */
	static boolean showsSomething(Json attachment) {
		Json blocks = attachment.get("blocks");
		return (blocks != null && !blocks.items().isEmpty())
				|| SHOWN.stream().map(attachment::text).anyMatch((text) -> text != null && !text.isBlank());
	}

	private static void checkOne(Json attachment, Place place) {
		if (!(attachment instanceof Json.Obj object)) {
			place.refuse("must provide an object");
			return;
		}
		Json blocks = object.get("blocks");
		if (blocks != null) {
			Blocks.check(blocks, place.in("blocks"));
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
	}

	/** Slack shortens what is too long here, and ignores what it does not know. */
	private static void checkLegacy(String key, Json value, Place place) {
		switch (key) {
			case "color" -> COLOR.check(value, place);
			case "text" -> TEXT.check(value, place);
			case "title" -> TITLE.check(value, place);
			case "pretext", "fallback", "author_name" -> ANY_STRING.check(value, place);
			case "footer" -> Rule.string(0, 300).check(value, place);
			case "title_link", "image_url", "thumb_url", "author_link" -> Rule.url().check(value, place);
			case "fields" -> Rule.array(0, Place.UNLIMITED, LEGACY_FIELD).check(value, place);
			default -> {
			}
		}
	}

	/** Slack cuts the end off. */
	private static Rule soft(int max) {
		return ANY_STRING.and((value, place) -> {
			if (value instanceof Json.Text text) {
				place.soft(text.value().length(), max, Beyond.CUT);
			}
		});
	}

	private static void atOnce(Json value, Place place) {
		if (value instanceof Json.Text text) {
			place.soft(text.value().length(), MAX_TEXT_AT_ONCE, Beyond.FOLDED);
			place.findings()
				.measure(place.measure(text.value().lines().count(), MAX_LINES_AT_ONCE, "lines", Beyond.FOLDED));
		}
	}

}
