package io.github.slacklogging.inbox.block;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;

import static io.github.slacklogging.inbox.block.ObjectRule.object;
import static io.github.slacklogging.inbox.block.TextObjects.anyText;
import static io.github.slacklogging.inbox.block.TextObjects.plainText;

/** Images and interactive elements inside blocks. */
final class Elements {

	/** Interactive elements that are known by name and not looked into. */
	private static final List<String> BY_NAME_ONLY = List.of("checkboxes", "radio_buttons", "datepicker", "timepicker",
			"datetimepicker", "users_select", "conversations_select", "channels_select", "external_select",
			"multi_static_select", "multi_users_select", "multi_conversations_select", "multi_channels_select",
			"multi_external_select", "workflow_button");

	static final Rule ID = Rule.string(1, 255);

	static final Rule IMAGE = object().may("image_url", Rule.url())
		.may("slack_file", object().may("id", Rule.string(1, 255)).may("url", Rule.url()))
		.needs("alt_text", Rule.string(1, 2_000))
		.and(Elements::hasImageSource);

	private static final Rule CONFIRM = object().needs("title", plainText(100))
		.needs("text", anyText(300))
		.needs("confirm", plainText(30))
		.needs("deny", plainText(30))
		.may("style", Rule.oneOf("primary", "danger"));

	private static final Rule BUTTON = object().needs("text", plainText(75))
		.may("action_id", ID)
		.may("url", Rule.url())
		.may("value", Rule.string(0, 2_000))
		.may("style", Rule.oneOf("primary", "danger"))
		.may("accessibility_label", Rule.string(1, 75))
		.may("confirm", CONFIRM);

	private static final Rule OPTION = object().needs("text", anyText(75))
		.needs("value", Rule.string(1, 150))
		.may("description", plainText(75))
		.may("url", Rule.url());

	private static final Rule OVERFLOW = object().needs("options", Rule.array(1, 5, OPTION))
		.may("action_id", ID)
		.may("confirm", CONFIRM);

	private static final Rule OPTION_GROUP = object().needs("label", plainText(75))
		.needs("options", Rule.array(1, 100, OPTION));

	private static final Rule STATIC_SELECT = object().may("placeholder", plainText(150))
		.may("options", Rule.array(1, 100, OPTION))
		.may("option_groups", Rule.array(1, 100, OPTION_GROUP))
		.may("initial_option", OPTION)
		.may("action_id", ID)
		.may("focus_on_load", Rule.bool())
		.may("confirm", CONFIRM);

	private Elements() {
	}

	static Rule interactive() {
		return Rule.byType(interactiveTypes());
	}

	/** What may stand at the right of a section. */
	static Rule accessory() {
		Map<String, Rule> types = interactiveTypes();
		types.put("image", IMAGE);
		return Rule.byType(types);
	}

	static void hasImageSource(Json image, Place place) {
		if ((image.get("image_url") == null) == (image.get("slack_file") == null)) {
			place.refuse("must have exactly one of: image_url, slack_file");
		}
	}

	private static Map<String, Rule> interactiveTypes() {
		Map<String, Rule> types = new HashMap<>();
		BY_NAME_ONLY.forEach((type) -> types.put(type, (value, place) -> {
		}));
		types.put("button", BUTTON);
		types.put("overflow", OVERFLOW);
		types.put("static_select", STATIC_SELECT);
		return types;
	}

}
