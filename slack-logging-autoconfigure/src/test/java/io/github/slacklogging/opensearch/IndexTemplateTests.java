package io.github.slacklogging.opensearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.github.slacklogging.testing.MaskedFixture.logged;
import static org.assertj.core.api.Assertions.assertThat;

class IndexTemplateTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final IndexTemplate template = new IndexTemplate(IndexNames.index("logs-orders-{yyyy.MM.dd}"));

	@Test
	void templateHoldsForAllIndicesOfThePattern() {
		JsonNode json = json(this.template);
		assertThat(json.path("index_patterns")).hasToString("[\"logs-orders-*\"]");
		assertThat(json.path("version").asInt()).isEqualTo(IndexTemplate.VERSION);
		assertThat(json.has("data_stream")).isFalse();
		assertThat(json.path("_meta").has("description")).isTrue();
	}

	@Test
	void dataStreamIsDeclared() {
		JsonNode json = json(new IndexTemplate(IndexNames.dataStream("logs-orders")));
		assertThat(json.path("index_patterns")).hasToString("[\"logs-orders\"]");
		assertThat(json.path("data_stream")).hasToString("{}");
	}

	@Test
	void longerPatternComesFirst() {
		int shorter = json(this.template).path("priority").asInt();
		int longer = json(new IndexTemplate(IndexNames.index("logs-orders-api-{yyyy.MM.dd}"))).path("priority").asInt();
		assertThat(shorter).isGreaterThan(200);
		assertThat(longer).isGreaterThan(shorter);
	}

	@Test
	void eachFieldOfADocumentHasAMappingAndNothingElseGetsOne() {
		JsonNode mappings = json(this.template).path("template").path("mappings");
		assertThat(mappings.path("dynamic").asBoolean(true)).isFalse();
		List<String> mapped = new ArrayList<>();
		fields("", mappings.path("properties"), mapped);
		assertThat(mapped).containsExactlyInAnyOrderElementsOf(fieldsOfDocuments());
	}

	@ParameterizedTest
	@CsvSource({ "@timestamp,date_nanos", "message,text", "labels,flat_object", "labels_text,text", "log_id,keyword",
			"level,keyword", "fingerprint,keyword" })
	void fieldHasItsType(String field, String type) {
		JsonNode mapping = json(this.template).path("template").path("mappings").path("properties").path(field);
		assertThat(mapping.path("type").asString()).isEqualTo(type);
		assertThat(mapping.path("ignore_above").asInt(0)).isEqualTo(type.equals("keyword") ? 8_192 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "logs-orders-{yyyy.MM.dd},slack-logging-logs-orders-~", "logs-orders,slack-logging-logs-orders",
			"logs-{yyyy}-b,slack-logging-logs-~-b" })
	void nameIsFitForAPath(String pattern, String name) {
		assertThat(new IndexTemplate(IndexNames.index(pattern)).name()).isEqualTo(name);
	}

	@Test
	void differentPatternsHaveDifferentNames() {
		assertThat(List.of("größe-{yyyy}", "gräße-{yyyy}", "gr-e-{yyyy}", "gr~e-{yyyy}", "gr%e-{yyyy}", "gr-e-~"))
			.extracting((pattern) -> new IndexTemplate(IndexNames.index(pattern)).name())
			.allMatch((name) -> name.matches("slack-logging-[a-z0-9._~-]+"))
			.doesNotHaveDuplicates();
	}

	@Test
	void sameOrLaterVersionIsCurrent() {
		assertThat(this.template.isCurrent(found(IndexTemplate.VERSION))).isTrue();
		assertThat(this.template.isCurrent(found(IndexTemplate.VERSION + 1))).isTrue();
		assertThat(this.template.isCurrent(found(IndexTemplate.VERSION - 1))).isFalse();
	}

	private static String found(int version) {
		return "{\"index_templates\":[{\"index_template\":{\"version\":" + version + "}}]}";
	}

	@Test
	void wholeAnswerOfANodeIsReadToo() throws IOException {
		String found = RecordedAnswer.of("template-found").text();
		assertThat(this.template.isCurrent(found)).isFalse();
		assertThat(
				this.template.isCurrent(found.replaceFirst("\"index_patterns\"", "\"version\":1,\"index_patterns\"")))
			.isTrue();
		assertThat(this.template.isCurrent(RecordedAnswer.of("template-404").text())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"version\":1}", "<html>", "{\"index_templates\":[{\"index_template\":",
			"{\"index_templates\":[{\"index_template\":{\"version\":\"1\"}}]}",
			"{\"index_templates\":[{\"index_template\":{\"_meta\":{\"version\":9}}}]}" })
	void anythingElseIsNotCurrent(String body) {
		assertThat(this.template.isCurrent(body)).isFalse();
	}

	private static JsonNode json(IndexTemplate template) {
		return JSON.readTree(new String(template.json(), StandardCharsets.UTF_8));
	}

	private static void fields(String path, JsonNode properties, List<String> found) {
		properties.forEachEntry((name, mapping) -> {
			if (mapping.has("properties")) {
				fields(path + name + ".", mapping.path("properties"), found);
			}
			else {
				found.add(path + name);
			}
		});
	}

	private static List<String> fieldsOfDocuments() {
		DocumentWriter writer = new DocumentWriter(IndexNames.index("a"),
				() -> new ServiceIdentity("n", "v", "c", "e", "h", null));
		Document full = writer.write(logged("m").template("t")
			.mdc("traceId", "0af7651916cd43dd")
			.mdc("spanId", "b7ad6b7169203331")
			.mdc("k", "v")
			.threw(new MaskedThrowable("E", "m", List.of(), 0, null, List.of()))
			.calledFrom(new StackTraceElement("a.B", "c", "B.java", 1))
			.event(), "f", false);
		List<String> fields = new ArrayList<>(WrittenDocument.of(full).source().propertyNames());
		fields.add("labels_text");
		return fields;
	}

}
