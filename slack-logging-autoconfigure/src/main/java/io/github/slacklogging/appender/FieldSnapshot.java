package io.github.slacklogging.appender;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.BoundedJson;
import io.github.slacklogging.BoundedText;
import io.github.slacklogging.KeyValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Key-value pairs of a log call as they are now: Logback keeps the application's own
 * objects, which may change after the call.
 */
final class FieldSnapshot {

	private static final int MAX_FIELDS = 100;

	private static final int MAX_KEY_LENGTH = 256;

	private static final int MAX_VALUE_LENGTH = 8 * 1024;

	private static final int MAX_TOTAL_LENGTH = 64 * 1024;

	/** About 300 digits; printing takes time that grows with their square. */
	private static final int MAX_NUMBER_BITS = 1024;

	private FieldSnapshot() {
	}

	/**
	 * The pairs as they are now.
	 * @param pairs of the call
	 * @param thrown the value that became the throwable of the event, if one did: as a
	 * field it would stand there twice
	 */
	static List<KeyValue> of(@Nullable List<@Nullable KeyValuePair> pairs, @Nullable Object thrown) {
		if (pairs == null || pairs.isEmpty()) {
			return List.of();
		}
		List<KeyValue> fields = new ArrayList<>(Math.min(pairs.size(), MAX_FIELDS));
		int room = MAX_TOTAL_LENGTH;
		for (KeyValuePair pair : pairs) {
			if (pair == null || (thrown != null && pair.value == thrown && ThrowableKeys.contain(pair.key))) {
				continue;
			}
			if (fields.size() == MAX_FIELDS || room <= 0) {
				fields.add(new KeyValue("…", (pairs.size() - fields.size()) + " more"));
				break;
			}
			int most = Math.min(room, MAX_VALUE_LENGTH);
			Object value = value(pair.value, most);
			room -= (value instanceof String text) ? taken(text, most) : 0;
			fields.add(new KeyValue(BoundedText.cut(String.valueOf(pair.key), MAX_KEY_LENGTH), value));
		}
		return fields;
	}

	// What was cut may be shorter than the room there was: it is full nevertheless.
	private static int taken(String text, int most) {
		return text.endsWith("…") ? most : text.length();
	}

	// Whatever reading the application's object throws, the event is told without it.
	private static @Nullable Object value(@Nullable Object value, int maxLength) {
		if (value == null || value instanceof Boolean || isPlainNumber(value)) {
			return value;
		}
		if (value instanceof String text) {
			return BoundedText.cut(text, maxLength);
		}
		try {
			return BoundedJson.of(value, maxLength);
		}
		catch (Throwable ex) {
			return "[reading failed: " + ex.getClass().getSimpleName() + "]";
		}
	}

	// By class, as some numbers change and some can be extended.
	private static boolean isPlainNumber(Object value) {
		Class<?> type = value.getClass();
		if (type == Integer.class || type == Long.class || type == Double.class) {
			return true;
		}
		if (type == BigDecimal.class) {
			return ((BigDecimal) value).unscaledValue().bitLength() <= MAX_NUMBER_BITS;
		}
		if (type == BigInteger.class) {
			return ((BigInteger) value).bitLength() <= MAX_NUMBER_BITS;
		}
		return type == Float.class || type == Short.class || type == Byte.class;
	}

}
