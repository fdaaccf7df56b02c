package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.Mute;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/** Reads how long something is to be muted. Stateless. */
final class EndpointTerm {

	private static final Duration MAX = Duration.ofDays(366);

	private static final String FORMS = "a duration as 2h or PT2H, ten-times-more or next-version";

	/** Boot takes it for milliseconds, people for hours. */
	private static final Pattern WITHOUT_UNIT = Pattern.compile("[+-]?\\d+");

	private EndpointTerm() {
	}

	static Optional<String> objection(@Nullable String text) {
		if (text == null) {
			return Optional.of("'for' is missing: " + FORMS);
		}
		if (WITHOUT_UNIT.matcher(text).matches()) {
			return Optional.of("'for' has no unit: " + FORMS);
		}
		return read(text).isEmpty()
				? Optional.of("'for' must be %s; durations of 1 ms to %d days".formatted(FORMS, MAX.toDays()))
				: Optional.empty();
	}

	/** Empty where nobody can tell. */
	static Optional<Mute.Term> read(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "ten-times-more" -> Optional.of(new Mute.Term.TenTimesMore());
			case "next-version" -> Optional.of(new Mute.Term.UntilNextVersion());
			default -> duration(text).map(Mute.Term.For::new);
		};
	}

	private static Optional<Duration> duration(String text) {
		try {
			return Optional.of(DurationStyle.detectAndParse(text))
				.filter((duration) -> duration.toMillis() > 0 && duration.compareTo(MAX) <= 0);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return Optional.empty();
		}
	}

}
