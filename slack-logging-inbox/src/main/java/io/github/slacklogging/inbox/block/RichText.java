package io.github.slacklogging.inbox.block;

import java.util.HashMap;
import java.util.Map;

import static io.github.slacklogging.inbox.block.ObjectRule.object;

/**
 * The block {@code rich_text}. No text in it has a limit of its own; only the budget of
 * the whole message binds.
 */
final class RichText {

	private static final Rule ANY = Rule.string(1, Place.UNLIMITED);

	private static final Rule STYLE = object().may("bold", Rule.bool())
		.may("italic", Rule.bool())
		.may("strike", Rule.bool())
		.may("code", Rule.bool())
		.may("underline", Rule.bool())
		.may("highlight", Rule.bool())
		.may("client_highlight", Rule.bool())
		.may("unlink", Rule.bool());

	private static final Rule TEXT = object().needs("text", ANY).may("style", STYLE);

	private static final Rule LINK = object().needs("url", Rule.url())
		.may("text", ANY)
		.may("unsafe", Rule.bool())
		.may("style", STYLE);

	private static final Rule DATE = object().needs("timestamp", Rule.integer(0, 99_999_999_999L))
		.needs("format", ANY)
		.needs("fallback", ANY)
		.may("url", Rule.url())
		.may("style", STYLE);

	private static final Rule BORDER = Rule.integer(0, 1);

	private static final Rule LEAVES = Rule.array(1, Place.UNLIMITED, Rule.byType(leafTypes()));

	private static final Rule SECTION = object().needs("elements", LEAVES);

	private static final Rule QUOTE = object().needs("elements", LEAVES).may("border", BORDER);

	private static final Rule PREFORMATTED = object()
		.needs("elements", Rule.array(1, Place.UNLIMITED, Rule.byType(Map.of("text", TEXT, "link", LINK))))
		.may("border", BORDER)
		.may("language", ANY);

	private static final Rule LIST = object().needs("style", Rule.oneOf("bullet", "ordered"))
		.needs("elements", Rule.array(1, Place.UNLIMITED, Rule.byType(Map.of("rich_text_section", SECTION))))
		.may("indent", Rule.integer(0, 8))
		.may("offset", Rule.integer(0, Integer.MAX_VALUE))
		.may("border", BORDER);

	/** Without {@code block_id}: also the cell of a table. */
	static final ObjectRule BLOCK = object().needs("elements",
			Rule.array(1, Place.UNLIMITED, Rule.byType(Map.of("rich_text_section", SECTION, "rich_text_quote", QUOTE,
					"rich_text_preformatted", PREFORMATTED, "rich_text_list", LIST))));

	private RichText() {
	}

	private static Map<String, Rule> leafTypes() {
		Map<String, Rule> types = new HashMap<>();
		types.put("text", TEXT);
		types.put("link", LINK);
		types.put("date", DATE);
		types.put("emoji",
				object().needs("name", ANY)
					.may("unicode", ANY)
					.may("skin_tone", Rule.integer(2, 6))
					.may("style", STYLE));
		types.put("user", object().needs("user_id", ANY).may("style", STYLE));
		types.put("usergroup", object().needs("usergroup_id", ANY).may("style", STYLE));
		types.put("channel", object().needs("channel_id", ANY).may("style", STYLE));
		types.put("team", object().needs("team_id", ANY).may("style", STYLE));
		types.put("broadcast", object().needs("range", Rule.oneOf("here", "channel", "everyone")).may("style", STYLE));
		types.put("color", object().needs("value", ANY).may("style", STYLE));
		return types;
	}

}
