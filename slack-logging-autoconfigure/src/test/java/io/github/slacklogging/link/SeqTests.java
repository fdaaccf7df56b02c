package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeqTests extends LogStoreContract {

	@Override
	LogStore store(LinkParts parts) {
		return new Seq(parts, names());
	}

	@Override
	FieldNames names() {
		return Seq.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.BASE_URL, "https://seq.example.com");
	}

	@Override
	Decoded decode(String address) {
		Map<String, String> parameters = AddressReader
			.parameters(AddressReader.after("https://seq.example.com/#/events?", address), "&");
		assertThat(parameters.keySet()).containsExactly("filter");
		QueryReader filter = new QueryReader(parameters.getOrDefault("filter", ""));
		Predicate<Map<String, String>> conditions = (event) -> true;
		while (!filter.skip("@Timestamp >= DateTime(")) {
			conditions = conditions.and(condition(filter));
			filter.expect(" and ");
		}
		Instant from = Instant.parse(filter.quotedByDoubling('\''));
		filter.expect(") and @Timestamp <= DateTime(");
		Instant to = Instant.parse(filter.quotedByDoubling('\''));
		assertThat(filter.expect(")").atEnd()).isTrue();
		return new Decoded(conditions, from, to, parts(), List.of());
	}

	private static Predicate<Map<String, String>> condition(QueryReader filter) {
		if (filter.skip("Contains(")) {
			String name = filter.word("@?[A-Za-z_]+");
			String part = filter.expect(", ").quotedByDoubling('\'');
			filter.expect(")");
			return (event) -> event.getOrDefault(name, "").contains(part);
		}
		String name = filter.word("@?[A-Za-z_]+");
		String value = filter.expect(" = ").quotedByDoubling('\'');
		return (event) -> value.equals(event.get(name));
	}

	@Test
	void nameThatIsNoIdentifierIsLookedUpAmongTheProperties() {
		FieldNames names = names().with(Map.of(LogField.LOG_ID, "log-id's", LogField.SERVICE, "Resource.service.name"));

		assertThat(new SeqFilter(names)
			.expression(question(new Criterion.Is(LogField.LOG_ID, "1"), new Criterion.Is(LogField.SERVICE, "x"))))
			.startsWith("@Properties['log-id''s'] = '1' and Resource.service.name = 'x' and @Timestamp >= ");
	}

}
