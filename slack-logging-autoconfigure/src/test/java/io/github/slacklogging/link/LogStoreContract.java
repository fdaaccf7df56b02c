package io.github.slacklogging.link;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each address must do, judged by a decoder that knows nothing of the code that
 * wrote it. The decoded query is run over events.
 */
abstract class LogStoreContract {

	static final TimeWindow WINDOW = new TimeWindow(Instant.parse("2026-08-14T09:57:00.250Z"),
			Instant.parse("2026-08-14T10:01:00.750Z"));

	private static final List<LogField> FIELDS = List.of(LogField.LOG_ID, LogField.TRACE_ID, LogField.LOGGER,
			LogField.SERVICE);

	/** An address, read by other means. */
	record Decoded(Predicate<Map<String, String>> query, Instant from, Instant to, Map<LinkPart, String> parts,
			List<String> columns) {

	}

	abstract LogStore store(LinkParts parts);

	abstract FieldNames names();

	/** Parts that the store needs, with plain values. */
	abstract Map<LinkPart, String> parts();

	abstract Decoded decode(String address);

	/** Those that become a host name, and so take no special characters. */
	Set<LinkPart> hosts() {
		return Set.of(LinkPart.BASE_URL);
	}

	/** What columns=true must name, by the names of the store. */
	List<String> columns() {
		return List.of();
	}

	/** Whether a field that only contains the value is something else. */
	boolean isExact() {
		return true;
	}

	static List<String> values() {
		return NastyValues.all();
	}

	static List<String> phrases() {
		return NastyValues.withoutBlanksAround();
	}

	@ParameterizedTest
	@MethodSource("values")
	void findsTheEventThatHoldsTheValueAndNoneThatNearlyDoes(String value) {
		for (LogField field : FIELDS) {
			Predicate<Map<String, String>> query = decode(address(new Criterion.Is(field, value))).query();

			assertThat(query).as(field.name()).accepts(event(field, value)).rejects(event(field, "other"));
			assertThat(query).rejects(event(field, withoutLast(value)), event(field, value.substring(1)));
			if (isExact()) {
				assertThat(query).rejects(event(field, value + "x"), event(field, "x" + value));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("phrases")
	void findsTheMessageThatHoldsThePhraseAndNoneThatNearlyDoes(String phrase) {
		Predicate<Map<String, String>> query = decode(address(new Criterion.Says(phrase))).query();

		assertThat(query).accepts(event(LogField.MESSAGE, "Order 4711: " + phrase + " (again)"));
		assertThat(query).rejects(event(LogField.MESSAGE, "Order 4711 (again)"),
				event(LogField.MESSAGE, "Order " + withoutLast(phrase)));
	}

	@Test
	void allCriteriaMustHold() {
		Map<String, String> event = new HashMap<>(event(LogField.LOGGER, "com.acme.Orders"));
		event.put(names().of(LogField.SERVICE), "orders-api");
		event.put(names().of(LogField.MESSAGE), "Order 4711 not found");
		Predicate<Map<String, String>> query = decode(address(new Criterion.Is(LogField.SERVICE, "orders-api"),
				new Criterion.Is(LogField.LOGGER, "com.acme.Orders"), new Criterion.Says("not found"),
				new Criterion.Says("Order")))
			.query();

		assertThat(query).accepts(event);
		for (LogField field : List.of(LogField.SERVICE, LogField.LOGGER, LogField.MESSAGE)) {
			Map<String, String> other = new HashMap<>(event);
			other.put(names().of(field), "other");
			assertThat(query).rejects(other);
		}
	}

	@Test
	void windowArrivesWholeAndNoLargerThanASecond() {
		Decoded decoded = decode(address(new Criterion.Is(LogField.LOG_ID, "id")));

		assertThat(decoded.from()).isBetween(WINDOW.from().minusSeconds(1), WINDOW.from());
		assertThat(decoded.to()).isBetween(WINDOW.to(), WINDOW.to().plus(Duration.ofSeconds(1)));
	}

	@ParameterizedTest
	@MethodSource("values")
	void partsArriveAsTheyWereGiven(String value) {
		Map<LinkPart, String> parts = new EnumMap<>(parts());
		parts.replaceAll((part, plain) -> hosts().contains(part) ? plain : value);
		String address = store(new LinkParts(parts)).address(question(new Criterion.Is(LogField.LOG_ID, "id")), true);

		assertThat(decode(address).parts()).isEqualTo(parts);
	}

	@Test
	void columnsAreNamedWhereAskedForAndPossible() {
		LogQuestion question = question(new Criterion.Is(LogField.LOG_ID, "id"));

		assertThat(decode(store(new LinkParts(parts())).address(question, true)).columns()).isEqualTo(columns());
		assertThat(decode(store(new LinkParts(parts())).address(question, false)).columns()).isEmpty();
	}

	@Test
	void addressIsOneLinkWhateverStandsInIt() {
		Criterion[] criteria = { new Criterion.Is(LogField.LOG_ID, NastyValues.together()),
				new Criterion.Is(LogField.SERVICE, NastyValues.together()),
				new Criterion.Says(NastyValues.together()) };
		String address = address(criteria);

		assertThat(address).matches("https://[!-~]+")
			.doesNotContain("\"", "<", ">", "|", "`", "\\", "{", "}", "^", " ");
		assertThat(URI.create(address).getHost()).isEqualTo(URI.create(address(criteria[0])).getHost()).isNotNull();
	}

	String address(Criterion... criteria) {
		return store(new LinkParts(parts())).address(question(criteria), true);
	}

	static LogQuestion question(Criterion... criteria) {
		return new LogQuestion(List.of(criteria), WINDOW);
	}

	/** An event that differs from all others in one field. */
	Map<String, String> event(LogField field, String value) {
		Map<String, String> event = new HashMap<>();
		for (LogField each : LogField.values()) {
			event.put(names().of(each), "-");
		}
		event.put(names().of(field), value);
		return event;
	}

	static String withoutLast(String value) {
		return value.substring(0, value.length() - 1);
	}

}
