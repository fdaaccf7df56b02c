package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;
import io.github.slacklogging.credential.Objection;

import org.springframework.util.unit.DataSize;

/**
 * Collects what is wrong with a configuration, so that all of it can be said at once.
 * Properties are named without the prefix. Not thread-safe.
 */
final class Problems {

	/** Nobody waits longer, and nanoseconds must not overflow where they are counted. */
	private static final Duration LONGEST = Duration.ofDays(1);

	private static final String DURATION_ADVICE = "Set a duration such as 500ms, 10s or 5m.";

	private static final Pattern PLAIN_NAME = Pattern.compile("[^*\\s]([^*]*[^*.\\s])?");

	/** Values that are neither a secret of Slack's nor long enough to hold another. */
	private static final Pattern HARMLESS = Pattern.compile("(?!.*(xox|xapp))[\\w .,:+-]{1,32}",
			Pattern.CASE_INSENSITIVE);

	private final List<Problem> found = new ArrayList<>();

	void add(String property, String reason, String advice) {
		this.found.add(new Problem(SlackLoggingProperties.PREFIX + "." + property, reason, advice));
	}

	void add(String property, Objection objection) {
		add(property, objection.reason(), objection.advice());
	}

	void atLeast(String property, long value, long min) {
		between(property, value, min, Long.MAX_VALUE);
	}

	void between(String property, long value, long min, long max) {
		if (value < min) {
			add(property, "is " + value + " and must not be less than " + min, "Raise it.");
		}
		else if (value > max) {
			add(property, "is " + value + " and must not be more than " + max, "Lower it.");
		}
	}

	void between(String property, DataSize value, DataSize min, DataSize max) {
		between(property, value.toBytes(), min.toBytes(), max.toBytes());
	}

	void positive(String property, Duration value) {
		if (value.isZero()) {
			add(property, "is zero", DURATION_ADVICE);
		}
		notNegative(property, value);
	}

	void notNegative(String property, Duration value) {
		if (value.isNegative()) {
			add(property, "is negative", DURATION_ADVICE);
		}
		else if (value.compareTo(LONGEST) > 0) {
			add(property, "is longer than a day", DURATION_ADVICE);
		}
	}

	void notLonger(String property, Duration value, Duration longest) {
		if (value.compareTo(longest) > 0 && value.compareTo(LONGEST) <= 0) {
			add(property, "is longer than " + longest.toMinutes() + "m", "Lower it.");
		}
	}

	void plainNames(String property, List<String> names) {
		if (!names.stream().allMatch((name) -> PLAIN_NAME.matcher(name).matches())) {
			add(property, "holds something that is not a plain name",
					"Write names without wildcards; a package stands for everything in it.");
		}
	}

	void add(Problem problem) {
		this.found.add(problem);
	}

	/** What was found so far. */
	List<Problem> all() {
		return List.copyOf(this.found);
	}

	void throwIfAny() {
		if (!this.found.isEmpty()) {
			throw new InvalidSlackLoggingConfigurationException(this.found);
		}
	}

	/**
	 * A configured text for a message to humans.
	 * @return the text, or an ellipsis where it might be a secret in the wrong place
	 */
	static String printable(String text) {
		return HARMLESS.matcher(text).matches() ? text : "…";
	}

}
