package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.slacklogging.testing.MaskedFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.testing.MaskedFixture.logged;
import static org.assertj.core.api.Assertions.assertThat;

class LabelsTests {

	/** Of Lucene, for one term. */
	private static final int MAX_TERM = 32_766;

	@Test
	void labelsAreBoundedInNumber() {
		assertThat(labels(withLabels(256))).hasSize(256).doesNotContainKey("…");
		assertThat(labels(withLabels(257))).hasSize(257).containsEntry("…", "1 more").doesNotContainKey("k256");
		assertThat(labels(withLabels(2_000))).hasSize(257).containsEntry("…", "1744 more");
	}

	@Test
	void keyIsBounded() {
		assertThat(labels(logged("x").mdc("k".repeat(256), "v"))).containsOnlyKeys("k".repeat(256));
		assertThat(labels(logged("x").mdc("k ".repeat(128) + "k", "v")).keySet()).singleElement()
			.satisfies((key) -> assertThat(key).hasSizeLessThanOrEqualTo(256).startsWith("k k k").endsWith("…"));
	}

	@Test
	void longKeyOfOneWordKeepsItsBeginning() {
		assertThat(labels(logged("x").mdc("k".repeat(300), "1").mdc("k".repeat(301), "2")))
			.containsExactly(Map.entry("k".repeat(255) + "…", "1"), Map.entry("k".repeat(254) + "~2", "2"));
		assertThat(labels(logged("x").mdc("\uD83D\uDE00".repeat(150), "v")))
			.containsOnlyKeys("\uD83D\uDE00".repeat(127) + "\uFFFD…");
		String odd = "k" + "\uD83D\uDE00".repeat(150);
		assertThat(labels(logged("x").mdc(odd, "1").mdc(odd + "k", "2")))
			.containsKey(odd.substring(0, 253) + "\uFFFD~2");
	}

	@Test
	void valueIsBounded() {
		String longest = "v ".repeat(4_096);
		assertThat(labels(logged("x").mdc("k", longest))).containsEntry("k", longest);
		assertThat(labels(logged("x").mdc("k", longest + "v")).get("k")).hasSizeLessThanOrEqualTo(8_192)
			.startsWith("v v v")
			.endsWith("…");
	}

	@Test
	void longestLabelIsATermThatLuceneTakes() {
		labels(logged("x").mdc("漢".repeat(256), "漢".repeat(8_192))).forEach((key, value) -> {
			assertThat(value).hasSize(8_192);
			String term = "labels.labels." + key + "=" + value;
			assertThat(term.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MAX_TERM);
		});
	}

	@Test
	void allTogetherAreBounded() {
		MaskedFixture event = logged("x");
		IntStream.range(0, 100).forEach((i) -> event.mdc("k" + i, "v".repeat(8_192)));
		Map<String, String> labels = labels(event);
		int most = Labels.MAX_BYTES / 8_192 - 1;
		assertThat(labels).hasSize(most + 1).containsEntry("…", (100 - most) + " more");
	}

	@Test
	void smallLabelStillFitsBehindALargeOneThatDidNot() {
		MaskedFixture event = logged("x");
		IntStream.range(0, 20).forEach((i) -> event.mdc("k" + i, "v".repeat(8_192)));
		assertThat(labels(event.mdc("small", "1"))).containsEntry("small", "1").containsEntry("…", "5 more");
	}

	@Test
	void whatIsToldElsewhereTakesNoRoom() {
		MaskedFixture event = logged("x").mdc("traceId", "t");
		IntStream.range(0, 256).forEach((i) -> event.mdc("k" + i, "v"));
		assertThat(Labels.of(event.event(), (key, value) -> key.equals("traceId"))).hasSize(256)
			.doesNotContainKeys("traceId", "…");
	}

	@ParameterizedTest
	@CsvSource({ "'',_", "' ',_", ".,_", "..,__", "...,_._", ".a,_a", "a.,a_", "a..b,a._b", ".a..b.,_a._b_", "a.b,a.b",
			"a b,a b", "http.request.id,http.request.id", "…,…" })
	void keyThatNobodyCouldSearchForIsChanged(String key, String told) {
		assertThat(labels(logged("x").mdc(key, "v"))).containsOnlyKeys(told);
	}

	@Test
	void keysThatLookAlikeStayApart() {
		assertThat(labels(logged("x").mdc("_a", "1").mdc(".a", "2").mdc("a", "3").mdc("a.b", "4")))
			.containsExactly(Map.entry("_a", "1"), Map.entry("_a~2", "2"), Map.entry("a", "3"), Map.entry("a.b", "4"));
		assertThat(labels(logged("x").mdc("_~2", "1").mdc("_", "2").mdc("", "3")).values()).containsExactly("1", "2",
				"3");
	}

	@Test
	void longKeysThatBeginAlikeStayApartAndBounded() {
		MaskedFixture event = logged("x");
		IntStream.range(0, 255).forEach((i) -> event.mdc("k".repeat(300) + i, "v" + i));
		assertThat(labels(event)).hasSize(255).allSatisfy((key, value) -> assertThat(key.length()).isBetween(1, 256));
	}

	@Test
	void callersOwnEllipsisStays() {
		MaskedFixture event = withLabels(256).mdc("k0", "v");
		event.mdc("…", "own");
		assertThat(labels(logged("x").mdc("…", "own"))).containsExactly(Map.entry("…", "own"));
		MaskedFixture first = logged("x").mdc("…", "own");
		IntStream.range(0, 256).forEach((i) -> first.mdc("k" + i, "v"));
		assertThat(labels(first)).containsEntry("…", "own").containsValue("1 more").hasSize(257);
	}

	private static MaskedFixture withLabels(int count) {
		MaskedFixture event = logged("x");
		IntStream.range(0, count).forEach((i) -> event.mdc("k" + i, "v"));
		return event;
	}

	private static Map<String, String> labels(MaskedFixture event) {
		return Labels.of(event.event(), (key, value) -> false);
	}

}
