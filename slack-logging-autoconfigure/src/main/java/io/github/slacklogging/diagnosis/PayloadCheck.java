package io.github.slacklogging.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Looks whether Slack could take a message, as far as its documentation says what it
 * takes. Knows nothing of how messages are composed, so that it finds what that forgot.
 * Source of the numbers: docs.slack.dev, "Block Kit reference", and "chat.update" for the
 * text.
 */
final class PayloadCheck {

	private static final int MAX_TEXT_BYTES = 4_000;

	private static final int MAX_BLOCKS = 50;

	private static final int MAX_TEXT_OBJECT = 3_000;

	private static final int MAX_HEADER = 150;

	private static final int MAX_FIELDS = 10;

	private static final int MAX_CONTEXT_ELEMENTS = 10;

	private static final int MAX_FIELD = 2_000;

	private final List<String> objections = new ArrayList<>();

	private PayloadCheck() {
	}

	/**
	 * Looks at a message.
	 * @param json the body of a request
	 * @return what it is, and what Slack would not like of it
	 */
	static Checked check(String json) {
		PayloadCheck check = new PayloadCheck();
		try {
			JsonTree tree = JsonTree.read(json);
			check.message(tree.root());
			return new Checked(tree.pretty(), check.objections);
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// the text of the exception quotes the body
			return new Checked(json, List.of("it is no JSON"));
		}
	}

	private void message(@Nullable Object root) {
		if (!(root instanceof Map<?, ?> message)) {
			this.objections.add("it is no JSON object");
			return;
		}
		if (!(message.get("text") instanceof String text) || text.isBlank()) {
			this.objections.add("'text' is empty, which phones and screen readers need");
		}
		else if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
			this.objections.add("'text' has more than " + MAX_TEXT_BYTES + " bytes");
		}
		blocks("blocks", message.get("blocks"));
		if (message.get("attachments") instanceof List<?> attachments) {
			for (int i = 0; i < attachments.size(); i++) {
				Object attachment = attachments.get(i);
				String place = "attachments[" + i + "]";
				blocks(place + ".blocks", (attachment instanceof Map<?, ?> object) ? object.get("blocks") : null);
			}
		}
	}

	private void blocks(String place, @Nullable Object value) {
		if (!(value instanceof List<?> blocks)) {
			return;
		}
		atMost(place, "blocks", blocks.size(), MAX_BLOCKS);
		for (int i = 0; i < blocks.size(); i++) {
			block(place + "[" + i + "]", blocks.get(i));
		}
	}

	private void block(String place, @Nullable Object value) {
		if (!(value instanceof Map<?, ?> block) || !(block.get("type") instanceof String type)) {
			this.objections.add(place + " has no type");
			return;
		}
		textObject(place + ".text", block.get("text"), type.equals("header") ? MAX_HEADER : MAX_TEXT_OBJECT);
		if (block.get("fields") instanceof List<?> fields) {
			atMost(place, "fields", fields.size(), MAX_FIELDS);
			fields.forEach((field) -> textObject(place + ".fields", field, MAX_FIELD));
		}
		if (type.equals("context") && block.get("elements") instanceof List<?> elements) {
			atMost(place, "elements", elements.size(), MAX_CONTEXT_ELEMENTS);
			elements.forEach((element) -> textObject(place + ".elements", element, MAX_TEXT_OBJECT));
		}
	}

	private void textObject(String place, @Nullable Object value, int max) {
		if (value instanceof Map<?, ?> object && object.get("text") instanceof String text) {
			if (text.isEmpty()) {
				this.objections.add(place + " is empty");
			}
			atMost(place, "characters", text.length(), max);
		}
	}

	private void atMost(String place, String what, int count, int max) {
		if (count > max) {
			this.objections.add(place + " has " + count + " " + what + ", at most " + max + " are taken");
		}
	}

	/**
	 * What was found.
	 *
	 * @param pretty the message for people
	 * @param objections empty where Slack would take it
	 */
	record Checked(String pretty, List<String> objections) {

		Checked {
			objections = List.copyOf(objections);
		}

	}

}
