package io.github.slacklogging.inbox.block;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;

import static io.github.slacklogging.inbox.block.ObjectRule.object;
import static io.github.slacklogging.inbox.block.TextObjects.anyText;
import static io.github.slacklogging.inbox.block.TextObjects.plainText;

/**
 * The blocks of a message. Refused as unsupported: {@code alert} and {@code input}, which
 * messages do not take, {@code video}, which wants a scope of its own, and the newest
 * ones that many workspaces do not have yet ({@code card}, {@code carousel},
 * {@code container}, {@code data_table}, {@code data_visualization},
 * {@code context_actions}).
 */
final class Blocks {

	private static final int MAX_BLOCKS = 50;

	private static final Rule SECTION = block().may("text", anyText(TextObjects.MAX))
		.may("fields", Rule.array(1, 10, anyText(2_000)))
		.may("accessory", Elements.accessory())
		.may("expand", Rule.bool())
		.and((section, place) -> {
			if (section.get("text") == null && section.get("fields") == null) {
				place.refuse("missing required field: text or fields");
			}
		});

	private static final Rule HEADER = block().needs("text", plainText(150));

	private static final Rule CONTEXT = block().needs("elements", Rule.array(1, 10, contextElement()));

	private static final Rule ACTIONS = block().needs("elements", Rule.array(1, 25, Elements.interactive()));

	private static final Rule IMAGE = block().may("image_url", Rule.url())
		.may("slack_file", object().may("id", Elements.ID).may("url", Rule.url()))
		.needs("alt_text", Rule.string(1, 2_000))
		.may("title", plainText(2_000))
		.and(Elements::hasImageSource);

	private static final Rule MARKDOWN = block().needs("text", Rule.string(1, 12_000));

	private static final Rule CELL = Rule
		.byType(Map.of("raw_text", object().needs("text", Rule.string(1, 10_000)), "rich_text", RichText.BLOCK));

	private static final Rule COLUMN = object().may("align", Rule.oneOf("left", "center", "right"))
		.may("is_wrapped", Rule.bool());

	private static final Rule TABLE = block().needs("rows", Rule.array(1, 100, Rule.array(1, 20, CELL)))
		.may("column_settings", Rule.array(0, 20, (value, place) -> {
			if (!(value instanceof Json.Null)) {
				COLUMN.check(value, place);
			}
		}));

	private static final Rule BLOCKS = Rule.array(0, MAX_BLOCKS,
			Rule.byType(Map.of("section", SECTION, "header", HEADER, "context", CONTEXT, "actions", ACTIONS, "divider",
					block(), "image", IMAGE, "markdown", MARKDOWN, "table", TABLE, "rich_text",
					RichText.BLOCK.may("block_id", Elements.ID))))
		.and(Blocks::uniqueIds)
		.and(Blocks::oneTable);

	private Blocks() {
	}

	static List<Violation> check(Json blocks, String pointer) {
		Place place = Place.at(pointer);
		BLOCKS.check(blocks, place);
		return place.found();
	}

	private static ObjectRule block() {
		return object().may("block_id", Elements.ID);
	}

	private static Rule contextElement() {
		Map<String, Rule> texts = TextObjects.types(TextObjects.MAX);
		return Rule.byType(
				Map.of("plain_text", texts.get("plain_text"), "mrkdwn", texts.get("mrkdwn"), "image", Elements.IMAGE));
	}

	private static void uniqueIds(Json blocks, Place place) {
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < blocks.items().size(); i++) {
			String id = blocks.items().get(i).text("block_id");
			if (id != null && !seen.add(id)) {
				place.in(i).in("block_id").refuse("block_id already exists: " + id);
			}
		}
	}

	private static void oneTable(Json blocks, Place place) {
		if (blocks.items().stream().filter((block) -> "table".equals(block.text("type"))).count() > 1) {
			place.refuse("only_one_table_allowed");
		}
	}

}
