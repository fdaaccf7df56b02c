package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.Incident;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/** Events, groups and plans for tests, changed one part at a time. */
final class Told {

	static final Instant NOW = Instant.parse("2026-10-12T10:02:03Z");

	static final ServiceIdentity ORDERS_API = new ServiceIdentity("orders-api", "1.8.2", "a1b2c3d4e5f6", "prod",
			"orders-7d9f", Instant.parse("2026-10-12T09:50:03Z"));

	String logId = "7k3q9m2x4h8vt-1c";

	String logger = "com.acme.orders.OrderService";

	String thread = "http-nio-8080-exec-3";

	String message = "Order 4711 not found";

	@Nullable String template;

	Severity severity = Severity.ERROR;

	Map<String, String> mdc = new LinkedHashMap<>();

	Map<String, String> keyValues = new LinkedHashMap<>();

	@Nullable MaskedThrowable throwable;

	@Nullable StackTraceElement caller;

	int maskedValues;

	@Nullable JobReport job;

	/** A kind that is muted for so long from now. */
	static Mute muted(Duration left) {
		return muted(new Mute.End.At(NOW.plus(left)));
	}

	static Mute muted(Mute.End end) {
		return new Mute(new Mute.Subject.Kind("k7f3q2a"), end, NOW);
	}

	static Told error(String message) {
		Told told = new Told();
		told.message = message;
		return told;
	}

	/** As Spring Boot reports the analysis of a failed start. */
	static Told failedStart(String description, String action) {
		String frame = "***************************";
		return error("\n\n" + frame + "\nAPPLICATION FAILED TO START\n" + frame + "\n\nDescription:\n\n" + description
				+ "\n" + (action.isBlank() ? "" : "\nAction:\n\n" + action + "\n"))
			.severity(Severity.CRITICAL)
			.logger("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter");
	}

	/** As a report of a job becomes an event. */
	static Told job(JobReport report) {
		Told told = error(report.message()).template(report.template())
			.severity(report.outcome().severity())
			.logger(report.loggerName());
		told.job = report;
		return told;
	}

	Told severity(Severity severity) {
		this.severity = severity;
		return this;
	}

	Told template(String template) {
		this.template = template;
		return this;
	}

	Told thrown(MaskedThrowable throwable) {
		this.throwable = throwable;
		return this;
	}

	Told mdc(String key, String value) {
		this.mdc.put(key, value);
		return this;
	}

	Told field(String key, String value) {
		this.keyValues.put(key, value);
		return this;
	}

	Told id(String logId) {
		this.logId = logId;
		return this;
	}

	Told logger(String logger) {
		this.logger = logger;
		return this;
	}

	Told masked(int values) {
		this.maskedValues = values;
		return this;
	}

	Told caller(StackTraceElement caller) {
		this.caller = caller;
		return this;
	}

	MaskedEvent event() {
		return new MaskedEvent(this.logId, NOW, this.severity, this.logger, this.thread,
				(this.template != null) ? this.template : this.message, this.message, this.mdc, this.keyValues,
				this.throwable, this.caller, this.maskedValues, this.job);
	}

	MaskedGroup once() {
		return times(1);
	}

	MaskedGroup times(long count) {
		MaskedEvent event = event();
		return new MaskedGroup("k7f3q2a", this.severity, count, count, false, NOW, NOW, event, event, Incident.UNKNOWN);
	}

	/** Told before: so many are new. */
	MaskedGroup again(long count, long total) {
		MaskedEvent event = event();
		return new MaskedGroup("k7f3q2a", this.severity, count, total, true, NOW.minusSeconds(2_520), NOW, event, event,
				Incident.UNKNOWN);
	}

	static MessagePlan plan(MaskedGroup... groups) {
		return new MessagePlan(List.of(groups), Map.of(), Duration.ofMillis(900), false, null, NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE);
	}

	static StackTraceElement frame(String className, String method, int line) {
		String simple = className.substring(className.lastIndexOf('.') + 1);
		return new StackTraceElement(className, method, simple.replaceAll("\\$.*", "") + ".java", line);
	}

	/** A throwable with these frames. */
	static MaskedThrowable thrown(String type, @Nullable String message, StackTraceElement... frames) {
		return new MaskedThrowable(type, message, List.of(frames), 0, null, List.of());
	}

	/** Wraps a cause that was thrown below the given frames. */
	static MaskedThrowable wrapping(MaskedThrowable cause, String type, @Nullable String message,
			StackTraceElement... frames) {
		return new MaskedThrowable(type, message, List.of(frames), 0, cause, List.of());
	}

}
