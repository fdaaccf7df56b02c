package io.github.slacklogging.appender;

import java.util.List;
import java.util.function.LongSupplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.Settings;

/**
 * One connection of the appender: decides which events are taken, and takes them.
 * Thread-safe. May throw what an event throws at it.
 */
final class Capture {

	private final Outlets outlets;

	private final SeverityScale scale;

	private final EventSnapshot snapshot;

	/**
	 * Whether the thread is in here already: describing an event calls the application's
	 * code, which may log. The value is of a type of the JDK, so what is left of it in a
	 * thread's table keeps no class loader alive.
	 */
	private final ThreadLocal<boolean[]> inside = ThreadLocal.withInitial(() -> new boolean[1]);

	Capture(Outlets outlets, Settings settings, LongSupplier fallbackSequence) {
		this.outlets = outlets;
		this.scale = new SeverityScale(outlets.lowest(), settings.criticalMarkers());
		this.snapshot = new EventSnapshot(settings, fallbackSequence);
	}

	/** The one question that is asked of every event: it reads two numbers. */
	boolean concerns(ILoggingEvent event) {
		return this.scale.mayInclude(event.getLevel());
	}

	void take(ILoggingEvent event, boolean started) {
		boolean[] here = this.inside.get();
		if (here[0]) {
			this.outlets.dropped(DropReason.SELF, severity(event, List.of()));
			return;
		}
		here[0] = true;
		try {
			List<String> markers = MarkerNames.of(event.getMarkerList());
			Severity severity = severity(event, markers);
			int admitting = admitting(event, severity, started);
			if (admitting != 0) {
				PassedThrowable passed = this.snapshot.throwable(event, severity);
				// asked for here: every frame between the application and this costs
				boolean wanted = this.snapshot.wantsCaller(event, severity, passed);
				StackTraceElement caller = wanted ? CallerFrame.of(event) : null;
				this.outlets.offer(this.snapshot.of(event, severity, markers, passed, caller), admitting);
			}
		}
		finally {
			here[0] = false;
		}
	}

	void failed(ILoggingEvent event) {
		this.outlets.dropped(DropReason.FAILED, severity(event, List.of()));
	}

	private int admitting(ILoggingEvent event, Severity severity, boolean started) {
		if (!this.scale.includes(severity) || OwnVoice.isUncaptured(event)) {
			return 0;
		}
		if (OwnVoice.isOwn(event)) {
			this.outlets.dropped(DropReason.SELF, severity);
			return 0;
		}
		if (!started) {
			this.outlets.dropped(DropReason.SHUTDOWN, severity);
			return 0;
		}
		return this.outlets.admitting(severity);
	}

	private Severity severity(ILoggingEvent event, List<String> markers) {
		return this.scale.severity(event.getLevel(), event.getLoggerName(), markers);
	}

}
