package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Checks the arguments of a message as strictly as Slack does, and on the strict side
 * where Slack says nothing. Stateless.
 */
public final class MessageRules {

	private static final int MAX_MARKDOWN = 12_000;

	private MessageRules() {
	}

	/**
	 * Checks everything that can be said of a message without knowing the channel.
	 * @param message the arguments, with structured ones as JSON
	 * @return why it is refused, by the Web API's codes; empty if it is fine
	 */
	public static Optional<Refusal> check(Json.Obj message) {
		return checkText(message).or(() -> checkBlocks(message.get("blocks")))
			.or(() -> checkAttachments(message.get("attachments")))
			.or(() -> checkMetadata(message.get("metadata")))
			.or(() -> showsSomething(message) ? Optional.empty() : Optional.of(Refusal.of("no_text")));
	}

	private static Optional<Refusal> checkText(Json.Obj message) {
		Json text = message.get("text");
		String markdown = message.text("markdown_text");
		if (text != null && !(text instanceof Json.Text)) {
			return refusal("invalid_arguments", "/text", "must be a string");
		}
		if (markdown != null && (text != null || message.get("blocks") != null)) {
			return Optional.of(Refusal.of("markdown_text_conflict"));
		}
		return (markdown != null && markdown.length() > MAX_MARKDOWN) ? Optional.of(Refusal.of("msg_too_long"))
				: Optional.empty();
	}

	private static Optional<Refusal> checkBlocks(@Nullable Json blocks) {
		if (blocks == null) {
			return Optional.empty();
		}
		if (!(blocks instanceof Json.Arr)) {
			return refusal("invalid_blocks_format", "/blocks", "must be an array");
		}
		List<Violation> found = Blocks.check(blocks, "/blocks");
		if (!found.isEmpty()) {
			return Optional.of(new Refusal("invalid_blocks", found));
		}
		return TextBudget.isExceeded(blocks) ? Optional.of(Refusal.of("msg_blocks_too_long")) : Optional.empty();
	}

	private static Optional<Refusal> checkAttachments(@Nullable Json attachments) {
		return (attachments != null) ? Attachments.check(attachments) : Optional.empty();
	}

	private static Optional<Refusal> checkMetadata(@Nullable Json metadata) {
		if (metadata == null) {
			return Optional.empty();
		}
		boolean wellFormed = metadata.text("event_type") != null && metadata.get("event_payload") instanceof Json.Obj;
		return (wellFormed || metadata.equals(Json.object().build())) ? Optional.empty()
				: refusal("invalid_metadata_format", "/metadata", "event_type and event_payload are required");
	}

	private static boolean showsSomething(Json.Obj message) {
		Json blocks = message.get("blocks");
		Json attachments = message.get("attachments");
		return !isBlank(message.text("text")) || !isBlank(message.text("markdown_text"))
				|| (blocks != null && !blocks.items().isEmpty())
				|| (attachments != null && attachments.items().stream().anyMatch(Attachments::showsSomething));
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

	private static Optional<Refusal> refusal(String code, String pointer, String message) {
		return Optional.of(new Refusal(code, List.of(new Violation(pointer, message))));
	}

}
