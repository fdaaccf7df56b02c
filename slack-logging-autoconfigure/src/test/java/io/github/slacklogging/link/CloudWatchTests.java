package io.github.slacklogging.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CloudWatchTests extends LogStoreContract {

	private static final String PREFIX = "https://eu-central-1.console.aws.amazon.com/cloudwatch/home"
			+ "?region=eu-central-1#logsV2:logs-insights$3FqueryDetail$3D";

	@Override
	LogStore store(LinkParts parts) {
		return new CloudWatch(parts, names());
	}

	@Override
	FieldNames names() {
		return CloudWatch.NAMES;
	}

	@Override
	Map<LinkPart, String> parts() {
		return Map.of(LinkPart.REGION, "eu-central-1", LinkPart.LOG_GROUP, "/ecs/orders-api");
	}

	@Override
	Set<LinkPart> hosts() {
		return Set.of(LinkPart.REGION);
	}

	@Override
	List<String> columns() {
		return List.of("level", "logger_name");
	}

	@Override
	Decoded decode(String address) {
		QueryReader detail = new QueryReader(AddressReader.after(PREFIX, address)).expect("~(");
		Map<String, String> values = new HashMap<>();
		while (!detail.skip(")")) {
			String key = detail.expect(values.isEmpty() ? "" : "~").word("[a-zA-Z]+");
			if (detail.skip("~(")) {
				values.put(key, text(detail));
				detail.expect(")");
			}
			else {
				values.put(key, text(detail));
			}
		}
		assertThat(detail.atEnd()).isTrue();
		assertThat(values).containsEntry("timeType", "ABSOLUTE")
			.containsEntry("tz", "UTC")
			.containsEntry("lang", "CWLI");
		QueryReader query = new QueryReader(values.getOrDefault("editorString", ""));
		List<String> columns = columns(query);
		return new Decoded(read(query), Instant.parse(values.getOrDefault("start", "")),
				Instant.parse(values.getOrDefault("end", "")),
				Map.of(LinkPart.REGION, "eu-central-1", LinkPart.LOG_GROUP, values.getOrDefault("source", "")),
				columns);
	}

	/** The parser of JSURL: two hexadecimal digits after one asterisk, four after two. */
	private static String text(QueryReader detail) {
		String written = detail.expect("~'").word("[A-Za-z0-9_.*-]*");
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < written.length(); i++) {
			if (written.charAt(i) != '*') {
				text.append(written.charAt(i));
				continue;
			}
			int digits = (written.charAt(i + 1) == '*') ? 4 : 2;
			int start = i + digits / 2;
			text.append((char) Integer.parseInt(written.substring(start, start + digits), 16));
			i = start + digits - 1;
		}
		return text.toString();
	}

	private static List<String> columns(QueryReader query) {
		String fields = query.expect("fields @timestamp, ").word("[^\\n|]*");
		assertThat(fields).endsWith("@message");
		query.expect("\n");
		String between = fields.substring(0, fields.length() - "@message".length());
		return between.isEmpty() ? List.of() : List.of(between.split(", "));
	}

	private static Predicate<Map<String, String>> read(QueryReader query) {
		Predicate<Map<String, String>> conditions = condition(query.expect("| filter "));
		while (query.skip(" and ")) {
			conditions = conditions.and(condition(query));
		}
		assertThat(query.expect("\n| sort @timestamp desc").atEnd()).isTrue();
		return conditions;
	}

	private static Predicate<Map<String, String>> condition(QueryReader query) {
		String name = query.word("[A-Za-z0-9@._]+");
		if (query.skip(" like ")) {
			String part = query.quotedOnOneLine('"');
			return (event) -> event.getOrDefault(name, "").contains(part);
		}
		String value = query.expect(" = ").quotedOnOneLine('"');
		return (event) -> value.equals(event.getOrDefault(name, ""));
	}

	/** What Grafana's library writes, {@code JSURL.stringify}, but for the dollar. */
	@ParameterizedTest
	@CsvSource({ "fields @timestamp, fields*20*40timestamp", "a_b-c.d, a_b-c.d", "/ecs/x, *2fecs*2fx", "é, *e9",
			"中, **4e2d", "\uD83D\uDE80, **d83d**de80", "$!~(, *24*21*7e*28" })
	void textIsWrittenInJsurl(String text, String written) {
		assertThat(Jsurl.text(text)).isEqualTo("~'" + written);
	}

	@Test
	void fieldWithOtherCharactersStandsInBackticks() {
		FieldNames names = names().with(Map.of(LogField.LOG_ID, "log-id`x"));

		assertThat(new LogsInsightsQl(names).query(question(new Criterion.Is(LogField.LOG_ID, "1")), false))
			.contains("| filter `log-idx` = \"1\"\n");
	}

	@ParameterizedTest
	@CsvSource({ "cn-north-1, https://cn-north-1.console.amazonaws.cn/",
			"us-gov-west-1, https://us-gov-west-1.console.amazonaws-us-gov.com/",
			"us-east-1, https://us-east-1.console.aws.amazon.com/" })
	void partitionHasItsOwnHost(String region, String start) {
		LinkParts parts = new LinkParts(Map.of(LinkPart.REGION, region, LinkPart.LOG_GROUP, "/x"));

		assertThat(store(parts).address(question(new Criterion.Says("x")), false)).startsWith(start);
	}

	@Test
	void regionCannotLeadToAnotherHost() {
		LinkParts parts = new LinkParts(Map.of(LinkPart.REGION, "evil.example/?", LinkPart.LOG_GROUP, "/x"));

		assertThat(store(parts).address(question(new Criterion.Says("x")), false))
			.startsWith("https://evil.example%2F%3F.console.aws.amazon.com/");
	}

}
