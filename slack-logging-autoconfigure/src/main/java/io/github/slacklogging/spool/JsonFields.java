package io.github.slacklogging.spool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The fields of a JSON object, by name. What is asked for and not there, or of another
 * kind, throws; what is not asked for does not matter. Immutable.
 */
final class JsonFields {

	private static final JsonFactory FACTORY = new JsonFactory();

	private final Map<String, Object> fields;

	private JsonFields(Map<String, Object> fields) {
		this.fields = fields;
	}

	/**
	 * Reads an object.
	 * @throws RuntimeException of any kind if these bytes are none
	 */
	static JsonFields read(byte[] bytes, int offset, int length) {
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
			parser.nextToken();
			return objectAt(parser);
		}
	}

	private static JsonFields objectAt(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new IllegalArgumentException("not an object");
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			parser.nextToken();
			Object value = valueAt(parser);
			if (value != null) {
				fields.put(name, value);
			}
		}
		return new JsonFields(fields);
	}

	private static @Nullable Object valueAt(JsonParser parser) {
		return switch (parser.currentToken()) {
			case START_OBJECT -> objectAt(parser);
			case START_ARRAY -> arrayAt(parser);
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getLongValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			default -> null;
		};
	}

	private static List<Object> arrayAt(JsonParser parser) {
		List<Object> values = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			Object value = valueAt(parser);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	Set<String> names() {
		return this.fields.keySet();
	}

	boolean has(String name) {
		return this.fields.containsKey(name);
	}

	boolean isText(String name) {
		return this.fields.get(name) instanceof String;
	}

	boolean isObject(String name) {
		return this.fields.get(name) instanceof JsonFields;
	}

	String text(String name) {
		return of(String.class, this.fields.get(name));
	}

	@Nullable String textOrNull(String name) {
		return has(name) ? text(name) : null;
	}

	long number(String name) {
		return of(Long.class, this.fields.get(name));
	}

	/** A flag that an older version did not know is not set. */
	boolean flag(String name) {
		return Boolean.TRUE.equals(this.fields.get(name));
	}

	JsonFields object(String name) {
		return of(JsonFields.class, this.fields.get(name));
	}

	List<String> texts(String name) {
		return list(name, String.class);
	}

	List<Long> numbers(String name) {
		return list(name, Long.class);
	}

	/** An absent list is an empty one. */
	List<JsonFields> objects(String name) {
		return has(name) ? list(name, JsonFields.class) : List.of();
	}

	private <T> List<T> list(String name, Class<T> type) {
		List<?> values = of(List.class, this.fields.get(name));
		List<T> typed = new ArrayList<>();
		values.forEach((value) -> typed.add(of(type, value)));
		return typed;
	}

	Map<String, String> textMap() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.fields.forEach((name, value) -> texts.put(name, of(String.class, value)));
		return texts;
	}

	private static <T> T of(Class<T> type, @Nullable Object value) {
		if (value == null || !type.isInstance(value)) {
			throw new IllegalArgumentException("not what was written");
		}
		return type.cast(value);
	}

}
