package io.github.slacklogging.link;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KqlTests {

	@Test
	void criteriaAreJoinedInTheirOrder() {
		assertThat(kql("log_id", new Criterion.Is(LogField.LOG_ID, "a-1f"), new Criterion.Says("not found")))
			.isEqualTo("log_id : \"a-1f\" and MESSAGE : \"not found\"");
	}

	@Test
	void quotesAndBackslashesAreEscapedAndLinesStayOne() {
		assertThat(kql("log_id", new Criterion.Is(LogField.LOG_ID, "\"C:\\new\"\r\n\t*")))
			.isEqualTo("log_id : \"\\\"C:\\\\new\\\"\\r\\n\\t*\"");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '~', textBlock = """
			log.logger, log.logger
			@log-id_1, @log-id_1
			service name, "service name"
			a:b, "a:b"
			a*, "a*"
			a"b, "a\\"b"
			Not, "Not"
			and, "and"
			null, "null"
			größe, "größe"
			""")
	void nameIsQuotedWhereItIsNotPlain(String name, String written) {
		assertThat(kql(name, new Criterion.Is(LogField.LOG_ID, "1"))).isEqualTo(written + " : \"1\"");
	}

	private static String kql(String logId, Criterion... criteria) {
		Map<LogField, String> names = new EnumMap<>(LogField.class);
		Stream.of(LogField.values()).forEach((field) -> names.put(field, field.name()));
		names.put(LogField.LOG_ID, logId);
		return Kql.of(new LogQuestion(List.of(criteria), new TimeWindow(Instant.EPOCH, Instant.EPOCH)),
				new FieldNames(names));
	}

}
