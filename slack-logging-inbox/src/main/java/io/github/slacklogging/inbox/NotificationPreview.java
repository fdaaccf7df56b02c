package io.github.slacklogging.inbox;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.github.slacklogging.inbox.json.Json;

/**
 * How a message is announced. Phones show the top-level {@code text} and nothing of the
 * blocks; desktops take the text of the blocks first (Slack's changelog of 13 July 2026).
 * A phone's lock screen has four lines of about 45 characters.
 *
 * @param title the channel
 * @param text on the lock screen of a phone, empty if the message gives it nothing
 * @param desktop on a desktop
 */
record NotificationPreview(String title, String text, String desktop) {

	private static final int MAX_LINES = 4;

	private static final int MAX_CHARACTERS = 178;

	/** More is never shown, and need not be read. */
	private static final int MAX_READ = 2_000;

	/**
	 * The announcement of a message.
	 * @param message as it is now
	 * @param channels the name, with the hash, of the channel with an id
	 */
	static NotificationPreview of(InboxMessage message, Function<String, Optional<String>> channels) {
		PlainText plain = new PlainText(channels);
		String text = shown(plain.of(start(phoneText(message))), message);
		String blocks = plain.of(start(HumanText.ofBlocks(message)));
		return new NotificationPreview(message.channel(), text, blocks.isBlank() ? text : shown(blocks, message));
	}

	Json toJson() {
		return Json.object().put("title", this.title).put("text", this.text).put("desktop", this.desktop).build();
	}

	private static String phoneText(InboxMessage message) {
		if (!message.text().isBlank()) {
			return message.text();
		}
		Json attachments = MessageEdit.parsed(message.attachmentsJson());
		List<Json> items = (attachments != null) ? attachments.items() : List.of();
		return items.stream()
			.map((each) -> Objects.requireNonNullElse(each.text("fallback"), ""))
			.filter((fallback) -> !fallback.isBlank())
			.findFirst()
			.orElseGet(() -> message.files().isEmpty() ? "" : "shared a file: " + message.files().get(0).title());
	}

	private static String start(String text) {
		return text.substring(0, Math.min(text.length(), MAX_READ));
	}

	private static String shown(String text, InboxMessage message) {
		List<String> lines = text.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		if (lines.isEmpty()) {
			return "";
		}
		String sender = (message.username() != null) ? message.username() + ": " : "";
		String all = sender + String.join("\n", lines.subList(0, Math.min(lines.size(), MAX_LINES)));
		String cut = cut(all);
		return (cut.length() < all.length() || lines.size() > MAX_LINES) ? cut.stripTrailing() + "…" : cut;
	}

	/** Never in the middle of what people see as one character. */
	private static String cut(String text) {
		if (text.length() < MAX_CHARACTERS) {
			return text;
		}
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		return text.substring(0, characters.isBoundary(MAX_CHARACTERS - 1) ? MAX_CHARACTERS - 1
				: characters.preceding(MAX_CHARACTERS - 1));
	}

}
