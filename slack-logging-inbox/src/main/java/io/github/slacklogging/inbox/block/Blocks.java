package io.github.slacklogging.inbox.block;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

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

	private static final Rule MARKDOWN = block().needs("text", Rule.string(1, MessageRules.MAX_MARKDOWN));

	/** One team met it, for all cells of a message together. */
	private static final int MAX_CELLS_TEXT = 10_000;

	private static final Rule CELL = Rule.byType(
			Map.of("raw_text", object().needs("text", Rule.string(1, Place.UNLIMITED)), "rich_text", RichText.BLOCK));

	private static final Rule COLUMN = object().may("align", Rule.oneOf("left", "center", "right"))
		.may("is_wrapped", Rule.bool());

	private static final Rule TABLE = block().needs("rows", Rule.array(1, 100, Rule.array(1, 20, CELL)))
		.may("column_settings", Rule.array(0, 20, (value, place) -> {
			if (!(value instanceof Json.Null)) {
				COLUMN.check(value, place);
			}
		}))
		.and(Blocks::cellsText);

	private static final Rule BLOCKS = Rule
		.array(0, MAX_BLOCKS,
				Rule.byType(Map.of("section", SECTION, "header", HEADER, "context", CONTEXT, "actions", ACTIONS,
						"divider", block(), "image", IMAGE, "markdown", MARKDOWN, "table", TABLE, "rich_text",
						RichText.BLOCK.may("block_id", Elements.ID))))
		.and(Blocks::markdown)
		.and(Blocks::uniqueIds)
		.and(Blocks::oneTable);

	private Blocks() {
	}

	static void check(Json blocks, Place place) {
		BLOCKS.check(blocks, place);
	}

	private static ObjectRule block() {
		return object().may("block_id", Elements.ID);
	}

	private static Rule contextElement() {
		Map<String, Rule> texts = TextObjects.types(TextObjects.MAX);
		return Rule.byType(
				Map.of("plain_text", texts.get("plain_text"), "mrkdwn", texts.get("mrkdwn"), "image", Elements.IMAGE));
	}

	private static void cellsText(Json table, Place place) {
		Json rows = table.get("rows");
		if (rows != null) {
			Place cells = new Place(place.pointer() + "/rows", "text of all table cells", place.findings());
			cells.limit(TextBudget.textIn(rows), MAX_CELLS_TEXT, Place.CHARACTERS,
					"text of all cells must be less than " + (MAX_CELLS_TEXT + 1) + " characters");
		}
	}

	/** One limit for all markdown of a message; of one block its own rule has spoken. */
	private static void markdown(Json blocks, Place place) {
		long[] lengths = blocks.items()
			.stream()
			.filter((block) -> "markdown".equals(block.text("type")))
			.mapToLong((block) -> Objects.requireNonNullElse(block.text("text"), "").length())
			.toArray();
		if (lengths.length > 1) {
			Place all = new Place(place.pointer(), "text of all markdown blocks", place.findings());
			all.limit(LongStream.of(lengths).sum(), MessageRules.MAX_MARKDOWN, Place.CHARACTERS,
					"text of all markdown blocks must be less than " + (MessageRules.MAX_MARKDOWN + 1) + " characters");
		}
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
