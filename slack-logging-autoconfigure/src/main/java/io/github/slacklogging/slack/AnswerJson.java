package io.github.slacklogging.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The few keys that matter in an answer of Slack's. An answer that was cut, because it
 * repeats a long message, is read as far as it goes. Immutable; the address for an upload
 * is a secret.
 */
final class AnswerJson {

	/** An answer that is no JSON object. */
	static final AnswerJson NONE = new AnswerJson(Map.of());

	private static final Set<String> KEYS = Set.of("ok", "error", "retry_after", "channel", "ts", "permalink",
			"upload_url", "file_id");

	private static final JsonFactory FACTORY = new JsonFactory();

	private final Map<String, String> texts;

	private AnswerJson(Map<String, String> texts) {
		this.texts = texts;
	}

	/**
	 * Reads an answer.
	 * @param body of the answer
	 * @return without any key when the body is no JSON object
	 */
	static AnswerJson read(String body) {
		Map<String, String> texts = new HashMap<>();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return NONE;
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String key = parser.currentName();
				JsonToken value = parser.nextToken();
				if (KEYS.contains(key) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
					texts.put(key, parser.getString());
				}
				parser.skipChildren();
			}
		}
		catch (JacksonException ex) {
			// Not JSON, or not all of it.
		}
		return new AnswerJson(Map.copyOf(texts));
	}

	/**
	 * Whether Slack did it.
	 * @return {@code null} where it does not say
	 */
	@Nullable Boolean ok() {
		String ok = this.texts.get("ok");
		return (ok != null) ? ok.equals("true") : null;
	}

	/**
	 * The value of a key that matters.
	 * @param key at the top level
	 * @return as written, {@code null} where there is none
	 */
	@Nullable String text(String key) {
		return this.texts.get(key);
	}

	@Override
	public String toString() {
		return "AnswerJson" + this.texts.keySet();
	}

}
