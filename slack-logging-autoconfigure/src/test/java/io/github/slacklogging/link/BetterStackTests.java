package io.github.slacklogging.link;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BetterStackTests {

	private static final String LOG_ID = "7h2k9m4p6q8rs-1f";

	private static final LinkParts PARTS = new LinkParts(Map.of(LinkPart.TEAM, "t12345", LinkPart.SOURCE, "678901"));

	private static Map<String, String> search(LinkParts parts, Criterion... criteria) {
		String address = new BetterStack(parts, BetterStack.NAMES).address(LogStoreContract.question(criteria), true);
		String start = "https://telemetry.betterstack.com/team/";
		String[] halves = AddressReader.after(start, address).split("/tail\\?", -1);
		assertThat(halves).hasSize(2);
		Map<String, String> parameters = AddressReader.parameters(halves[1], "&");
		parameters.put("team", AddressReader.decoded(halves[0]));
		return parameters;
	}

	@Test
	void searchesForTheIdFromTheBeginningOn() {
		Map<String, String> parameters = search(PARTS, new Criterion.Is(LogField.SERVICE, "orders"),
				new Criterion.Is(LogField.LOG_ID, LOG_ID));

		assertThat(parameters).containsOnly(Map.entry("team", "t12345"), Map.entry("s", "678901"),
				Map.entry("rf", String.valueOf(LogStoreContract.WINDOW.fromMillis())), Map.entry("q", LOG_ID));
	}

	@Test
	void searchesForNothingWhoseFormIsUnknown() {
		assertThat(search(PARTS, new Criterion.Is(LogField.LOGGER, "com.acme.Orders"), new Criterion.Says("not found")))
			.containsOnlyKeys("team", "s", "rf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-not", "a b", "a\"b", "level:error", "a*", "a\u00e9" })
	void searchesForNoIdThatIsMoreThanAWord(String id) {
		assertThat(search(PARTS, new Criterion.Is(LogField.TRACE_ID, id))).containsOnlyKeys("team", "s", "rf");
	}

	static List<String> values() {
		return NastyValues.all();
	}

	@ParameterizedTest
	@MethodSource("values")
	void partsArriveAsTheyWereGiven(String value) {
		LinkParts parts = new LinkParts(Map.of(LinkPart.TEAM, value, LinkPart.SOURCE, value));

		assertThat(search(parts, new Criterion.Is(LogField.LOG_ID, LOG_ID))).containsEntry("team", value)
			.containsEntry("s", value)
			.containsEntry("q", LOG_ID);
	}

}
