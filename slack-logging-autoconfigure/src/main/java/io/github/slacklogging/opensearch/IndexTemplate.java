package io.github.slacklogging.opensearch;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The index template for the documents of {@link DocumentWriter}: each of their fields,
 * and no other, has a mapping. What callers name themselves is one field of type
 * {@code flat_object} (OpenSearch 2.7 and later), so that no caller can make an index
 * grow fields. Stateless.
 */
final class IndexTemplate {

	/** Raised with each change of the mapping. */
	static final int VERSION = 1;

	/**
	 * Above what stands for all logs; a longer pattern above a shorter one, since
	 * {@code logs-orders-*} holds for {@code logs-orders-api-2026.01.01} too, and
	 * OpenSearch refuses two templates of one priority for the same index.
	 */
	private static final int PRIORITY = 200;

	/** Characters; in UTF-8 below the 32,766 bytes of Lucene's longest term. */
	private static final int MAX_KEYWORD = 8 * 1024;

	private static final String PREFIX = "slack-logging-";

	private static final Map<String, List<String>> KEYWORDS = Map.of("service", List.of("name", "version", "commit"),
			"host", List.of("name"), "trace", List.of("id"), "span", List.of("id"));

	private static final List<String> TOP_KEYWORDS = List.of("log_id", "level", "severity", "logger", "thread",
			"template", "environment", "fingerprint", "caller");

	private static final JsonFactory FACTORY = new JsonFactory();

	private final IndexNames names;

	IndexTemplate(IndexNames names) {
		this.names = names;
	}

	/**
	 * The name of the template, which differs for different patterns and is fit for the
	 * path of a URL: {@code slack-logging-logs-orders-~}.
	 */
	String name() {
		String wildcard = this.names.wildcard();
		StringBuilder name = new StringBuilder(PREFIX);
		boolean changed = false;
		for (int i = 0; i < wildcard.length(); i++) {
			char c = wildcard.charAt(i);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0;
			name.append(plain ? c : ((c == '*') ? '~' : '-'));
			changed |= !plain && c != '*';
		}
		return changed ? name.append('-').append(Integer.toHexString(wildcard.hashCode())).toString() : name.toString();
	}

	/**
	 * Whether an answer to {@code GET /_index_template/<name>} shows this template, or
	 * one of a later version. Never throws.
	 * @param body of the answer, filtered by
	 * {@code index_templates.index_template.version} or not
	 */
	boolean isCurrent(String body) {
		try (JsonParser parser = AnswerParsing.parser(body)) {
			while (parser.nextToken() != null) {
				// index_templates, its first element, index_template, version
				boolean version = parser.currentToken() == JsonToken.PROPERTY_NAME
						&& parser.currentName().equals("version") && parser.streamReadContext().getNestingDepth() == 4;
				if (version && parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
					return parser.getLongValue() >= VERSION;
				}
			}
		}
		catch (JacksonException ex) {
			// whatever it is, it is no template
		}
		return false;
	}

	/** The body of {@code PUT /_index_template/<name>}. */
	byte[] json() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
			json.writeStartObject();
			json.writeArrayPropertyStart("index_patterns");
			json.writeString(this.names.wildcard());
			json.writeEndArray();
			if (this.names.isDataStream()) {
				json.writeObjectPropertyStart("data_stream");
				json.writeEndObject();
			}
			json.writeNumberProperty("priority", PRIORITY + this.names.wildcard().length());
			json.writeNumberProperty("version", VERSION);
			json.writeObjectPropertyStart("_meta");
			json.writeStringProperty("description", "log events, written by slack-logging-spring-boot-starter");
			json.writeEndObject();
			json.writeObjectPropertyStart("template");
			mappings(json);
			json.writeEndObject();
			json.writeEndObject();
		}
		return bytes.toByteArray();
	}

	private static void mappings(JsonGenerator json) {
		json.writeObjectPropertyStart("mappings");
		json.writeBooleanProperty("dynamic", false);
		json.writeObjectPropertyStart("properties");
		field(json, "@timestamp", "date_nanos");
		TOP_KEYWORDS.forEach((name) -> keyword(json, name));
		field(json, "message", "text");
		KEYWORDS.keySet().stream().sorted().forEach((object) -> {
			open(json, object);
			KEYWORDS.getOrDefault(object, List.of()).forEach((name) -> keyword(json, name));
			close(json);
		});
		open(json, "error");
		keyword(json, "type");
		field(json, "message", "text");
		field(json, "stack_trace", "text");
		close(json);
		field(json, "labels", "flat_object");
		field(json, "labels_text", "text");
		json.writeEndObject();
		json.writeEndObject();
	}

	private static void open(JsonGenerator json, String object) {
		json.writeObjectPropertyStart(object);
		json.writeObjectPropertyStart("properties");
	}

	private static void close(JsonGenerator json) {
		json.writeEndObject();
		json.writeEndObject();
	}

	private static void field(JsonGenerator json, String name, String type) {
		json.writeObjectPropertyStart(name);
		json.writeStringProperty("type", type);
		json.writeEndObject();
	}

	private static void keyword(JsonGenerator json, String name) {
		json.writeObjectPropertyStart(name);
		json.writeStringProperty("type", "keyword");
		json.writeNumberProperty("ignore_above", MAX_KEYWORD);
		json.writeEndObject();
	}

}
