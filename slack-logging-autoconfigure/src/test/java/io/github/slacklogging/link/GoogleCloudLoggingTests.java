package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GoogleCloudLoggingTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new GoogleCloudLogging(parts, names());
	}

	@Override
	FieldNames names() {
		return GoogleCloudLogging.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.PROJECT, "acme-prod");
	}

	@Override
	List<String> columns() {
		return List.of("jsonPayload/logger_name");
	}

	@Override
	Decoded decode(String address) {
		String rest = AddressReader.after("https://console.cloud.google.com/logs/query;", address);
		int mark = rest.indexOf('?');
		Map<String, String> matrix = AddressReader.parameters(rest.substring(0, mark), ";");
		Map<String, String> parameters = AddressReader.parameters(rest.substring(mark + 1), "&");
		assertThat(matrix).containsEntry("storageScope", "project");
		assertThat(parameters.keySet()).containsExactly("project");
		String[] range = matrix.getOrDefault("timeRange", "").split("/");
		assertThat(range).hasSize(2);
		return new Decoded(read(matrix.getOrDefault("query", "")), Instant.parse(range[0]), Instant.parse(range[1]),
				Map.of(LinkPart.PROJECT, parameters.getOrDefault("project", "")),
				columns(matrix.getOrDefault("summaryFields", "")));
	}

	private static List<String> columns(String summary) {
		if (summary.isEmpty()) {
			return List.of();
		}
		String suffix = ":false:32:beginning";
		assertThat(summary).endsWith(suffix);
		return List.of(AddressReader.decoded(summary.substring(0, summary.length() - suffix.length())).split(","));
	}

	private static Predicate<Map<String, String>> read(String text) {
		QueryReader query = new QueryReader(text);
		Predicate<Map<String, String>> comparisons = comparison(query);
		while (!query.atEnd()) {
			comparisons = comparisons.and(comparison(query.expect("\n")));
		}
		return comparisons;
	}

	private static Predicate<Map<String, String>> comparison(QueryReader query) {
		String name = query.word("[A-Za-z_.]+");
		if (query.skip(":")) {
			String part = query.quotedOnOneLine('"');
			return (event) -> event.getOrDefault(name, "").contains(part);
		}
		String value = query.expect("=").quotedOnOneLine('"');
		return (event) -> value.equals(event.get(name));
	}

	@Test
	void traceOfTheEntryIsTheNameOfAResource() {
		FieldNames names = names().with(Map.of(LogField.TRACE_ID, "trace"));

		assertThat(new LoggingQueryLanguage("acme-prod", names)
			.query(question(new Criterion.Is(LogField.TRACE_ID, "4bf9"))))
			.isEqualTo("trace=\"projects/acme-prod/traces/4bf9\"");
	}

	@Test
	void segmentWithOtherCharactersStandsInQuotes() {
		FieldNames names = names()
			.with(Map.of(LogField.LOG_ID, "jsonPayload.log-id", LogField.SERVICE, "labels.\"k8s-pod/app.name\""));

		assertThat(new LoggingQueryLanguage("p", names)
			.query(question(new Criterion.Is(LogField.LOG_ID, "1"), new Criterion.Is(LogField.SERVICE, "x"))))
			.isEqualTo("jsonPayload.\"log-id\"=\"1\"\nlabels.\"k8s-pod/app.name\"=\"x\"");
	}

	@Test
	void loggerWhosePathHasQuotesIsNoColumn() {
		GoogleCloudLogging store = new GoogleCloudLogging(new LinkParts(parts()),
				names().with(Map.of(LogField.LOGGER, "labels.\"log.logger\"")));

		assertThat(store.address(question(new Criterion.Is(LogField.LOG_ID, "1")), true))
			.doesNotContain("summaryFields");
	}

}
