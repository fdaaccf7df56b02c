package io.github.slacklogging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Renders an object as one bounded text: maps, collections, arrays, records and optionals
 * as JSON, so that the keys are there to be masked by; anything else by its
 * {@code toString()}. What is JSON is always valid: where the room ends, it closes what
 * is open and says {@code …} inside. Bounded in length, depth and parts; ends at cycles;
 * what throws is named in its place.
 *
 * <p>
 * Stateless, thread-safe. Calls the application's code, on the calling thread: iterators,
 * accessors and {@code toString()}, none of them any more once the room is full.
 */
public final class BoundedJson {

	private static final int MAX_DEPTH = 8;

	private static final int MAX_PARTS = 100;

	private final JsonText json;

	private final Deque<Object> open = new ArrayDeque<>();

	private BoundedJson(int maxLength) {
		this.json = new JsonText(maxLength);
	}

	/**
	 * The object as text.
	 * @param value any object; it is read now and not kept
	 * @param maxLength most characters; less than 2 counts as 2, the shortest JSON text
	 * that can be said of any object
	 * @return valid JSON for an object with parts or an optional, bare text for any other
	 */
	public static String of(Object value, int maxLength) {
		int room = Math.max(2, maxLength);
		try {
			boolean structured = value instanceof Optional || ObjectParts.isPartsOf(value);
			return structured ? structured(value, room) : BoundedText.cut(string(value), room);
		}
		catch (Throwable ex) {
			JsonText failure = new JsonText(room);
			failure.string(ObjectParts.failure(ex));
			return failure.toString();
		}
	}

	private static String structured(Object value, int maxLength) {
		BoundedJson rendering = new BoundedJson(maxLength);
		rendering.any(value);
		return rendering.json.toString();
	}

	private void any(@Nullable Object value) {
		Object content = value;
		while (content instanceof Optional<?> optional) {
			content = optional.orElse(null);
		}
		if (content == null || content instanceof Boolean) {
			this.json.bare(String.valueOf(content));
		}
		else if (content instanceof Number) {
			number(string(content));
		}
		else if (ObjectParts.isPartsOf(content)) {
			whole(content);
		}
		else {
			this.json.string(string(content));
		}
	}

	/** Infinity is none in JSON, and a number of one's own may read like anything. */
	private void number(String text) {
		if (JsonNumber.isOne(text)) {
			this.json.bare(text);
		}
		else {
			this.json.string(text);
		}
	}

	private void whole(Object value) {
		if (this.open.stream().anyMatch((outer) -> outer == value)) {
			this.json.string("[cycle]");
		}
		else if (this.open.size() == MAX_DEPTH) {
			this.json.string("[nested too deeply]");
		}
		else {
			this.open.push(value);
			parts(new ObjectParts(value));
			this.open.pop();
		}
	}

	private void parts(ObjectParts parts) {
		this.json.open(parts.areNamed());
		int count = 0;
		while (!this.json.isFull()) {
			ObjectParts.Part part = parts.next();
			if (part == null) {
				break;
			}
			if (count++ == MAX_PARTS) {
				this.json.more();
				break;
			}
			this.json.next(part.name());
			any(part.value());
		}
		this.json.close();
	}

	private static String string(@Nullable Object value) {
		try {
			return ObjectParts.text(value);
		}
		catch (Throwable ex) {
			return "[toString() failed: " + ex.getClass().getSimpleName() + "]";
		}
	}

}
