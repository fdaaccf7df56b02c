package io.github.slacklogging.appender;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.slacklogging.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * Renders an object as text that reads like JSON: maps, collections, arrays and records
 * by their parts, so that the keys are there to be masked by; anything else by its
 * {@code toString()}. Bounded in length, depth and parts; ends at cycles; what throws is
 * named in its place.
 */
final class JsonLikeText {

	private static final int MAX_DEPTH = 8;

	private static final int MAX_PARTS = 100;

	private final int maxLength;

	private final StringBuilder text = new StringBuilder();

	private final Deque<Object> open = new ArrayDeque<>();

	private JsonLikeText(int maxLength) {
		this.maxLength = maxLength;
	}

	static String of(Object value, int maxLength) {
		JsonLikeText json = new JsonLikeText(maxLength);
		if (hasParts(value)) {
			json.whole(value);
		}
		else {
			json.put(string(value));
		}
		return BoundedText.cut(json.text.toString(), maxLength);
	}

	private static boolean hasParts(Object value) {
		return value instanceof Map || value instanceof Collection || value.getClass().isArray()
				|| (value instanceof Record && isReadable(value.getClass().getRecordComponents()));
	}

	private static boolean isReadable(RecordComponent @Nullable [] components) {
		return components != null && (components.length == 0 || components[0].getAccessor().trySetAccessible());
	}

	private void any(@Nullable Object value) {
		if (value == null) {
			put("null");
		}
		else if (value instanceof Boolean || value instanceof Number) {
			put(string(value));
		}
		else if (hasParts(value)) {
			whole(value);
		}
		else {
			quoted(string(value));
		}
	}

	private void whole(Object value) {
		if (this.open.stream().anyMatch((outer) -> outer == value)) {
			quoted("[cycle]");
			return;
		}
		if (this.open.size() == MAX_DEPTH) {
			quoted("[nested too deeply]");
			return;
		}
		boolean named = value instanceof Map || value instanceof Record;
		this.open.push(value);
		put(named ? "{" : "[");
		try {
			parts(value);
		}
		catch (Throwable ex) {
			quoted("[reading failed: " + ex.getClass().getSimpleName() + "]");
		}
		put(named ? "}" : "]");
		this.open.pop();
	}

	private void parts(Object value) throws ReflectiveOperationException {
		if (value instanceof Map<?, ?> map) {
			entries(map);
		}
		else if (value instanceof Collection<?> collection) {
			elements(collection.iterator());
		}
		else if (value instanceof Record) {
			components(value);
		}
		else {
			elements(IntStream.range(0, Array.getLength(value)).mapToObj((i) -> Array.get(value, i)).iterator());
		}
	}

	private void entries(Map<?, ?> map) {
		int count = 0;
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			if (!next(count++)) {
				return;
			}
			quoted(string(entry.getKey()));
			put(":");
			any(entry.getValue());
		}
	}

	private void elements(Iterator<?> elements) {
		int count = 0;
		while (elements.hasNext()) {
			if (!next(count++)) {
				return;
			}
			any(elements.next());
		}
	}

	private void components(Object value) throws ReflectiveOperationException {
		int count = 0;
		for (RecordComponent component : value.getClass().getRecordComponents()) {
			component.getAccessor().trySetAccessible();
			if (!next(count++)) {
				return;
			}
			quoted(component.getName());
			put(":");
			any(component.getAccessor().invoke(value));
		}
	}

	private boolean next(int count) {
		if (this.text.length() > this.maxLength) {
			return false;
		}
		put((count > 0) ? "," : "");
		if (count == MAX_PARTS) {
			put("\"…\"");
			return false;
		}
		return true;
	}

	private static String string(@Nullable Object value) {
		try {
			return String.valueOf(value);
		}
		catch (Throwable ex) {
			return "[toString() failed: " + ex.getClass().getSimpleName() + "]";
		}
	}

	private void quoted(String value) {
		put("\"");
		for (int i = 0; i < value.length() && this.text.length() <= this.maxLength; i++) {
			char c = value.charAt(i);
			switch (c) {
				case '"', '\\' -> put("\\" + c);
				case '\n' -> put("\\n");
				case '\r' -> put("\\r");
				case '\t' -> put("\\t");
				default -> this.text.append(Character.isISOControl(c) ? ' ' : c);
			}
		}
		put("\"");
	}

	/** One character too many shows that the text is cut. */
	private void put(String part) {
		int room = this.maxLength + 1 - this.text.length();
		if (room > 0) {
			this.text.append(part, 0, Math.min(room, part.length()));
		}
	}

}
