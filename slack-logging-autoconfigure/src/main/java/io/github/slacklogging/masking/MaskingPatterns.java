package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles the application's patterns. What RE2/J cannot do in linear time (look-around,
 * back references) is refused.
 */
final class MaskingPatterns {

	private static final String PROPERTY = "slack.logging.masking.patterns.";

	private MaskingPatterns() {
	}

	/**
	 * The rules for patterns.
	 * @param patterns by name
	 * @param taken names of the built-in rules
	 * @throws IllegalArgumentException naming the property, without the pattern
	 */
	static List<MaskingRule> rules(Map<String, String> patterns, List<String> taken) {
		List<MaskingRule> rules = new ArrayList<>();
		patterns.forEach((name, pattern) -> {
			if (taken.contains(name)) {
				throw new IllegalArgumentException(
						PROPERTY + name + " has the name of a built-in rule; choose another");
			}
			rules.add(new OwnPatternRule(name, compiled(PROPERTY + name, pattern)));
		});
		return List.copyOf(rules);
	}

	private static Pattern compiled(String property, String pattern) {
		Pattern compiled;
		try {
			compiled = Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException(property + " is not a regular expression of RE2/J ("
					+ ex.getDescription() + "); look-around and back references are not supported", ex);
		}
		if (compiled.matcher("").matches()) {
			throw new IllegalArgumentException(property + " matches the empty text; it must ask for a character");
		}
		return compiled;
	}

}
