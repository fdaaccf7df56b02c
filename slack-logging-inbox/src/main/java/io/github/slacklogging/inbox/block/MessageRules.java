package io.github.slacklogging.inbox.block;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.slacklogging.inbox.block.Measure.Beyond;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Judges the arguments of a message as strictly as Slack does, and on the strict side
 * where Slack says nothing; or more leniently, where that is wished. Stateless.
 */
public final class MessageRules {

	/** Slack cuts a longer text and says {@code message_truncated}. */
	public static final int MAX_TEXT = 40_000;

	/** Slack makes several messages of a longer text that stands alone. */
	public static final int MAX_TEXT_ALONE = 4_000;

	/** In UTF-8 bytes, as two installations measured it. */
	private static final int MAX_UPDATE_BYTES = 4_000;

	static final int MAX_MARKDOWN = 12_000;

	private MessageRules() {
	}

	/**
	 * Says everything that can be said of a message without knowing the channel.
	 * @param message the arguments, with structured ones as JSON
	 * @param strictness whether what is too long or unknown is refused
	 * @return the refusal by the Web API's codes, warnings, and how near each limit is
	 */
	public static Verdict judge(Json.Obj message, Strictness strictness) {
		Findings findings = new Findings(strictness);
		checkText(message, findings);
		checkBlocks(message.get("blocks"), findings);
		Json attachments = message.get("attachments");
		if (attachments != null) {
			Attachments.check(attachments, findings);
		}
		checkMetadata(message.get("metadata"), findings);
		if (!showsSomething(message)) {
			findings.refuse("no_text");
		}
		return findings.verdict();
	}

	/**
	 * What {@code chat.update} adds to the other rules: a text that can be posted may be
	 * too long for an edit.
	 * @param message the arguments
	 * @param strictness whether what is too long is refused
	 * @return the refusal or the warning, and the measure
	 */
	public static Verdict judgeUpdate(Json.Obj message, Strictness strictness) {
		Findings findings = new Findings(strictness);
		String text = message.text("text");
		if (text != null) {
			findings.limit(updateBytes(text, Beyond.REFUSED), "msg_too_long");
		}
		return findings.verdict();
	}

	/**
	 * Judges strictly.
	 * @param message the arguments, with structured ones as JSON
	 * @return why it is refused, by the Web API's codes; empty if it is fine
	 */
	public static Optional<Refusal> check(Json.Obj message) {
		return judge(message, Strictness.STRICT).refusal();
	}

	/**
	 * Measures a message, whether it would be refused or not.
	 * @param message the arguments, with structured ones as JSON
	 * @return how near each limit is that concerns it, the nearest first
	 */
	public static List<Measure> measure(Json.Obj message) {
		return judge(message, Strictness.LENIENT).measures();
	}

	private static void checkText(Json.Obj message, Findings findings) {
		Json text = message.get("text");
		Place place = Place.at("text", findings);
		if (text instanceof Json.Text given) {
			measureText(given.value(), message, place);
		}
		else if (text != null) {
			place.refuse("must be a string");
			findings.conclude("invalid_arguments");
		}
		String markdown = message.text("markdown_text");
		if (markdown != null && (text != null || message.get("blocks") != null)) {
			findings.refuse("markdown_text_conflict");
		}
		if (markdown != null) {
			Measure measure = Place.at("markdown_text", findings)
				.measure(markdown.length(), MAX_MARKDOWN, Place.CHARACTERS, Beyond.REFUSED);
			findings.limit(measure, "msg_too_long");
		}
	}

	private static void measureText(String text, Json.Obj message, Place place) {
		place.soft(text.length(), MAX_TEXT, Beyond.CUT);
		if (message.get("blocks") == null) {
			place.soft(text.length(), MAX_TEXT_ALONE, Beyond.SPLIT);
		}
		place.findings().measure(updateBytes(text, Beyond.UPDATE_REFUSED));
	}

	private static Measure updateBytes(String text, Beyond beyond) {
		return new Measure("text of an update", "/text", text.getBytes(StandardCharsets.UTF_8).length, MAX_UPDATE_BYTES,
				"bytes", beyond);
	}

	private static void checkBlocks(@Nullable Json blocks, Findings findings) {
		if (blocks == null) {
			return;
		}
		Place place = Place.at("blocks", findings);
		if (!(blocks instanceof Json.Arr)) {
			place.refuse("must be an array");
			findings.conclude("invalid_blocks_format");
			return;
		}
		Blocks.check(blocks, place);
		findings.conclude("invalid_blocks");
		TextBudget.check(blocks, place, "msg_blocks_too_long");
	}

	private static void checkMetadata(@Nullable Json metadata, Findings findings) {
		if (metadata == null || metadata.equals(Json.object().build())) {
			return;
		}
		if (metadata.text("event_type") == null || !(metadata.get("event_payload") instanceof Json.Obj)) {
			Place.at("metadata", findings).refuse("event_type and event_payload are required");
			findings.conclude("invalid_metadata_format");
		}
	}

	private static boolean showsSomething(Json.Obj message) {
		Json blocks = message.get("blocks");
		Json attachments = message.get("attachments");
		return !isBlank(message.text("text")) || !isBlank(message.text("markdown_text"))
				|| (blocks != null && !blocks.items().isEmpty())
				|| (attachments != null && attachments.items().stream().anyMatch(Attachments::showsSomething));
	}

	private static boolean isBlank(@Nullable String text) {
		return Objects.requireNonNullElse(text, "").isBlank();
	}

}
