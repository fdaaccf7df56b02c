package io.github.slacklogging.structured;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.slacklogging.BoundedJson;
import org.jspecify.annotations.Nullable;

/**
 * A caller's value as one field: a text, a number or a truth value, whatever the object
 * is made of.
 */
final class FlatValue {

	static final int MAX_LENGTH = 8 * 1024;

	private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, Long.class, Short.class, Byte.class,
			BigInteger.class, BigDecimal.class, AtomicInteger.class, AtomicLong.class);

	private FlatValue() {
	}

	/**
	 * Reads the object on the calling thread; what it throws is named in its place.
	 * @param value any object
	 * @return a String as it is, a Boolean, a Number that JSON can write, or the bounded
	 * text of anything else; {@code null} for {@code null}
	 */
	static @Nullable Object of(@Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Boolean || isNumber(value)) {
			return value;
		}
		return BoundedJson.of(value, MAX_LENGTH);
	}

	// By class: infinity is no number in JSON, and a number of one's own may read like
	// anything.
	private static boolean isNumber(Object value) {
		return NUMBERS.contains(value.getClass()) || (value instanceof Double number && Double.isFinite(number))
				|| (value instanceof Float small && Float.isFinite(small));
	}

}
