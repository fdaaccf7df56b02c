package io.github.slacklogging.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Builds links to every Discover page, reads them as the page would, and runs their query
 * over lines of a log. {@code RisonTests} judge what reads the containers.
 */
class DiscoverLinkTests {

	private static final TimeWindow WINDOW = TimeWindow.around(Instant.parse("2026-08-14T09:59:00.123Z"),
			Instant.parse("2026-08-14T10:03:00.456Z"), Duration.ofMinutes(2));

	private static final List<LogField> EXACT = List.of(LogField.LOG_ID, LogField.TRACE_ID, LogField.LOGGER,
			LogField.LEVEL, LogField.SERVICE);

	@ParameterizedTest
	@MethodSource("pagesAndValues")
	void lineWithTheValueIsFoundInEveryFieldAndNoOther(DiscoverPage page, String value) {
		for (LogField field : EXACT) {
			Map<String, String> wanted = line(field, value);
			List<Map<String, String>> lines = new ArrayList<>(List.of(wanted, line(LogField.MESSAGE, value)));
			NastyValues.nearMissesOf(value).forEach((other) -> lines.add(line(field, other)));
			Understood link = page.open(new LogQuestion(List.of(new Criterion.Is(field, value)), WINDOW), false);
			assertThat(Condition.find(lines, page.conditions(link), "message")).as(link.query())
				.containsExactly(wanted);
		}
	}

	@ParameterizedTest
	@MethodSource("pagesAndValues")
	void linesThatSayThePhraseAreFoundAmongThoseOfTheLogger(DiscoverPage page, String value) {
		Map<String, String> wanted = line(LogField.MESSAGE, "Late: order " + value + " shipped");
		List<Map<String, String>> lines = List.of(wanted,
				line(LogField.MESSAGE, "Late: order " + value + " not shipped"),
				with(wanted, LogField.LOGGER, "com.acme.Other"), with(wanted, LogField.LOGGER, value));
		Understood link = page.open(new LogQuestion(List.of(new Criterion.Is(LogField.LOGGER, "com.acme.Orders"),
				new Criterion.Says("order " + value + " shipped")), WINDOW), true);
		assertThat(Condition.find(lines, page.conditions(link), "message")).as(link.query()).containsExactly(wanted);
	}

	@ParameterizedTest
	@MethodSource("pagesAndValues")
	void phraseComesOutAsItWasAskedFor(DiscoverPage page, String value) {
		Understood link = page.open(new LogQuestion(List.of(new Criterion.Says(value)), WINDOW), false);
		String phrase = (page == DiscoverPage.EXPLORE) ? value.replace('|', ' ') : value;
		assertThat(page.conditions(link)).extracting(Condition::field, Condition::value)
			.contains(tuple("message", phrase));
	}

	@ParameterizedTest
	@MethodSource("pagesAndValues")
	void partsComeOutAsTheyWereConfigured(DiscoverPage page, String value) {
		Map<LinkPart, String> parts = page.parts(value);
		Understood link = page.open(parts, asked("1"), true);
		parts.remove(LinkPart.BASE_URL);
		assertThat(link.parts()).isEqualTo(parts);
		assertThat(Condition.find(List.of(line(LogField.LOG_ID, "1"), line(LogField.LOG_ID, "2")),
				page.conditions(link), "message"))
			.containsExactly(line(LogField.LOG_ID, "1"));
	}

	@ParameterizedTest
	@EnumSource
	void windowIsAbsolute(DiscoverPage page) {
		Understood link = page.open(asked("1"), true);
		assertThat(link.from()).isEqualTo("2026-08-14T09:57:00.123Z");
		assertThat(link.to()).isEqualTo("2026-08-14T10:05:00.456Z");
	}

	@ParameterizedTest
	@EnumSource
	void columnsAreNamedWhereTheyAreWanted(DiscoverPage page) {
		Understood with = page.open(asked("1"), true);
		Understood without = page.open(asked("1"), false);
		assertThat(with.columns()).containsExactly("log.level", "log.logger", "message");
		assertThat(without.columns()).isEqualTo((page == DiscoverPage.DATA_EXPLORER) ? List.of("_source") : List.of());
		assertThat(without.query()).isEqualTo(with.query());
	}

	@ParameterizedTest
	@EnumSource
	void pageMayStandBehindAPath(DiscoverPage page) {
		Map<LinkPart, String> parts = page.parts("a");
		parts.put(LinkPart.BASE_URL, "https://search.example:8443/_dashboards");
		assertThat(page.store(parts).address(asked("1"), true))
			.startsWith("https://search.example:8443/_dashboards" + page.path());
	}

	@ParameterizedTest
	@EnumSource
	void whatIsOptionalMayBeMissing(DiscoverPage page) {
		Map<LinkPart, String> parts = page.parts("a");
		parts.remove(LinkPart.TENANT);
		parts.remove(LinkPart.SPACE);
		Understood link = page.open(parts, asked("1"), true);
		assertThat(link.parts()).doesNotContainKeys(LinkPart.TENANT, LinkPart.SPACE);
		assertThat(link.path()).doesNotContain("s");
	}

	@ParameterizedTest
	@EnumSource
	void usualQuestionStaysFarBelowTheLimit(DiscoverPage page) {
		LogQuestion usual = new LogQuestion(
				List.of(new Criterion.Is(LogField.LOGGER, "com.acme.orders.shipping.ShippingService"),
						new Criterion.Says("could not be shipped to")),
				WINDOW);
		assertThat(page.store(page.parts("0b2d4d10-5f6e-11ee-8c99-0242ac120002")).address(usual, true))
			.hasSizeLessThan(1_300);
	}

	static Stream<Arguments> pagesAndValues() {
		return Stream.of(DiscoverPage.values())
			.flatMap((page) -> NastyValues.withoutBlanksAround().stream().map((value) -> Arguments.of(page, value)));
	}

	private static LogQuestion asked(String logId) {
		return new LogQuestion(List.of(new Criterion.Is(LogField.LOG_ID, logId)), WINDOW);
	}

	private static Map<String, String> line(LogField field, String value) {
		return with(
				Map.of("@timestamp", "2026-08-14T10:00:00.000Z", "log_id", "0", "trace.id", "none", "log.logger",
						"com.acme.Orders", "log.level", "ERROR", "service name", "orders", "message", "Order 4711"),
				field, value);
	}

	private static Map<String, String> with(Map<String, String> line, LogField field, String value) {
		Map<String, String> other = new HashMap<>(line);
		other.put(DiscoverPage.NAMES.of(field), value);
		return Map.copyOf(other);
	}

}
