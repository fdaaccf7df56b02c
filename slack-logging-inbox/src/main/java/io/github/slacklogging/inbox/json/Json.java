package io.github.slacklogging.inbox.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A JSON value. Immutable. */
public sealed interface Json {

	/**
	 * Reads one JSON document. Refuses duplicate keys and lone surrogates: the first is a
	 * mistake of the sender, the second makes Slack refuse the whole payload.
	 * @param text the document
	 * @return its value
	 * @throws MalformedJsonException if it cannot be read
	 */
	static Json read(String text) throws MalformedJsonException {
		return JsonReader.read(text);
	}

	static Json of(@Nullable String value) {
		return (value != null) ? new Text(value) : new Null();
	}

	static Json of(boolean value) {
		return new Bool(value);
	}

	static Json of(long value) {
		return new Num(Long.toString(value));
	}

	static Members object() {
		return new Members();
	}

	static Arr array(List<? extends Json> items) {
		return new Arr(List.copyOf(items));
	}

	/**
	 * The compact form.
	 * @return JSON text that {@link #read} accepts
	 */
	default String write() {
		return JsonWriter.write(this);
	}

	/**
	 * A member of an object.
	 * @param key its name
	 * @return its value; {@code null} if this is no object, or it has no such member, or
	 * the member is JSON null, which means "as if it were absent" to Slack
	 */
	default @Nullable Json get(String key) {
		return null;
	}

	/**
	 * A text member of an object.
	 * @param key its name
	 * @return its text, {@code null} if there is none
	 */
	default @Nullable String text(String key) {
		return (get(key) instanceof Text text) ? text.value() : null;
	}

	/**
	 * The items of an array.
	 * @return the items, empty if this is no array
	 */
	default List<Json> items() {
		return List.of();
	}

	/**
	 * An object.
	 *
	 * @param members its members in the order of the document
	 */
	record Obj(Map<String, Json> members) implements Json {

		@Override
		public @Nullable Json get(String key) {
			Json value = this.members.get(key);
			return (value instanceof Null) ? null : value;
		}

	}

	/**
	 * An array.
	 *
	 * @param items its items
	 */
	record Arr(List<Json> items) implements Json {

	}

	/**
	 * A string.
	 *
	 * @param value its characters
	 */
	record Text(String value) implements Json {

	}

	/**
	 * A number.
	 *
	 * @param literal as it was written
	 */
	record Num(String literal) implements Json {

	}

	/**
	 * A boolean.
	 *
	 * @param value its value
	 */
	record Bool(boolean value) implements Json {

	}

	/** JSON null. */
	record Null() implements Json {

	}

	/** Collects the members of an object. Not thread-safe. */
	final class Members {

		private final Map<String, Json> members = new LinkedHashMap<>();

		public Members put(String key, Json value) {
			this.members.put(key, value);
			return this;
		}

		public Members put(String key, @Nullable String value) {
			return put(key, Json.of(value));
		}

		public Members putIfPresent(String key, @Nullable Json value) {
			return (value != null) ? put(key, value) : this;
		}

		public Members putTexts(String key, List<String> texts) {
			List<Json> items = new ArrayList<>();
			texts.forEach((text) -> items.add(new Text(text)));
			return put(key, new Arr(Collections.unmodifiableList(items)));
		}

		public Obj build() {
			return new Obj(Collections.unmodifiableMap(new LinkedHashMap<>(this.members)));
		}

	}

}
