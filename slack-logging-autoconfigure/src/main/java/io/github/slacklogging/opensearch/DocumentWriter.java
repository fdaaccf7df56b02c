package io.github.slacklogging.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Supplier;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.StackTraceText;
import io.github.slacklogging.TraceIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes events as flat documents. Whatever callers log, the document is valid JSON with
 * the same few fields and less than {@link #MAX_BYTES} long: each text has its most
 * bytes, and all of them together fit. For one thread, whose buffer it keeps. Does not
 * block.
 */
final class DocumentWriter {

	/** Of both lines of a document; the bounds of its parts add up to less. */
	static final int MAX_BYTES = 1024 * 1024;

	static final int MAX_MESSAGE_LENGTH = 64 * 1024;

	static final int MAX_STACK_TRACE_LENGTH = 64 * 1024;

	/** Of the message and of the stack trace, each. */
	static final int MAX_LONG_BYTES = 256 * 1024;

	/** The stack trace has it too. */
	static final int MAX_ERROR_MESSAGE_LENGTH = 16 * 1024;

	static final int MAX_ERROR_MESSAGE_BYTES = 64 * 1024;

	static final int MAX_TEMPLATE_LENGTH = 8 * 1024;

	static final int MAX_TEMPLATE_BYTES = 32 * 1024;

	/** Of names. */
	static final int MAX_NAME_LENGTH = 1024;

	private static final int MAX_NAME_BYTES = 6 * MAX_NAME_LENGTH;

	private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("\n").build();

	private final IndexNames names;

	private final Supplier<ServiceIdentity> identity;

	private final TimestampText timestamps = new TimestampText();

	private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(4 * 1024);

	/**
	 * Creates a writer.
	 * @param names of the indices
	 * @param identity who speaks; asked for every event
	 */
	DocumentWriter(IndexNames names, Supplier<ServiceIdentity> identity) {
		this.names = names;
		this.identity = identity;
	}

	/**
	 * Writes an event.
	 * @param event masked
	 * @param fingerprint of the event
	 * @param freeFieldsAsText whether what callers name themselves is one text, which no
	 * mapping can refuse, in place of an object
	 */
	Document write(MaskedEvent event, String fingerprint, boolean freeFieldsAsText) {
		String index = this.names.of(event.timestamp());
		this.buffer.reset();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), this.buffer)) {
			action(json, index, event.logId());
			json.writeStartObject();
			call(json, event);
			service(json, this.identity.get());
			String traceId = TraceIds.of(event).orElse(null);
			String spanId = TraceIds.spanOf(event).orElse(null);
			name(json, "trace.id", traceId);
			name(json, "span.id", spanId);
			if (event.throwable() != null) {
				error(json, event.throwable());
			}
			name(json, "fingerprint", fingerprint);
			if (event.caller() != null) {
				name(json, "caller", place(event.caller()));
			}
			labels(json, Labels.of(event, (key, value) -> isTold(key, value, traceId, spanId)), freeFieldsAsText);
			json.writeEndObject();
		}
		this.buffer.write('\n');
		return new Document(event, fingerprint, index, this.buffer.toByteArray());
	}

	private static void action(JsonGenerator json, String index, String logId) {
		json.writeStartObject();
		json.writeObjectPropertyStart("create");
		json.writeStringProperty("_index", index);
		json.writeStringProperty("_id", logId);
		json.writeEndObject();
		json.writeEndObject();
	}

	private void call(JsonGenerator json, MaskedEvent event) {
		json.writeStringProperty("@timestamp", this.timestamps.of(TimeRange.within(event.timestamp())));
		json.writeStringProperty("log_id", event.logId());
		Severity severity = event.severity();
		json.writeStringProperty("level", ((severity == Severity.CRITICAL) ? Severity.ERROR : severity).name());
		json.writeStringProperty("severity", severity.name());
		name(json, "logger", event.loggerName());
		name(json, "thread", event.threadName());
		text(json, "message", event.message(), MAX_MESSAGE_LENGTH, MAX_LONG_BYTES);
		if (!event.template().equals(event.message())) {
			text(json, "template", event.template(), MAX_TEMPLATE_LENGTH, MAX_TEMPLATE_BYTES);
		}
	}

	private static void service(JsonGenerator json, ServiceIdentity identity) {
		name(json, "service.name", identity.name());
		name(json, "service.version", identity.version());
		name(json, "service.commit", identity.commit());
		name(json, "environment", identity.environment());
		name(json, "host.name", identity.host());
	}

	private static void error(JsonGenerator json, MaskedThrowable throwable) {
		name(json, "error.type", throwable.type());
		String message = throwable.message();
		if (message != null) {
			text(json, "error.message", message, MAX_ERROR_MESSAGE_LENGTH, MAX_ERROR_MESSAGE_BYTES);
		}
		text(json, "error.stack_trace", StackTraceText.of(throwable, MAX_STACK_TRACE_LENGTH), MAX_STACK_TRACE_LENGTH,
				MAX_LONG_BYTES);
	}

	/** As a trace shows it, without the class loader and the module. */
	private static String place(StackTraceElement frame) {
		String file = frame.getFileName();
		String line = (frame.getLineNumber() >= 0) ? ":" + frame.getLineNumber() : "";
		String source = (file != null) ? file + line : "Unknown Source";
		return frame.getClassName() + "." + frame.getMethodName() + "("
				+ (frame.isNativeMethod() ? "Native Method" : source) + ")";
	}

	private static boolean isTold(String key, String value, @Nullable String traceId, @Nullable String spanId) {
		return (value.equals(traceId) && TraceIds.isKey(key)) || (value.equals(spanId) && TraceIds.isSpanKey(key));
	}

	private static void labels(JsonGenerator json, Map<String, String> labels, boolean asText) {
		if (labels.isEmpty()) {
			return;
		}
		if (asText) {
			StringWriter text = new StringWriter();
			try (JsonGenerator inner = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
				object(inner, labels);
			}
			json.writeStringProperty("labels_text", text.toString());
		}
		else {
			json.writeName("labels");
			object(json, labels);
		}
	}

	private static void object(JsonGenerator json, Map<String, String> labels) {
		json.writeStartObject();
		labels.forEach(json::writeStringProperty);
		json.writeEndObject();
	}

	private static void name(JsonGenerator json, String field, @Nullable String name) {
		if (name != null) {
			text(json, field, name, MAX_NAME_LENGTH, MAX_NAME_BYTES);
		}
	}

	private static void text(JsonGenerator json, String field, String text, int maxLength, int maxBytes) {
		json.writeStringProperty(field, JsonSize.cut(text, maxLength, maxBytes));
	}

}
