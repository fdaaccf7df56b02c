package io.github.slacklogging.message;

import java.io.StringWriter;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the parts of a draft as JSON. Every mrkdwn object says {@code verbatim}, so that
 * Slack links nothing by itself, and none says {@code emoji}, which only plain text may.
 */
final class DraftWriter {

	private final JsonFactory json = JsonFactory.builder().build();

	/** The top-level blocks, a JSON array. */
	String blocks(Draft draft) {
		StringWriter out = new StringWriter();
		try (JsonGenerator generator = this.json.createGenerator(ObjectWriteContext.empty(), out)) {
			write(generator, draft.blocks());
		}
		return out.toString();
	}

	/** The one attachment, in a JSON array; {@code null} where there is none. */
	@Nullable String attachments(Draft draft) {
		if (draft.attached().isEmpty()) {
			return null;
		}
		StringWriter out = new StringWriter();
		try (JsonGenerator generator = this.json.createGenerator(ObjectWriteContext.empty(), out)) {
			generator.writeStartArray();
			generator.writeStartObject();
			generator.writeStringProperty("color", draft.color());
			generator.writeStringProperty("fallback", draft.fallback());
			generator.writeName("blocks");
			write(generator, draft.attached());
			generator.writeEndObject();
			generator.writeEndArray();
		}
		return out.toString();
	}

	private static void write(JsonGenerator generator, List<Block> blocks) {
		generator.writeStartArray();
		for (Block block : blocks) {
			generator.writeStartObject();
			write(generator, block);
			generator.writeEndObject();
		}
		generator.writeEndArray();
	}

	private static void write(JsonGenerator generator, Block block) {
		if (block instanceof Block.Section section) {
			generator.writeStringProperty("type", "section");
			generator.writeName("text");
			writeText(generator, section.mrkdwn());
		}
		else if (block instanceof Block.Fields fields) {
			generator.writeStringProperty("type", "section");
			generator.writeArrayPropertyStart("fields");
			fields.mrkdwn().forEach((field) -> writeText(generator, field));
			generator.writeEndArray();
		}
		else if (block instanceof Block.Context context) {
			generator.writeStringProperty("type", "context");
			generator.writeArrayPropertyStart("elements");
			context.mrkdwn().forEach((element) -> writeText(generator, element));
			generator.writeEndArray();
		}
		else if (block instanceof Block.Preformatted preformatted) {
			writePreformatted(generator, preformatted);
		}
	}

	private static void writeText(JsonGenerator generator, String mrkdwn) {
		generator.writeStartObject();
		generator.writeStringProperty("type", "mrkdwn");
		generator.writeStringProperty("text", mrkdwn);
		generator.writeBooleanProperty("verbatim", true);
		generator.writeEndObject();
	}

	private static void writePreformatted(JsonGenerator generator, Block.Preformatted preformatted) {
		generator.writeStringProperty("type", "rich_text");
		generator.writeArrayPropertyStart("elements");
		generator.writeStartObject();
		generator.writeStringProperty("type", "rich_text_preformatted");
		generator.writeArrayPropertyStart("elements");
		generator.writeStartObject();
		generator.writeStringProperty("type", "text");
		generator.writeStringProperty("text", preformatted.literal());
		generator.writeEndObject();
		generator.writeEndArray();
		generator.writeEndObject();
		generator.writeEndArray();
	}

}
