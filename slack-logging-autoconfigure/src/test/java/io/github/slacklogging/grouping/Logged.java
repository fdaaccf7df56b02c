package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;

/** A log call in the making; every {@link #event()} has a number of its own. */
final class Logged {

	static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

	private static final RunId RUN = RunId.random();

	private final Severity severity;

	private long sequence;

	private String logger = "com.acme.Orders";

	private String thread = "main";

	private String template;

	private int arguments;

	private Instant timestamp = NOON;

	private Map<String, String> mdc = Map.of();

	private final List<KeyValue> keyValues = new ArrayList<>();

	private @Nullable ThrowableSnapshot throwable;

	private Logged(Severity severity, String template) {
		this.severity = severity;
		this.template = template;
	}

	static Logged as(Severity severity, String template) {
		return new Logged(severity, template);
	}

	static Logged error(String template) {
		return as(Severity.ERROR, template);
	}

	/** Of that kind, whatever its text: the key is explicit. */
	static Logged ofKind(Severity severity, String kind) {
		return as(severity, "text of " + kind).keyValue(Fingerprinting.EXPLICIT_KEY, kind);
	}

	Logged arguments(int count) {
		this.arguments = count;
		return this;
	}

	Logged by(String logger) {
		this.logger = logger;
		return this;
	}

	Logged on(String thread) {
		this.thread = thread;
		return this;
	}

	Logged after(Duration duration) {
		this.timestamp = NOON.plus(duration);
		return this;
	}

	Logged mdc(String key, String value) {
		this.mdc = Map.of(key, value);
		return this;
	}

	Logged keyValue(String key, @Nullable Object value) {
		this.keyValues.add(new KeyValue(key, value));
		return this;
	}

	Logged throwing(@Nullable ThrowableSnapshot throwable) {
		this.throwable = throwable;
		return this;
	}

	Logged throwing(String trace) {
		return throwing(RecordedThrowable.of(trace));
	}

	LogEvent event() {
		this.sequence++;
		return new LogEvent(RUN, (System.identityHashCode(this) << 16) + this.sequence, this.timestamp, this.severity,
				this.logger, this.thread, this.template, this.template, this.arguments, this.mdc,
				List.copyOf(this.keyValues), List.of(), this.throwable, null);
	}

}
