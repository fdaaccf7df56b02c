package io.github.slacklogging.opensearch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name with parts of the date in braces. Immutable.
 *
 * @param parts in order, those in braces without them
 */
record NamePattern(List<Part> parts) {

	NamePattern {
		parts = List.copyOf(parts);
	}

	/**
	 * Reads a pattern.
	 * @throws IllegalArgumentException in words if braces are wrong, or what is in them
	 */
	static NamePattern of(String pattern) {
		List<Part> parts = new ArrayList<>();
		int at = 0;
		while (at < pattern.length()) {
			int open = orEnd(pattern.indexOf('{', at), pattern);
			String text = pattern.substring(at, open);
			if (text.indexOf('}') >= 0) {
				throw new IllegalArgumentException("has a closing brace that nothing opened");
			}
			if (!text.isEmpty()) {
				parts.add(new Part.Text(text));
			}
			at = open;
			if (open < pattern.length()) {
				at = pattern.indexOf('}', open) + 1;
				if (at == 0) {
					throw new IllegalArgumentException("has an opening brace that nothing closes");
				}
				parts.add(Part.Date.of(pattern.substring(open + 1, at - 1)));
			}
		}
		return new NamePattern(parts);
	}

	private static int orEnd(int at, String text) {
		return (at < 0) ? text.length() : at;
	}

	/**
	 * The name at a moment.
	 * @param moment within {@link TimeRange}
	 */
	String format(Instant moment) {
		ZonedDateTime utc = moment.atZone(ZoneOffset.UTC);
		StringBuilder name = new StringBuilder();
		this.parts.forEach((part) -> name.append(part.at(utc)));
		return name.toString();
	}

	/** With one asterisk for whatever varies. */
	String wildcard() {
		StringBuilder wildcard = new StringBuilder();
		for (Part part : this.parts) {
			if (part instanceof Part.Text text) {
				wildcard.append(text.text());
			}
			else if (wildcard.isEmpty() || wildcard.charAt(wildcard.length() - 1) != '*') {
				wildcard.append('*');
			}
		}
		return wildcard.toString();
	}

	boolean varies() {
		return this.parts.stream().anyMatch(Part.Date.class::isInstance);
	}

	boolean hasHours() {
		return has('H');
	}

	boolean hasYearOfWeeks() {
		return has('Y');
	}

	boolean hasWeeks() {
		return has('w');
	}

	private boolean has(char letter) {
		return this.parts.stream().anyMatch((part) -> part instanceof Part.Date date && date.has(letter));
	}

	boolean beginsWithDate() {
		return !this.parts.isEmpty() && this.parts.get(0) instanceof Part.Date;
	}

	/** A piece of the name. */
	sealed interface Part {

		String at(ZonedDateTime moment);

		/**
		 * What does not vary.
		 *
		 * @param text as written
		 */
		record Text(String text) implements Part {

			@Override
			public String at(ZonedDateTime moment) {
				return this.text;
			}

		}

		/**
		 * What varies.
		 *
		 * @param format of it
		 * @param letters the same, as written
		 */
		record Date(DateTimeFormatter format, String letters) implements Part {

			/** Finer ones would make an index for a handful of events. */
			private static final String LETTERS = "uyMLdDYwQqEecH";

			static Date of(String letters) {
				if (letters.isBlank()) {
					throw new IllegalArgumentException("has braces with nothing in them");
				}
				letters.chars()
					.filter((letter) -> (letter < 128 && Character.isLetter(letter) && LETTERS.indexOf(letter) < 0)
							|| letter == '{' || letter == '\'')
					.findFirst()
					.ifPresent((letter) -> {
						throw new IllegalArgumentException("has '" + (char) letter + "' in its braces, where of the "
								+ "pattern letters of java.time only " + LETTERS + " may stand");
					});
				return new Date(formatter(letters), letters);
			}

			boolean has(char letter) {
				return this.letters.indexOf(letter) >= 0;
			}

			private static DateTimeFormatter formatter(String letters) {
				try {
					return DateTimeFormatter.ofPattern(letters, Locale.UK);
				}
				catch (IllegalArgumentException ex) {
					throw new IllegalArgumentException("has braces that java.time cannot read: " + letters, ex);
				}
			}

			@Override
			public String at(ZonedDateTime moment) {
				return this.format.format(moment);
			}

		}

	}

}
