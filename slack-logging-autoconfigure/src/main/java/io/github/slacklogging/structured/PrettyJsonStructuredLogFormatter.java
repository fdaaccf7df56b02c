package io.github.slacklogging.structured;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.structured.ContextPairs;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * A structured format for people at a local console: indented JSON, what is looked for
 * first at the top, coloured where Boot's {@code AnsiOutput} allows it and plain JSON
 * where not. Made by Boot:
 * {@code logging.structured.format.console=io.github.slacklogging.structured.PrettyJsonStructuredLogFormatter}.
 *
 * <p>
 * Shows the log id of every event that has a number, the MDC and key-values as flat
 * fields, complex values as one bounded string, and the stack trace line by line. Text
 * cannot act on the terminal: control characters are written as escapes. Of
 * {@code logging.structured.json.*} it follows {@code context.*} and
 * {@code stacktrace.*}. Thread-safe; never blocks.
 */
public final class PrettyJsonStructuredLogFormatter implements StructuredLogFormatter<ILoggingEvent> {

	private final String service;

	private final CallerFields callerFields;

	private final ThrowableProxyConverter throwables;

	private final @Nullable StackTracePrinter stackTraces;

	/**
	 * Boot calls it.
	 * @param environment that names the application
	 * @param contextPairs as {@code logging.structured.json.context} says
	 * @param throwables prints stack traces as Logback does
	 * @param stackTraces prints them as {@code logging.structured.json.stacktrace} says,
	 * {@code null} when that says nothing
	 */
	public PrettyJsonStructuredLogFormatter(Environment environment, ContextPairs contextPairs,
			ThrowableProxyConverter throwables, @Nullable StackTracePrinter stackTraces) {
		this.service = (environment.getProperty("spring.application.name", "") + " "
				+ environment.getProperty("spring.application.version", ""))
			.trim();
		this.callerFields = new CallerFields(contextPairs);
		this.throwables = throwables;
		this.stackTraces = stackTraces;
	}

	@Override
	public String format(ILoggingEvent event) {
		PrettyJson json = new PrettyJson(Tint.of(event.getLevel()));
		json.text("time", String.valueOf(event.getInstant()), Tint.TIME);
		json.text("level", String.valueOf(event.getLevel()), Tint.of(event.getLevel()));
		json.text("logger", event.getLoggerName(), Tint.LOGGER);
		json.text("message", String.valueOf(event.getFormattedMessage()), Tint.MESSAGE);
		optional(json, "log_id", LogIds.of(event));
		json.text("thread", event.getThreadName(), Tint.PLAIN);
		optional(json, "service", this.service);
		this.callerFields.each(event, (name, value) -> json.field(name, FlatValue.of(value)));
		if (event.getMarkerList() != null) {
			json.lines("tags", event.getMarkerList().stream().map(Marker::getName).toList());
		}
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			json.lines("stackTrace", stackTrace(event, throwable).replace("\t", "    ").lines().toList());
		}
		return json.end();
	}

	private static void optional(PrettyJson json, String name, String value) {
		if (StringUtils.hasLength(value)) {
			json.text(name, value, Tint.PLAIN);
		}
	}

	private String stackTrace(ILoggingEvent event, IThrowableProxy throwable) {
		return (this.stackTraces != null && throwable instanceof ThrowableProxy proxy)
				? this.stackTraces.printStackTraceToString(proxy.getThrowable()) : this.throwables.convert(event);
	}

}
