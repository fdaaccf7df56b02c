package io.github.slacklogging.masking;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Collects named values of one event or message, masked. A value behind a secret name
 * goes whole; names that are equal once they are masked are told apart. For one thread.
 */
final class FieldMasking {

	private final Map<String, String> masked = new LinkedHashMap<>();

	private final SecretNames secret;

	private final String place;

	private final MaskingTally tally;

	private final Mask mask;

	/**
	 * An empty collection.
	 * @param secret names whose value goes
	 * @param place as {@code EventMasker} calls it
	 * @param tally is told what was masked
	 * @param mask for a text at a place
	 */
	FieldMasking(SecretNames secret, String place, MaskingTally tally, Mask mask) {
		this.secret = secret;
		this.place = place;
		this.tally = tally;
		this.mask = mask;
	}

	void put(String name, String value) {
		String maskedName = this.mask.mask(this.place, name, this.tally);
		boolean secretValue = !value.isEmpty() && this.secret.matches(name);
		if (secretValue) {
			this.tally.masked(KeyValueRule.SHEET.name());
		}
		String free = maskedName;
		for (int n = 2; this.masked.containsKey(free); n++) {
			free = maskedName + " (" + n + ")";
		}
		this.masked.put(free, secretValue ? Span.STARS : this.mask.mask(this.place + "." + name, value, this.tally));
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
