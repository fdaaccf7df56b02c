package io.github.slacklogging.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The scalar values of a Web API answer, of its {@code channel} and of its
 * {@code channels}. An answer that is cut is read as far as it goes.
 *
 * @param values of the answer itself, by key
 * @param channels the one channel, or all of the list
 * @param cursor where a list goes on, {@code null} where it ends here
 */
record SlackAnswer(Map<String, String> values, List<Map<String, String>> channels, @Nullable String cursor) {

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final int MAX_VALUE = 80;

	private static final Pattern SECRET = Pattern.compile("(?i)(?:https?://|xox[a-z]+[-.]|xapp-)\\S*");

	/** Read as far as it goes; without any value where it is no JSON object. */
	static SlackAnswer read(String body) {
		Map<String, String> values = new HashMap<>();
		List<Map<String, String>> channels = new ArrayList<>();
		Map<String, String> metadata = new HashMap<>();
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
			if (parser.nextToken() == JsonToken.START_OBJECT) {
				while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
					member(parser, values, channels, metadata);
				}
			}
		}
		catch (JacksonException ex) {
			// Not JSON, or not all of it.
		}
		String cursor = metadata.getOrDefault("next_cursor", "");
		return new SlackAnswer(Map.copyOf(values), List.copyOf(channels), cursor.isEmpty() ? null : cursor);
	}

	private static void member(JsonParser parser, Map<String, String> values, List<Map<String, String>> channels,
			Map<String, String> metadata) {
		String key = parser.currentName();
		JsonToken value = parser.nextToken();
		if (value == JsonToken.START_OBJECT) {
			Map<String, String> object = object(parser);
			if (key.equals("channel")) {
				channels.add(object);
			}
			else if (key.equals("response_metadata")) {
				metadata.putAll(object);
			}
		}
		else if (value == JsonToken.START_ARRAY && key.equals("channels")) {
			while (parser.nextToken() == JsonToken.START_OBJECT) {
				channels.add(object(parser));
			}
		}
		else {
			scalar(parser, key, values);
		}
	}

	private static Map<String, String> object(JsonParser parser) {
		Map<String, String> values = new HashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String key = parser.currentName();
			parser.nextToken();
			scalar(parser, key, values);
		}
		return Map.copyOf(values);
	}

	private static void scalar(JsonParser parser, String key, Map<String, String> values) {
		if (parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL) {
			values.put(key, parser.getString());
		}
		parser.skipChildren();
	}

	boolean isOk() {
		return "true".equals(this.values.get("ok"));
	}

	/** Slack's code, or {@code unexpected_answer} where somebody else answered. */
	String error() {
		String error = this.values.getOrDefault("error", "");
		return error.matches("[a-z][a-z0-9_]{0,63}") ? error : "unexpected_answer";
	}

	/** A short line; who answers in Slack's place may send back what it was sent. */
	String value(String key) {
		String line = SECRET.matcher(this.values.getOrDefault(key, "?").replaceAll("\\p{Cntrl}", " "))
			.replaceAll("***");
		return (line.length() > MAX_VALUE) ? line.substring(0, MAX_VALUE) + "…" : line;
	}

}
