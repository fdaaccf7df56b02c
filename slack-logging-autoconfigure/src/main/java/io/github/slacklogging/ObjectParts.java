package io.github.slacklogging;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a map, a collection, an array or a record, one after the other, read when
 * they are asked for. What the object throws is a part too, the last one. Used by one
 * thread.
 */
final class ObjectParts {

	private final Object whole;

	private @Nullable Iterator<?> iterator;

	private boolean failed;

	ObjectParts(Object whole) {
		this.whole = whole;
	}

	static boolean isPartsOf(Object value) {
		return value instanceof Map || value instanceof Collection || value.getClass().isArray()
				|| (value instanceof Record && isReadable(value.getClass().getRecordComponents()));
	}

	private static boolean isReadable(RecordComponent @Nullable [] components) {
		return components != null && (components.length == 0 || components[0].getAccessor().trySetAccessible());
	}

	static String failure(Throwable thrown) {
		return "[reading failed: " + thrown.getClass().getSimpleName() + "]";
	}

	/** That of an object that has none reads "null", as elsewhere. */
	static String text(@Nullable Object value) {
		String text = (value != null) ? value.toString() : null;
		return (text != null) ? text : "null";
	}

	boolean areNamed() {
		return this.whole instanceof Map || this.whole instanceof Record;
	}

	/** The next one, {@code null} behind the last. */
	@Nullable Part next() {
		if (this.failed) {
			return null;
		}
		try {
			Iterator<?> current = (this.iterator != null) ? this.iterator : iterator();
			this.iterator = current;
			return current.hasNext() ? part(current.next()) : null;
		}
		catch (Throwable ex) {
			this.failed = true;
			return new Part(areNamed() ? "…" : null, failure(ex));
		}
	}

	private Iterator<?> iterator() {
		if (this.whole instanceof Map<?, ?> map) {
			return map.entrySet().iterator();
		}
		if (this.whole instanceof Collection<?> collection) {
			return collection.iterator();
		}
		if (this.whole instanceof Record) {
			return Arrays.asList(this.whole.getClass().getRecordComponents()).iterator();
		}
		return IntStream.range(0, Array.getLength(this.whole)).mapToObj((i) -> Array.get(this.whole, i)).iterator();
	}

	private Part part(@Nullable Object element) {
		if (this.whole instanceof Map && element instanceof Map.Entry<?, ?> entry) {
			return new Part(text(entry.getKey()), entry.getValue());
		}
		if (this.whole instanceof Record && element instanceof RecordComponent component) {
			return new Part(component.getName(), component(component));
		}
		return new Part(areNamed() ? text(element) : null, element);
	}

	private @Nullable Object component(RecordComponent component) {
		try {
			component.getAccessor().trySetAccessible();
			return component.getAccessor().invoke(this.whole);
		}
		catch (InvocationTargetException ex) {
			return failure(ex.getTargetException());
		}
		catch (ReflectiveOperationException ex) {
			return failure(ex);
		}
	}

	/**
	 * One part.
	 *
	 * @param name where the parts have names
	 * @param value as the object has it
	 */
	record Part(@Nullable String name, @Nullable Object value) {

	}

}
