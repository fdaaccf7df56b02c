package io.github.slacklogging.masking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Collects named values of one event or message, masked. A value behind a secret name
 * goes whole; names that are equal once they are masked are told apart. For one thread.
 */
final class FieldMasking {

	private final Map<String, String> masked = new LinkedHashMap<>();

	private final Predicate<String> secret;

	private final String place;

	private final MaskingTally tally;

	private final Mask names;

	private final Mask values;

	/**
	 * An empty collection.
	 * @param secret names whose value goes
	 * @param place as {@code EventMasker} calls it
	 * @param tally is told what was masked
	 * @param names masks a name
	 * @param values masks a value
	 */
	FieldMasking(Predicate<String> secret, String place, MaskingTally tally, Mask names, Mask values) {
		this.secret = secret;
		this.place = place;
		this.tally = tally;
		this.names = names;
		this.values = values;
	}

	void put(String name, String value) {
		String maskedName = this.names.mask(this.place, name, this.tally);
		boolean secretValue = !value.isEmpty() && this.secret.test(name);
		if (secretValue) {
			this.tally.masked(KeyValueRule.SHEET.name());
		}
		String free = maskedName;
		for (int n = 2; this.masked.containsKey(free); n++) {
			free = maskedName + " (" + n + ")";
		}
		this.masked.put(free, secretValue ? Span.STARS : this.values.mask(this.place + "." + name, value, this.tally));
	}

	Map<String, String> masked() {
		return this.masked;
	}

	/** What masks a text at a place. */
	@FunctionalInterface
	interface Mask {

		String mask(String place, String text, MaskingTally tally);

	}

}
