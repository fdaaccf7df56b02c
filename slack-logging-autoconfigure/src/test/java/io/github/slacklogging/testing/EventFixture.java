package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * An event for tests, changed one part at a time. Immutable.
 *
 * @param sequence number within the run
 * @param severity how bad
 * @param logger name of the logger
 * @param message formatted message, also the template
 * @param mdc diagnostic context
 * @param markers names of the markers
 * @param throwable what was thrown
 */
public record EventFixture(long sequence, Severity severity, String logger, String message, Map<String, String> mdc,
		List<String> markers, @Nullable ThrowableSnapshot throwable) {

	private static final RunId RUN = RunId.random();

	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	public static EventFixture event() {
		return new EventFixture(1, Severity.ERROR, "com.acme.Orders", "Order failed", Map.of(), List.of(), null);
	}

	public EventFixture withSequence(long sequence) {
		return new EventFixture(sequence, this.severity, this.logger, this.message, this.mdc, this.markers,
				this.throwable);
	}

	public EventFixture withSeverity(Severity severity) {
		return new EventFixture(this.sequence, severity, this.logger, this.message, this.mdc, this.markers,
				this.throwable);
	}

	public EventFixture withLogger(String logger) {
		return new EventFixture(this.sequence, this.severity, logger, this.message, this.mdc, this.markers,
				this.throwable);
	}

	public EventFixture withMessage(String message) {
		return new EventFixture(this.sequence, this.severity, this.logger, message, this.mdc, this.markers,
				this.throwable);
	}

	public EventFixture withMdc(Map<String, String> mdc) {
		return new EventFixture(this.sequence, this.severity, this.logger, this.message, mdc, this.markers,
				this.throwable);
	}

	public EventFixture withMarkers(String... markers) {
		return new EventFixture(this.sequence, this.severity, this.logger, this.message, this.mdc, List.of(markers),
				this.throwable);
	}

	public EventFixture withThrowable(ThrowableSnapshot throwable) {
		return new EventFixture(this.sequence, this.severity, this.logger, this.message, this.mdc, this.markers,
				throwable);
	}

	public LogEvent build() {
		return at(NOON);
	}

	/** Logged at that time. */
	public LogEvent at(Instant timestamp) {
		return new LogEvent(RUN, this.sequence, timestamp, this.severity, this.logger, "main", this.message,
				this.message, 0, this.mdc, List.of(), this.markers, this.throwable, null);
	}

}
