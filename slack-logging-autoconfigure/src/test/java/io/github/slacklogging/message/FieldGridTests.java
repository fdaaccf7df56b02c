package io.github.slacklogging.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldGridTests {

	private final Budget budget = new Budget(Limits.BLOCK_TEXT);

	private final FieldGrid grid = new FieldGrid(this.budget);

	@Test
	void pairsAreFlatFieldsInTheirOrder() {
		Map<String, String> pairs = new LinkedHashMap<>();
		pairs.put("order.id", "4711");
		pairs.put("customer", "9");
		assertThat(fields(this.grid.addAll(pairs))).containsExactly("*order.id*\n4711", "*customer*\n9");
	}

	@Test
	void structureIsOneTextAndIsCutAtTheEndOfItsRoom() {
		String json = "{\"id\":4711,\"items\":[{\"sku\":\"a*b*\",\"note\":\"<!channel>\"}]}";
		assertThat(fields(this.grid.addAll(Map.of("order", json)))).containsExactly(
				"*order*\n`" + "{\"id\":4711,\"items\":[{\"sku\":\"a*b*\",\"note\":\"&lt;!channel&gt;\"}]}" + "`");
	}

	@Test
	void structureAtTheLimitIsWholeAndOnePastItIsCut() {
		String json = "{\"k\":\"" + "x".repeat(152) + "\"}";
		assertThat(json).hasSize(160);
		assertThat(fields(this.grid.addAll(Map.of("order", json)))).containsExactly("*order*\n" + json);
		String longer = "{\"k\":\"" + "x".repeat(153) + "\"}";
		assertThat(fields(new FieldGrid(this.budget).addAll(Map.of("order", longer))))
			.containsExactly("*order*\n" + longer.substring(0, 159) + "…");
	}

	@Test
	void ourWordsStandBehindATextHoweverLongItIs() {
		List<String> fields = fields(this.grid.addBefore("Version", "v".repeat(300), ", 12 min after start")
			.addBefore("Release", "1.8.2", "")
			.addBefore("None", " ", ", 12 min after start"));
		assertThat(fields).containsExactly("*Version*\n" + "v".repeat(139) + "…, 12 min after start",
				"*Release*\n1.8.2");
	}

	@Test
	void linkStandsBehindTheTextOfItsField() {
		this.grid.add("First", "now", "Order failed", link(100)).add("Latest", "then", "", link(100));
		assertThat(fields(this.grid)).containsExactly("*First*\nnow Order failed · <" + address(100) + "|log>",
				"*Latest*\nthen  · <" + address(100) + "|log>");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_999, 2_000, 2_001 })
	void linkThatNoFieldCanHoldIsLeftOut(int length) {
		assertThat(fields(this.grid.add("First", "now", "Order failed", link(length))))
			.containsExactly("*First*\nnow Order failed");
	}

	@Test
	void linksTakeWhatAllFieldsLeave() {
		this.grid.add("First", "now", "Order failed", link(1_900)).add("Latest", "then", "Order failed", link(1_200));
		for (int i = 0; i < 18; i++) {
			this.grid.add("k" + i, "v".repeat(40));
		}
		List<String> fields = fields(this.grid);
		assertThat(fields).hasSize(20).last().isEqualTo("*k17*\n" + "v".repeat(40));
		assertThat(fields.get(0)).endsWith("|log>");
		assertThat(fields.get(1)).isEqualTo("*Latest*\nthen Order failed");
		assertThat(this.grid.hidden()).isZero();
	}

	private static Optional<TextLink> link(int length) {
		return TextLink.of("log", address(length));
	}

	private static String address(int length) {
		String start = "https://x.example/";
		return start + "y".repeat(length - start.length());
	}

	private static List<String> fields(FieldGrid grid) {
		return grid.blocks().stream().flatMap((block) -> ((Block.Fields) block).mrkdwn().stream()).toList();
	}

}
