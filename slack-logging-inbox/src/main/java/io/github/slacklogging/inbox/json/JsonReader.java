package io.github.slacklogging.inbox.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Builds a {@link Json} tree. */
final class JsonReader {

	/** Deeper than any Block Kit payload, and far from the end of a thread's stack. */
	private static final int MAX_DEPTH = 64;

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
		.build();

	private JsonReader() {
	}

	static Json read(String text) throws MalformedJsonException {
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
			JsonToken first = parser.nextToken();
			if (first == null) {
				throw new MalformedJsonException("empty document");
			}
			Json value = value(parser, first);
			if (parser.nextToken() != null) {
				throw new MalformedJsonException("more than one document");
			}
			return value;
		}
		catch (JacksonException ex) {
			throw new MalformedJsonException(ex.getOriginalMessage());
		}
	}

	private static Json value(JsonParser parser, JsonToken token) throws MalformedJsonException {
		return switch (token) {
			case START_OBJECT -> object(parser);
			case START_ARRAY -> array(parser);
			case VALUE_STRING -> new Json.Text(wellFormed(parser.getString()));
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getString());
			case VALUE_TRUE -> new Json.Bool(true);
			case VALUE_FALSE -> new Json.Bool(false);
			case VALUE_NULL -> new Json.Null();
			default -> throw new MalformedJsonException("unexpected " + token);
		};
	}

	private static Json object(JsonParser parser) throws MalformedJsonException {
		Map<String, Json> members = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = wellFormed(parser.currentName());
			members.put(name, value(parser, parser.nextToken()));
		}
		return new Json.Obj(Collections.unmodifiableMap(members));
	}

	private static Json array(JsonParser parser) throws MalformedJsonException {
		List<Json> items = new ArrayList<>();
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			items.add(value(parser, token));
		}
		return new Json.Arr(Collections.unmodifiableList(items));
	}

	private static String wellFormed(String text) throws MalformedJsonException {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(c)) {
				throw new MalformedJsonException("lone surrogate in a string");
			}
		}
		return text;
	}

}
