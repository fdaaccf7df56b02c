package io.github.slacklogging.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.unit.DataSize;

/**
 * A group of properties in one line, as they are written. For groups without a secret.
 */
final class RecordWords {

	private static final long KILO = 1024;

	private RecordWords() {
	}

	/** {@code initial-backoff 1s, jitter 0.2}; what is not set is left out. */
	static String of(Record group) {
		List<String> words = new ArrayList<>();
		for (RecordComponent component : group.getClass().getRecordComponents()) {
			ReflectionUtils.makeAccessible(component.getAccessor());
			Object value = ReflectionUtils.invokeMethod(component.getAccessor(), group);
			if (value != null) {
				words.add(DataObjectPropertyName.toDashedForm(component.getName()) + " " + value(value));
			}
		}
		return String.join(", ", words);
	}

	static String value(@Nullable Object value) {
		if (value instanceof Duration duration) {
			return duration.isZero() ? "0s" : duration.toString().substring(2).toLowerCase(Locale.ROOT);
		}
		if (value instanceof DataSize size) {
			boolean mega = size.toBytes() >= KILO * KILO && size.toBytes() % (KILO * KILO) == 0;
			return mega ? size.toMegabytes() + "MB" : size.toBytes() + "B";
		}
		return String.valueOf(value);
	}

}
