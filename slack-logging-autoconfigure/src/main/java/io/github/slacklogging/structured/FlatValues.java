package io.github.slacklogging.structured;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.structured.FormatWatch.Format;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter.MemberPath;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.json.WritableJson;

/**
 * Makes one field of each complex value in Boot's own formats, so that no value can break
 * the line, overflow the stack of the thread that logs or become a hundred fields. What
 * Boot itself writes stays as it is: its nested objects, its tags, and in ECS the objects
 * that it makes of names with dots. Other formats are left alone. Thread-safe.
 */
final class FlatValues implements ValueProcessor<Object> {

	/** Deeper than any field of ECS. */
	private static final int MAX_DEPTH = 8;

	private static final int MAX_PARTS = 100;

	private final FormatWatch watch;

	FlatValues(FormatWatch watch) {
		this.watch = watch;
	}

	@Override
	public @Nullable Object processValue(MemberPath path, @Nullable Object value) {
		Format format = this.watch.format();
		boolean stays = format == Format.OTHER || value instanceof WritableJson || isBoots(path, value, format);
		return stays ? value : FlatValue.of(value);
	}

	// What is thrown here would be thrown into the logging call, and leave half a line.
	private static boolean isBoots(MemberPath path, @Nullable Object value, Format format) {
		try {
			return isTags(path, value) || (format == Format.ECS && value instanceof LinkedHashMap<?, ?> map
					&& map.getClass() == LinkedHashMap.class && (!FormatWatch.isTop(path) || isNesting(map)));
		}
		catch (Throwable ex) {
			// a caller's own, and perhaps somebody changes it meanwhile
			return false;
		}
	}

	/** The names of markers. */
	private static boolean isTags(MemberPath path, @Nullable Object value) {
		return "tags".equals(path.name()) && FormatWatch.isTop(path) && value instanceof Set<?> names
				&& names.size() <= MAX_PARTS && names.stream().allMatch(String.class::isInstance);
	}

	/**
	 * Whether it looks like what Boot makes of {@code http.request.id} and its like. A
	 * caller's own map of this class, which cannot be told from it, passes too if it is
	 * small and ends somewhere.
	 */
	private static boolean isNesting(Map<?, ?> map) {
		return parts(map, 1) <= MAX_PARTS;
	}

	/** More than {@link #MAX_PARTS} as soon as it looks different. */
	private static int parts(Map<?, ?> map, int depth) {
		int count = 0;
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			boolean named = entry.getKey() instanceof String name && !name.isEmpty() && name.indexOf('.') < 0;
			count += (named && depth <= MAX_DEPTH) ? 1 : MAX_PARTS + 1;
			if (count <= MAX_PARTS && entry.getValue() instanceof LinkedHashMap<?, ?> inner) {
				count += parts(inner, depth + 1);
			}
			if (count > MAX_PARTS) {
				return count;
			}
		}
		return count;
	}

}
