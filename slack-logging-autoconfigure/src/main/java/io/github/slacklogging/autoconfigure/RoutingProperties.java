package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.slacklogging.Destination;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/** What goes to Slack, and where. */
final class RoutingProperties {

	private RoutingProperties() {
	}

	/**
	 * One rule. Every condition given must hold.
	 *
	 * @param level lowest severity
	 * @param loggers loggers, by whole package segments
	 * @param markers SLF4J markers
	 * @param exceptions exception classes
	 * @param message regular expression (RE2) searched in the formatted message
	 * @param mdc MDC entries as {@code key=value}
	 * @param to names of destinations, or {@code none}
	 */
	record Route(@Nullable Severity level, @DefaultValue List<String> loggers, @DefaultValue List<String> markers,
			@DefaultValue List<String> exceptions, @Nullable String message, @DefaultValue List<String> mdc,
			@DefaultValue List<String> to) {

		Route {
			loggers = List.copyOf(loggers);
			markers = List.copyOf(markers);
			exceptions = List.copyOf(exceptions);
			mdc = List.copyOf(mdc);
			to = List.copyOf(to);
		}

		/**
		 * Collects what is wrong.
		 * @param property for example {@code routes[2]}
		 * @param destinations names that {@code to} may hold; empty: any
		 */
		void check(String property, Set<String> destinations, Problems problems) {
			problems.plainNames(property + ".loggers", this.loggers);
			problems.plainNames(property + ".markers", this.markers);
			problems.plainNames(property + ".exceptions", this.exceptions);
			if (this.message != null) {
				checkPattern(property + ".message", this.message, problems);
			}
			for (String entry : this.mdc) {
				if (entry.indexOf('=') < 1) {
					problems.add(property + ".mdc", "holds an entry that is not key=value",
							"Write for example tenant=acme.");
				}
			}
			checkTargets(property + ".to", destinations, problems);
		}

		private void checkTargets(String property, Set<String> destinations, Problems problems) {
			if (this.to.stream().noneMatch(StringUtils::hasText)) {
				problems.add(property, "names no destination",
						"Name one or more destinations, or 'none' to keep the events away from Slack.");
			}
			if (this.to.size() > 1 && this.to.contains(Destination.NONE)) {
				problems.add(property, "holds 'none' beside a destination", "Use either.");
			}
			for (String name : this.to) {
				if (!destinations.isEmpty() && !destinations.contains(name) && !name.equals(Destination.NONE)) {
					problems.add(property, "names the unknown destination '" + Problems.printable(name) + "'",
							"Configured destinations are " + new TreeSet<>(destinations) + ".");
				}
			}
		}

	}

	/**
	 * What never goes to Slack. What is shipped to OpenSearch is chosen by its level
	 * alone.
	 *
	 * @param includeLoggers Comma-separated list of loggers, by whole package segments,
	 * whose events may go to Slack. When not set all may.
	 * @param excludeLoggers Comma-separated list of loggers, by whole package segments,
	 * whose events stay away from Slack.
	 * @param includeMessages Comma-separated list of regular expressions (RE2). When set,
	 * only events whose formatted message one of them finds may go to Slack.
	 * @param excludeMessages Comma-separated list of regular expressions (RE2). Events
	 * whose formatted message one of them finds stay away from Slack.
	 * @param excludeMarkers Comma-separated list of SLF4J markers whose events stay away
	 * from Slack.
	 * @param excludeExceptions Comma-separated list of exception classes whose events
	 * stay away from Slack.
	 */
	record Filter(@DefaultValue List<String> includeLoggers, @DefaultValue List<String> excludeLoggers,
			@DefaultValue List<String> includeMessages, @DefaultValue List<String> excludeMessages,
			@DefaultValue("NO_SLACK") List<String> excludeMarkers, @DefaultValue List<String> excludeExceptions) {

		Filter {
			includeLoggers = List.copyOf(includeLoggers);
			excludeLoggers = List.copyOf(excludeLoggers);
			includeMessages = List.copyOf(includeMessages);
			excludeMessages = List.copyOf(excludeMessages);
			excludeMarkers = List.copyOf(excludeMarkers);
			excludeExceptions = List.copyOf(excludeExceptions);
		}

		void check(Problems problems) {
			problems.plainNames("filter.include-loggers", this.includeLoggers);
			problems.plainNames("filter.exclude-loggers", this.excludeLoggers);
			problems.plainNames("filter.exclude-markers", this.excludeMarkers);
			problems.plainNames("filter.exclude-exceptions", this.excludeExceptions);
			this.includeMessages.forEach((pattern) -> checkPattern("filter.include-messages", pattern, problems));
			this.excludeMessages.forEach((pattern) -> checkPattern("filter.exclude-messages", pattern, problems));
		}

	}

	private static void checkPattern(String property, String pattern, Problems problems) {
		try {
			Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			problems.add(property, "is not a regular expression that RE2 can read (" + ex.getDescription() + ")",
					"RE2 knows no look-around and no back references; quote the value in YAML.");
		}
	}

}
