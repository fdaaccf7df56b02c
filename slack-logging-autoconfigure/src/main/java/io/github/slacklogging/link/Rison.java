package io.github.slacklogging.link;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Writes Rison, the JSON of addresses: OpenSearch Dashboards and Kibana keep their state
 * in it. Byte for byte what the reference writes, {@code rison-node} 2.1.1
 * ({@code w33ble/rison-node}, {@code js/rison.js}), which OpenSearch Dashboards imports
 * and Kibana wraps; the tests compare with its answers.
 *
 * <p>
 * Maps, lists, strings, numbers, booleans and {@code null} can be written. The order of a
 * map does not count: keys are sorted by their UTF-16 units, as JavaScript sorts. The
 * result is not percent-encoded yet. Keys that look like numbers should not be used: they
 * are quoted here, and the reference has two opinions about them.
 */
final class Rison {

	private static final String NOT_IN_A_WORD = " '!:(),*@$";

	private static final String NOT_AT_ITS_START = "-0123456789";

	private final StringBuilder rison = new StringBuilder();

	private Rison() {
	}

	/**
	 * Rison of a value.
	 * @param value map with strings as keys, list, string, number, boolean or
	 * {@code null}, as deep as the stack allows
	 * @throws IllegalArgumentException for anything else
	 */
	static String encode(@Nullable Object value) {
		Rison rison = new Rison();
		rison.append(value);
		return rison.rison.toString();
	}

	private void append(@Nullable Object value) {
		if (value instanceof String text) {
			append(text);
		}
		else if (value instanceof Map<?, ?> map) {
			append(map);
		}
		else if (value instanceof List<?> list) {
			append(list);
		}
		else {
			this.rison.append(literal(value));
		}
	}

	private void append(String text) {
		if (isWord(text)) {
			this.rison.append(text);
			return;
		}
		this.rison.append('\'').append(text.replace("!", "!!").replace("'", "!'")).append('\'');
	}

	private static boolean isWord(String text) {
		return !text.isEmpty() && NOT_AT_ITS_START.indexOf(text.charAt(0)) < 0
				&& text.chars().allMatch((c) -> NOT_IN_A_WORD.indexOf(c) < 0);
	}

	private void append(Map<?, ?> map) {
		this.rison.append('(');
		String separator = "";
		for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
			this.rison.append(separator);
			append(String.valueOf(entry.getKey()));
			this.rison.append(':');
			append(entry.getValue());
			separator = ",";
		}
		this.rison.append(')');
	}

	private void append(List<?> list) {
		this.rison.append("!(");
		String separator = "";
		for (Object element : list) {
			this.rison.append(separator);
			append(element);
			separator = ",";
		}
		this.rison.append(')');
	}

	private static String literal(@Nullable Object value) {
		if (value == null) {
			return "!n";
		}
		if (value instanceof Boolean truth) {
			return truth ? "!t" : "!f";
		}
		if (value instanceof Integer || value instanceof Long) {
			return value.toString();
		}
		if (value instanceof Number number) {
			return number(number.doubleValue());
		}
		throw new IllegalArgumentException("Rison knows no " + value.getClass().getName());
	}

	/** As ECMAScript's Number::toString writes it, but for the plus of an exponent. */
	private static String number(double value) {
		if (!Double.isFinite(value)) {
			return "!n";
		}
		if (value == 0) {
			return "0";
		}
		BigDecimal shortest = shortest(value);
		int exponent = shortest.precision() - shortest.scale() - 1;
		if (exponent >= -6 && exponent <= 20) {
			return shortest.toPlainString();
		}
		return shortest.movePointLeft(exponent).toPlainString() + "e" + exponent;
	}

	/** Double.toString writes a digit too many now and then before Java 19. */
	private static BigDecimal shortest(double value) {
		BigDecimal exact = new BigDecimal(value);
		return IntStream.rangeClosed(1, 17)
			.mapToObj((digits) -> exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros())
			.filter((rounded) -> rounded.doubleValue() == value)
			.findFirst()
			.orElse(exact);
	}

}
