package io.github.slacklogging.inbox.block;

import java.util.Locale;

import io.github.slacklogging.inbox.block.Measure.Beyond;

/**
 * A place in a payload under check, with what people call it, and all that was found so
 * far. Not thread-safe.
 *
 * @param pointer JSON pointer to it
 * @param what it is, in words
 * @param findings added to
 */
record Place(String pointer, String what, Findings findings) {

	static final String CHARACTERS = "characters";

	/** Where Slack sets no limit. */
	static final int UNLIMITED = Integer.MAX_VALUE;

	static Place at(String key, Findings findings) {
		return new Place("/" + key, words(key), findings);
	}

	/**
	 * A member. The {@code text} of a section's {@code text} is still the section text.
	 */
	Place in(String key) {
		String words = words(key);
		boolean said = words.equals(this.what) || this.what.endsWith(" " + words);
		String more = words.startsWith(this.what + " ") ? words : this.what + " " + words;
		return new Place(this.pointer + "/" + key, said ? this.what : more, this.findings);
	}

	/** An item: one of the fields is a field. */
	Place in(int index) {
		boolean plural = this.what.endsWith("s");
		String one = plural ? this.what.substring(0, this.what.length() - 1) : this.what;
		return new Place(this.pointer + "/" + index, one, this.findings);
	}

	/** The same place, of which is now known what stands there. */
	Place as(String type) {
		return switch (type) {
			case "plain_text", "mrkdwn" -> this;
			case "raw_text" -> new Place(this.pointer, "table cell", this.findings);
			default -> new Place(this.pointer, words(type), this.findings);
		};
	}

	void refuse(String message) {
		this.findings.refuse(this.pointer, message);
	}

	void object(String message) {
		this.findings.object(this.pointer, message);
	}

	/** Measures, and objects to what is beyond. */
	void limit(long used, long max, String unit, String message) {
		if (max != UNLIMITED) {
			this.findings.measure(measure(used, max, unit, Beyond.REFUSED));
		}
		if (used > max) {
			object(message);
		}
	}

	/** Measures only: beyond it, the message still passes. */
	void soft(long used, long max, Beyond beyond) {
		this.findings.measure(measure(used, max, CHARACTERS, beyond));
	}

	Measure measure(long used, long max, String unit, Beyond beyond) {
		return new Measure(this.what, this.pointer, used, max, unit, beyond);
	}

	private static String words(String key) {
		return key.toLowerCase(Locale.ROOT).replace('_', ' ').replace("url", "URL");
	}

}
