package io.github.slacklogging.masking;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** One rule at work on one text. */
final class RuleTesting {

	private RuleTesting() {
	}

	static String mask(MaskingRule rule, String text) {
		return new TextMasking(List.of(rule), List.of()).mask(text).text();
	}

	/**
	 * A rule that is quadratic needs minutes for this, a linear one milliseconds.
	 * @param rule to try
	 * @param piece repeated until the text is as long as a text may be
	 */
	static void assertLinear(MaskingRule rule, String piece) {
		String text = piece.repeat(TextMasking.MAX_LENGTH / piece.length());
		long start = System.nanoTime();
		mask(rule, text);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time for %s…", piece)
			.isLessThan(Duration.ofSeconds(2));
	}

}
