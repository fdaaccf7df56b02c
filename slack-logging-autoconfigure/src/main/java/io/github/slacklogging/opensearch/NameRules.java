package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What OpenSearch takes as a name. Source: MetadataCreateIndexService
 * (validateIndexOrAliasName, validateIndexName) and MetadataCreateDataStreamService of
 * OpenSearch 2.19. Stateless.
 */
final class NameRules {

	private static final int MAX_BYTES = 255;

	/** The indices behind a data stream are called {@code .ds-<name>-000001}. */
	private static final int MAX_STREAM_BYTES = MAX_BYTES - ".ds--000001".length();

	private static final String FORBIDDEN = "\\/*?\"<>|,#: ";

	/** Months with a long name, a short one and numbers of one and two digits. */
	private static final List<Instant> SAMPLES = Stream
		.of("2026-01-01T00:00:00Z", "2026-09-30T09:59:59Z", "2026-12-31T23:59:59Z")
		.map(Instant::parse)
		.toList();

	private NameRules() {
	}

	static Optional<String> objection(String patternOrName) {
		try {
			NamePattern pattern = NamePattern.of(patternOrName);
			if (pattern.beginsWithDate()) {
				return Optional.of("must not begin with a date: its index template would be one for all indices");
			}
			if (pattern.hasYearOfWeeks() && !pattern.hasWeeks()) {
				return Optional.of("has YYYY, the year that a week belongs to, without a week: write yyyy");
			}
			return SAMPLES.stream()
				.map((sample) -> objectionToName(pattern.format(sample), MAX_BYTES))
				.flatMap(Optional::stream)
				.findFirst();
		}
		catch (IllegalArgumentException ex) {
			return Optional.ofNullable(ex.getMessage());
		}
	}

	static Optional<String> objectionToDataStream(String name) {
		if (name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
			return Optional.of("must not have braces: a data stream has no date in its name");
		}
		if (name.startsWith(".")) {
			return Optional.of("must not start with '.'");
		}
		return objectionToName(name, MAX_STREAM_BYTES);
	}

	private static Optional<String> objectionToName(String name, int maxBytes) {
		if (name.isEmpty()) {
			return Optional.of("must not be empty");
		}
		if (!name.equals(name.toLowerCase(Locale.ROOT))) {
			return Optional.of("must be lower case, and '" + harmless(name) + "' is not");
		}
		Optional<String> forbidden = forbidden(name);
		if (forbidden.isPresent()) {
			return forbidden;
		}
		if ("-_+".indexOf(name.charAt(0)) >= 0) {
			return Optional.of("must not start with '" + name.charAt(0) + "'");
		}
		if (name.equals(".") || name.equals("..")) {
			return Optional.of("must not be '.' or '..'");
		}
		return (name.getBytes(StandardCharsets.UTF_8).length > maxBytes)
				? Optional.of("must not be longer than " + maxBytes + " bytes") : Optional.empty();
	}

	private static Optional<String> forbidden(String name) {
		Predicate<Character> control = Character::isISOControl;
		Predicate<Character> blank = Character::isWhitespace;
		return name.chars()
			.mapToObj((c) -> (char) c)
			.filter(control.or(blank).or((c) -> FORBIDDEN.indexOf(c) >= 0))
			.findFirst()
			.map((c) -> (c > ' ' && c < 127) ? "must not have '" + c + "' in it"
					: "must not have blanks or control characters in it");
	}

	private static String harmless(String name) {
		String shown = (name.length() > 80) ? name.substring(0, 80) + "…" : name;
		return shown.chars()
			.map((c) -> (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') ? '?' : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
