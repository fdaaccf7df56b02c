package io.github.slacklogging.opensearch;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IndexNamesTests {

	private static final Instant EVENING = Instant.parse("2026-12-31T23:59:59.999999999Z");

	private static final Instant MIDNIGHT = Instant.parse("2027-01-01T00:00:00Z");

	@Test
	void dateIsThatOfTheEventInUtc() {
		IndexNames names = IndexNames.index("logs-orders-{yyyy.MM.dd}");
		assertThat(names.of(EVENING)).isEqualTo("logs-orders-2026.12.31");
		assertThat(names.of(MIDNIGHT)).isEqualTo("logs-orders-2027.01.01");
		assertThat(names.of(EVENING)).isEqualTo("logs-orders-2026.12.31");
		assertThat(names.wildcard()).isEqualTo("logs-orders-*");
		assertThat(names.isDataStream()).isFalse();
	}

	@Test
	void hourOfTheNameChangesWithinADay() {
		IndexNames names = IndexNames.index("a-{yyyy.MM.dd-HH}");
		assertThat(names.of(EVENING)).isEqualTo("a-2026.12.31-23");
		assertThat(names.of(EVENING.minusSeconds(3_600))).isEqualTo("a-2026.12.31-22");
	}

	@ParameterizedTest
	@CsvSource({ "a-{yyyy}-b-{MM},a-2026-b-12,a-*-b-*", "a-{yyyy}{MM},a-202612,a-*", "logs,logs,logs",
			"a-{YYYY.ww},a-2026.53,a-*", "a-{D}-b,a-365-b,a-*-b" })
	void bracesMayStandAnywhereButAtTheBeginning(String pattern, String name, String wildcard) {
		assertThat(IndexNames.objection(pattern)).isEmpty();
		assertThat(IndexNames.index(pattern).of(EVENING)).isEqualTo(name);
		assertThat(IndexNames.index(pattern).wildcard()).isEqualTo(wildcard);
	}

	@Test
	void dataStreamHasOneName() {
		IndexNames names = IndexNames.dataStream("logs-orders");
		assertThat(names.of(EVENING)).isEqualTo(names.of(Instant.EPOCH)).isEqualTo("logs-orders");
		assertThat(names.wildcard()).isEqualTo("logs-orders");
		assertThat(names.isDataStream()).isTrue();
	}

	@Test
	void wrongClockGivesTheNearestDayThatOpenSearchTakes() {
		IndexNames names = IndexNames.index("a-{yyyy.MM.dd}");
		assertThat(names.of(Instant.MIN)).isEqualTo("a-1970.01.01");
		assertThat(names.of(Instant.MAX)).isEqualTo("a-2262.04.11");
		assertThat(names.of(MIDNIGHT)).isEqualTo("a-2027.01.01");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Logs;must be lower case, and 'Logs' is not", "a-{MMM};must be lower case, and 'a-Jan' is not",
					"a\\b;must not have '\\' in it", "a/b;must not have '/' in it", "a*;must not have '*' in it",
					"a?;must not have '?' in it", "a\";must not have '\"' in it", "<a>;must not have '<' in it",
					"a|b;must not have '|' in it", "a,b;must not have ',' in it", "a#b;must not have '#' in it",
					"a:b;must not have ':' in it", "-a;must not start with '-'", "_a;must not start with '_'",
					"+a;must not start with '+'", ".;must not be '.' or '..'", "..;must not be '.' or '..'",
					"a-{;has an opening brace that nothing closes", "a-};has a closing brace that nothing opened",
					"a-{};has braces with nothing in them", "a-{HHH};has braces that java.time cannot read: HHH" })
	void whatOpenSearchWouldRefuseIsObjectedTo(String name, String words) {
		assertThat(IndexNames.objection(name)).contains(words);
		assertThatIllegalArgumentException().isThrownBy(() -> IndexNames.index(name)).withMessage(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a\tb", "a\u0000b", "a\nb", "a\u2028b" })
	void blanksAndControlCharactersAreObjectedTo(String name) {
		assertThat(IndexNames.objection(name)).contains("must not have blanks or control characters in it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-{yyyy.MM.dd.mm}", "a-{xxxx}", "a-{b}", "a-{yyyy'x'}", "a-{{yyyy}" })
	void lettersThatWouldMakeAnIndexForEachMinuteAreObjectedTo(String pattern) {
		assertThat(IndexNames.objection(pattern)).hasValueSatisfying(
				(words) -> assertThat(words).contains("in its braces, where of the pattern letters of java.time only"));
	}

	@Test
	void emptyNameIsObjectedTo() {
		assertThat(IndexNames.objection("")).contains("must not be empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-{YYYY.MM.dd}", "warehouse-{YYYY.MM.dd}", "a-{YYYY}-wood" })
	void yearOfWeeksWithoutAWeekIsObjectedTo(String pattern) {
		assertThat(IndexNames.objection(pattern))
			.hasValueSatisfying((words) -> assertThat(words).endsWith("write yyyy"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{yyyy}", "{yyyy}-logs" })
	void patternThatBeginsWithADateIsObjectedTo(String pattern) {
		assertThat(IndexNames.objection(pattern))
			.hasValueSatisfying((words) -> assertThat(words).startsWith("must not begin with a date"));
	}

	@Test
	void nameHas255Bytes() {
		assertThat(IndexNames.objection("ä".repeat(127) + "a")).isEmpty();
		assertThat(IndexNames.objection("ä".repeat(128))).contains("must not be longer than 255 bytes");
		assertThat(IndexNames.objection("a".repeat(245) + "{yyyy.MM.dd}")).isEmpty();
		assertThat(IndexNames.objection("a".repeat(246) + "{yyyy.MM.dd}")).isPresent();
	}

	@Test
	void dataStreamLeavesRoomForTheNamesOfItsIndices() {
		assertThat(IndexNames.objectionToDataStream("a".repeat(244))).isEmpty();
		assertThat(IndexNames.objectionToDataStream("a".repeat(245))).contains("must not be longer than 244 bytes");
		assertThat(IndexNames.objectionToDataStream(".a")).contains("must not start with '.'");
		assertThat(IndexNames.objectionToDataStream("a-{yyyy}")).isPresent();
		assertThatIllegalArgumentException().isThrownBy(() -> IndexNames.dataStream("a-{yyyy}"));
	}

	@Test
	void objectionShowsNoLineOfAnother() {
		assertThat(IndexNames.objection("A\nforged " + "x".repeat(300)))
			.hasValueSatisfying((words) -> assertThat(words).doesNotContain("\n").hasSizeLessThan(130));
	}

	@ParameterizedTest
	@CsvSource({ "orders,orders", "AMBIVALENT_SERVICE_NAME,ambivalent_service_name", "Order  Service!,order-service",
			"--a--,a", "???,service", "'',service", "Größe,gr-e", "a.b_c-1,a.b_c-1", "İ,service", "a/b\\c,a-b-c" })
	void serviceBecomesPartOfAName(String service, String name) {
		assertThat(IndexNames.nameOf(service)).isEqualTo(name);
	}

	@Test
	void longServiceLeavesRoom() {
		assertThat(IndexNames.nameOf("a".repeat(128))).hasSize(128);
		assertThat(IndexNames.nameOf("a".repeat(129))).hasSize(128);
		assertThat(IndexNames.objection("logs-" + IndexNames.nameOf("x ".repeat(500)) + "-{yyyy.MM.dd}")).isEmpty();
	}

}
