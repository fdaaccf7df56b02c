package io.github.slacklogging.appender;

import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Level;
import io.github.slacklogging.FailedStart;
import io.github.slacklogging.Severity;

/** How bad an event is, and whether that is bad enough. Immutable. */
final class SeverityScale {

	private final Severity lowest;

	private final int lowestLevel;

	private final Set<String> criticalMarkers;

	SeverityScale(Severity lowest, Set<String> criticalMarkers) {
		this.lowest = lowest;
		this.lowestLevel = switch (lowest) {
			case CRITICAL, ERROR -> Level.ERROR_INT;
			case WARN -> Level.WARN_INT;
			case INFO -> Level.INFO_INT;
			case DEBUG -> Level.ALL_INT;
		};
		this.criticalMarkers = criticalMarkers;
	}

	/** Whether an event of this level can be bad enough; its markers decide the rest. */
	boolean mayInclude(Level level) {
		return level.toInt() >= this.lowestLevel;
	}

	boolean includes(Severity severity) {
		return severity.isAtLeast(this.lowest);
	}

	/** The report of a failed start counts as critical: the JVM may end at any moment. */
	Severity severity(Level level, String loggerName, List<String> markers) {
		int value = level.toInt();
		if (value >= Level.ERROR_INT) {
			boolean critical = isCritical(markers) || FailedStart.isReportedBy(loggerName);
			return critical ? Severity.CRITICAL : Severity.ERROR;
		}
		if (value >= Level.WARN_INT) {
			return Severity.WARN;
		}
		return (value >= Level.INFO_INT) ? Severity.INFO : Severity.DEBUG;
	}

	private boolean isCritical(List<String> markers) {
		for (String marker : markers) {
			if (this.criticalMarkers.contains(marker)) {
				return true;
			}
		}
		return false;
	}

}
