package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SplunkTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new Splunk(parts, names());
	}

	@Override
	FieldNames names() {
		return Splunk.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.BASE_URL, "https://splunk.example.com:8000", LinkPart.DATASET, "main");
	}

	@Override
	Decoded decode(String address) {
		Map<String, String> parameters = AddressReader
			.parameters(AddressReader.after("https://splunk.example.com:8000/en-US/app/search/search?", address), "&");
		assertThat(parameters.keySet()).containsExactly("q", "earliest", "latest");
		QueryReader query = new QueryReader(parameters.getOrDefault("q", "")).expect("search index=");
		String index = query.plainlyQuoted('"');
		return new Decoded(read(query), moment(parameters, "earliest"), moment(parameters, "latest"),
				Map.of(LinkPart.BASE_URL, "https://splunk.example.com:8000", LinkPart.DATASET, index), List.of());
	}

	private static Instant moment(Map<String, String> parameters, String name) {
		return Instant.ofEpochSecond(Long.parseLong(parameters.getOrDefault(name, "")));
	}

	private static Predicate<Map<String, String>> read(QueryReader query) {
		Predicate<Map<String, String>> search = (event) -> true;
		while (!query.atEnd() && !query.skip(" | where ")) {
			search = search.and(term(query.expect(" ")));
		}
		while (!query.atEnd()) {
			query.skip(" AND ");
			String name = query.plainlyQuoted('\'');
			String value = query.expect("=").plainlyQuoted('"');
			search = search.and((event) -> value.equals(event.get(name)));
		}
		return search;
	}

	/** An asterisk is a wildcard wherever it stands. */
	private static Predicate<Map<String, String>> term(QueryReader query) {
		String name = query.word("[a-zA-Z_]*");
		if (name.isEmpty()) {
			Pattern part = wildcard(query.plainlyQuoted('"'));
			return (event) -> part.matcher(event.getOrDefault("message", "")).find();
		}
		Pattern whole = wildcard(query.expect("=").plainlyQuoted('"'));
		return (event) -> whole.matcher(event.getOrDefault(name, "")).matches();
	}

	private static Pattern wildcard(String text) {
		return Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL);
	}

	/** Those that are cut only promise to find what they should. */
	static List<String> phrases() {
		return NastyValues.withoutBlanksAround()
			.stream()
			.filter((phrase) -> AnyLine.isSame(phrase) && phrase.indexOf('*') < 0)
			.toList();
	}

	@Test
	void phraseIsCutWhereJsonWritesItInAnotherWay() {
		for (String phrase : NastyValues.withoutBlanksAround()) {
			assertThat(decode(address(new Criterion.Says(phrase))).query())
				.accepts(event(LogField.MESSAGE, "Order 4711: " + phrase + " (again)"));
		}
		assertThat(new Spl("main", names()).query(question(new Criterion.Says("say \"hi * you\\ there\" now"))))
			.isEqualTo("search index=\"main\" \"say\" \"hi\" \"you\" \"there\" \"now\"");
	}

	@Test
	void asteriskIsComparedExactlyInASecondStep() {
		assertThat(new Spl("main", names())
			.query(question(new Criterion.Is(LogField.LOG_ID, "a*"), new Criterion.Is(LogField.SERVICE, "b\"*"))))
			.isEqualTo("search index=\"main\" log_id=\"a*\" service=\"b\\\"*\""
					+ " | where 'log_id'=\"a*\" AND 'service'=\"b\\\"*\"");
	}

	@Test
	void nameWithOtherCharactersStandsInQuotes() {
		FieldNames names = names().with(Map.of(LogField.LOG_ID, "log-id"));

		assertThat(new Spl("main", names).query(question(new Criterion.Is(LogField.LOG_ID, "1"))))
			.isEqualTo("search index=\"main\" \"log-id\"=\"1\"");
	}

}
