package io.github.slacklogging.masking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;

/**
 * Allow-list mode: what may leave although nobody can say that it is innocent. Immutable.
 */
final class AllowedFields {

	/** Name under which withheld arguments are counted. */
	static final String RULE = "allow-fields";

	/** What stands before the key in its component. */
	private static final String OWN_KEY = "key ";

	private final Set<String> names;

	/**
	 * A list of names.
	 * @param names of MDC entries and key-value pairs, in any case; none at all turns the
	 * mode off
	 */
	AllowedFields(List<String> names) {
		this.names = names.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether the mode is on. */
	boolean isOn() {
		return !this.names.isEmpty();
	}

	boolean admits(String name) {
		return !isOn() || this.names.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * A component of a fingerprint, without a key that an event chose for itself.
	 * @param component as {@code grouping} names it
	 */
	String ofKey(String component) {
		return (component.startsWith(OWN_KEY) && !admits("slack.fingerprint")) ? OWN_KEY + Span.STARS : component;
	}

	/**
	 * An event that was kept by a run that may have had no such list, or another one.
	 * @param event masked by that run
	 */
	MaskedEvent ofEarlierRun(MaskedEvent event) {
		if (!isOn()) {
			return event;
		}
		JobReport report = event.job();
		String message = event.template().equals(event.message()) ? event.message()
				: withoutArguments(event.template(), new MaskingTally());
		return new MaskedEvent(event.logId(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), message, admitted(event.mdc()), admitted(event.keyValues()),
				event.throwable(), event.caller(), event.maskedValues(), (report != null) ? of(report) : null);
	}

	/** A reason is as free as an argument. */
	JobReport of(JobReport report) {
		return isOn() ? new JobReport(report.name(), report.run(), report.framework(), report.outcome(),
				report.startedAt(), report.duration(), null, report.counts()) : report;
	}

	private Map<String, String> admitted(Map<String, String> fields) {
		Map<String, String> admitted = new LinkedHashMap<>(fields);
		admitted.keySet().removeIf((name) -> !admits(name));
		return Collections.unmodifiableMap(admitted);
	}

	/**
	 * The message with every argument masked.
	 * @param template as written in the code, with SLF4J's placeholders
	 * @param tally is told of each
	 */
	static String withoutArguments(String template, MaskingTally tally) {
		StringBuilder text = new StringBuilder(template.length());
		int from = 0;
		for (int at = template.indexOf("{}"); at >= 0; at = template.indexOf("{}", from)) {
			text.append(template, from, at).append(Span.STARS);
			tally.masked(RULE);
			from = at + 2;
		}
		return text.append(template, from, template.length()).toString();
	}

}
