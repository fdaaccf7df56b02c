package io.github.slacklogging.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The three keys that matter in an answer of Slack's. An answer that was cut, because it
 * repeats a long message, is read as far as it goes.
 *
 * @param ok whether Slack did it
 * @param error why not
 * @param retryAfter seconds to wait, as written
 */
record AnswerJson(@Nullable Boolean ok, @Nullable String error, @Nullable String retryAfter) {

	private static final AnswerJson NONE = new AnswerJson(null, null, null);

	private static final JsonFactory FACTORY = new JsonFactory();

	/**
	 * Reads an answer.
	 * @param body of the answer
	 * @return without any key when the body is no JSON object
	 */
	static AnswerJson read(String body) {
		AnswerJson read = NONE;
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return NONE;
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String key = parser.currentName();
				parser.nextToken();
				read = read.with(key, parser);
				parser.skipChildren();
			}
		}
		catch (JacksonException ex) {
			// Not JSON, or not all of it.
		}
		return read;
	}

	private AnswerJson with(String key, JsonParser parser) {
		JsonToken token = parser.currentToken();
		if (!token.isScalarValue()) {
			return this;
		}
		return switch (key) {
			case "ok" -> new AnswerJson(token == JsonToken.VALUE_TRUE, this.error, this.retryAfter);
			case "error" -> new AnswerJson(this.ok, parser.getString(), this.retryAfter);
			case "retry_after" -> new AnswerJson(this.ok, this.error, parser.getString());
			default -> this;
		};
	}

}
