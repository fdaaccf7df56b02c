package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/** A masked event for tests, changed one part at a time. */
public final class MaskedFixture {

	public static final String LOG_ID = "7k3q9m2x4h8vt-1c";

	public static final Instant TIME = Instant.parse("2026-11-26T10:02:03.123456789Z");

	private final Map<String, String> mdc = new LinkedHashMap<>();

	private final Map<String, String> keyValues = new LinkedHashMap<>();

	private final String message;

	private String template;

	private String logId = LOG_ID;

	private Instant at = TIME;

	private Severity severity = Severity.INFO;

	private String logger = "com.acme.Orders";

	private String thread = "http-1";

	private @Nullable MaskedThrowable throwable;

	private @Nullable StackTraceElement caller;

	private MaskedFixture(String message) {
		this.message = message;
		this.template = message;
	}

	public static MaskedFixture logged(String message) {
		return new MaskedFixture(message);
	}

	public MaskedFixture template(String template) {
		this.template = template;
		return this;
	}

	public MaskedFixture id(String logId) {
		this.logId = logId;
		return this;
	}

	public MaskedFixture at(Instant at) {
		this.at = at;
		return this;
	}

	public MaskedFixture severity(Severity severity) {
		this.severity = severity;
		return this;
	}

	public MaskedFixture by(String logger) {
		this.logger = logger;
		return this;
	}

	public MaskedFixture on(String thread) {
		this.thread = thread;
		return this;
	}

	public MaskedFixture mdc(String key, String value) {
		this.mdc.put(key, value);
		return this;
	}

	public MaskedFixture field(String key, String value) {
		this.keyValues.put(key, value);
		return this;
	}

	public MaskedFixture threw(MaskedThrowable throwable) {
		this.throwable = throwable;
		return this;
	}

	public MaskedFixture calledFrom(StackTraceElement caller) {
		this.caller = caller;
		return this;
	}

	public MaskedEvent event() {
		return new MaskedEvent(this.logId, this.at, this.severity, this.logger, this.thread, this.template,
				this.message, this.mdc, this.keyValues, this.throwable, this.caller, 0);
	}

}
