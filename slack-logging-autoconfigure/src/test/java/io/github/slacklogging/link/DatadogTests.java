package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatadogTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new Datadog(parts, names());
	}

	@Override
	FieldNames names() {
		return Datadog.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.SITE, "datadoghq.eu");
	}

	@Override
	Set<LinkPart> hosts() {
		return Set.of(LinkPart.SITE);
	}

	@Override
	List<String> columns() {
		return List.of("service", "@logger.name");
	}

	@Override
	Decoded decode(String address) {
		Map<String, String> parameters = AddressReader
			.parameters(AddressReader.after("https://app.datadoghq.eu/logs?", address), "&");
		assertThat(parameters).containsEntry("live", "false");
		String columns = parameters.getOrDefault("cols", "");
		return new Decoded(read(parameters.getOrDefault("query", "")), moment(parameters.getOrDefault("from_ts", "")),
				moment(parameters.getOrDefault("to_ts", "")), Map.of(LinkPart.SITE, "datadoghq.eu"),
				columns.isEmpty() ? List.of() : List.of(columns.split(",")));
	}

	private static Instant moment(String millis) {
		return Instant.ofEpochMilli(Long.parseLong(millis));
	}

	private static Predicate<Map<String, String>> read(String text) {
		QueryReader query = new QueryReader(text);
		Predicate<Map<String, String>> terms = term(query);
		while (!query.atEnd()) {
			terms = terms.and(term(query.expect(" ")));
		}
		return terms;
	}

	private static Predicate<Map<String, String>> term(QueryReader query) {
		String name = query.word("@?[a-z_.]*");
		if (name.isEmpty()) {
			String phrase = query.plainlyQuoted('"');
			return (event) -> event.getOrDefault("message", "").contains(phrase);
		}
		String value = query.expect(":").plainlyQuoted('"');
		boolean reserved = Set.of("service", "trace_id", "status").contains(name);
		assertThat(name.startsWith("@")).isNotEqualTo(reserved);
		return (event) -> value.equals(event.get(reserved ? name : name.substring(1)));
	}

	@ParameterizedTest
	@CsvSource({ "datadoghq.com, app.datadoghq.com", "datadoghq.eu, app.datadoghq.eu",
			"us5.datadoghq.com, us5.datadoghq.com", "ap1.datadoghq.com, ap1.datadoghq.com",
			"ddog-gov.com, app.ddog-gov.com", "app.datadoghq.eu, app.datadoghq.eu", "evil/, app.evil%2F" })
	void siteIsAHost(String site, String host) {
		LinkParts parts = new LinkParts(Map.of(LinkPart.SITE, site));

		assertThat(store(parts).address(question(new Criterion.Says("x")), false))
			.startsWith("https://" + host + "/logs?");
	}

	@Test
	void nameOfAnAttributeIsEscapedToo() {
		FieldNames names = names().with(Map.of(LogField.LOG_ID, "log id", LogField.TRACE_ID, "@dd.trace_id"));

		assertThat(new DatadogSearch(names)
			.query(question(new Criterion.Is(LogField.LOG_ID, "1"), new Criterion.Is(LogField.TRACE_ID, "2"))))
			.isEqualTo("@log\\ id:\"1\" @dd.trace_id:\"2\"");
	}

	@Test
	void statusIsWrittenInLowerCase() {
		assertThat(new DatadogSearch(names()).query(question(new Criterion.Is(LogField.LEVEL, "ERROR"))))
			.isEqualTo("status:\"error\"");
	}

}
