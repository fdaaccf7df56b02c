package io.github.slacklogging.link;

import java.util.EnumMap;
import java.util.Map;

/** What fields are called by those who write structured logs. */
public enum FieldPreset {

	/**
	 * The Elastic Common Schema as Elastic's own encoders write it. Source: ECS
	 * reference, field sets Base, Log, Service, Tracing.
	 */
	ECS("log_id", "trace.id", "log.logger", "log.level", "message", "service.name", "@timestamp"),

	/**
	 * Logstash's JSON, of logstash-logback-encoder and of Spring Boot's format
	 * {@code logstash}.
	 */
	LOGSTASH("log_id", "traceId", "logger_name", "level", "message", "service", "@timestamp"),

	/**
	 * Spring Boot's format {@code ecs}: its trace ids are those of Micrometer Tracing.
	 */
	BOOT("log_id", "traceId", "log.logger", "log.level", "message", "service.name", "@timestamp"),

	/** Our own documents, as they are shipped to OpenSearch. */
	OPENSEARCH("log_id", "trace.id", "logger", "level", "message", "service.name", "@timestamp");

	private final FieldNames names;

	FieldPreset(String logId, String traceId, String logger, String level, String message, String service,
			String timestamp) {
		Map<LogField, String> names = new EnumMap<>(LogField.class);
		names.put(LogField.LOG_ID, logId);
		names.put(LogField.TRACE_ID, traceId);
		names.put(LogField.LOGGER, logger);
		names.put(LogField.LEVEL, level);
		names.put(LogField.MESSAGE, message);
		names.put(LogField.SERVICE, service);
		names.put(LogField.TIMESTAMP, timestamp);
		this.names = new FieldNames(names);
	}

	FieldNames names() {
		return this.names;
	}

}
