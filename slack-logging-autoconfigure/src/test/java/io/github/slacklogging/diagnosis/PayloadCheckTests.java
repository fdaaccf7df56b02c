package io.github.slacklogging.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadCheckTests {

	@Test
	void messageWithinTheLimitsHasNoObjection() {
		assertThat(
				objections("{\"text\":\"" + "é".repeat(2_000) + "\",\"blocks\":[" + times(50, "{\"type\":\"divider\"}")
						+ "],\"attachments\":[{\"blocks\":[" + section(10, 2_000) + "," + context(10) + "]}]}"))
			.isEmpty();
	}

	@Test
	void textIsMeasuredInBytes() {
		assertThat(objections("{\"text\":\"" + "é".repeat(2_000) + "x\"}"))
			.containsExactly("'text' has more than 4000 bytes");
	}

	@Test
	void eachLimitIsLookedAt() {
		assertThat(objections("{\"text\":\"x\",\"blocks\":[" + times(51, "{\"type\":\"divider\"}") + "]}"))
			.containsExactly("blocks has 51 blocks, at most 50 are taken");
		assertThat(objections("{\"text\":\"x\",\"attachments\":[{\"blocks\":[" + section(11, 2_001) + "]}]}")).contains(
				"attachments[0].blocks[0] has 11 fields, at most 10 are taken",
				"attachments[0].blocks[0].fields has 2001 characters, at most 2000 are taken");
		assertThat(objections("{\"text\":\"x\",\"blocks\":[" + context(11) + "]}"))
			.containsExactly("blocks[0] has 11 elements, at most 10 are taken");
		assertThat(
				objections("{\"text\":\"x\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
						+ "x".repeat(3_001) + "\"}}]}"))
			.containsExactly("blocks[0].text has 3001 characters, at most 3000 are taken");
	}

	@Test
	void headerIsShorterThanAnyOtherText() {
		String header = "{\"text\":\"x\",\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"%s\"}}]}";
		assertThat(objections(header.formatted("x".repeat(150)))).isEmpty();
		assertThat(objections(header.formatted("x".repeat(151))))
			.containsExactly("blocks[0].text has 151 characters, at most 150 are taken");
	}

	@Test
	void emptyTextObjectIsFound() {
		assertThat(objections("{\"text\":\"x\",\"blocks\":[{\"type\":\"section\",\"text\":{\"text\":\"\"}}]}"))
			.containsExactly("blocks[0].text is empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "{\"text\":\"x\"}}", "{\"text\":\"x\",\"text\":\"y\"}", "nothing" })
	void whatIsNoJsonIsSaidToBeNone(String json) {
		assertThat(objections(json)).containsExactly("it is no JSON");
	}

	@Test
	void prettyFormKeepsOrderNumbersAndEscapes() {
		assertThat(PayloadCheck.check("{\"b\":[],\"a\":{\"x\":1.50,\"y\":null,\"z\":\"\\\"\\n\\u0001\"}}").pretty())
			.isEqualTo("""
					{
					  "b": [],
					  "a": {
					    "x": 1.5,
					    "y": null,
					    "z": "\\"\\n\\u0001"
					  }
					}""");
	}

	private static String section(int fields, int length) {
		return "{\"type\":\"section\",\"fields\":["
				+ times(fields, "{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(length) + "\"}") + "]}";
	}

	private static String context(int elements) {
		return "{\"type\":\"context\",\"elements\":[" + times(elements, "{\"type\":\"mrkdwn\",\"text\":\"x\"}") + "]}";
	}

	private static String times(int count, String json) {
		return IntStream.range(0, count).mapToObj((i) -> json).collect(Collectors.joining(","));
	}

	private static List<String> objections(String json) {
		return PayloadCheck.check(json).objections();
	}

}
