package io.github.slacklogging.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.slacklogging.opensearch.ItemResult.Blocked;
import io.github.slacklogging.opensearch.ItemResult.Busy;
import io.github.slacklogging.opensearch.ItemResult.Conflict;
import io.github.slacklogging.opensearch.ItemResult.Indexed;
import io.github.slacklogging.opensearch.ItemResult.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BulkAnswerTests {

	@Test
	void itemsAreInTheOrderOfTheRequest() {
		assertThat(items("{\"errors\":true,\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":409}},"
				+ "{\"create\":{\"status\":200}}]}", 3))
			.containsExactly(new Indexed(), new Conflict(), new Indexed());
	}

	@Test
	void itemsMayBeLeftOutWhereAllIsWell() {
		assertThat(items("{\"errors\":false}", 2)).containsExactly(new Indexed(), new Indexed());
		assertThat(BulkAnswer.read("{\"errors\":true}", 2)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bulk-created", "bulk-created-filtered", "bulk-data-stream-created",
			"bulk-data-stream-created-whole" })
	void recordedSuccessIsOne(String name) throws IOException {
		assertThat(recorded(name)).isNotEmpty().allMatch(Indexed.class::isInstance);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bulk-conflict-409", "bulk-conflict-409-filtered", "bulk-data-stream-conflict-409" })
	void recordedConflictIsOne(String name) throws IOException {
		assertThat(recorded(name)).contains(new Conflict());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "bulk-mapping-400-boolean;HTTP 400, mapper_parsing_exception at field flag",
					"bulk-mapping-400-date;HTTP 400, mapper_parsing_exception at field @timestamp",
					"bulk-mapping-400-object-for-text;HTTP 400, mapper_parsing_exception at field message",
					"bulk-mapping-400-text-for-flat-object;HTTP 400, mapper_parsing_exception at field labels",
					"bulk-mapping-400-text-for-object;HTTP 400, mapper_parsing_exception at field error",
					"bulk-mapping-400-not-json;HTTP 400, mapper_parsing_exception",
					"bulk-mapping-400-immense-term;HTTP 400, illegal_argument_exception",
					"bulk-mapping-400-strict;HTTP 400, strict_dynamic_mapping_exception",
					"bulk-mapping-400-too-many-fields;HTTP 400, illegal_argument_exception",
					"bulk-data-stream-400-index;HTTP 400, illegal_argument_exception" })
	void recordedRefusalOfADocumentNamesTheFieldOnly(String name, String reason) throws IOException {
		assertThat(recorded(name)).contains(new Unfit(400, reason));
	}

	@Test
	void otherClientErrorIsARefusalToo() {
		assertThat(items(item("\"status\":413"), 1)).containsExactly(new Unfit(413, "HTTP 413"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "bulk-block-403-write;HTTP 403, cluster_block_exception: FORBIDDEN/8/index write (api)",
					"bulk-block-403-read-only;HTTP 403, cluster_block_exception: FORBIDDEN/5/index read-only (api)",
					"bulk-block-429-disk-full;HTTP 429, cluster_block_exception: TOO_MANY_REQUESTS/12/disk usage "
							+ "exceeded flood-stage watermark, index has read-only-allow-delete block",
					"security-403-item;HTTP 403, security_exception",
					"bulk-400-alias-without-write-index;HTTP 400, illegal_argument_exception",
					"bulk-400-too-many-shards;HTTP 400, validation_exception",
					"bulk-404-index-missing;HTTP 404, index_not_found_exception",
					"bulk-400-index-closed;HTTP 400, index_closed_exception",
					"bulk-400-index-name;HTTP 400, invalid_index_name_exception" })
	void recordedBlockSaysWhatIsBlocked(String name, String reason) throws IOException {
		assertThat(recorded(name)).contains(new Blocked(reason));
	}

	@Test
	void recordedLoadIsBusy() throws IOException {
		assertThat(recorded("bulk-429-items")).contains(new Busy(429, "HTTP 429, rejected_execution_exception"),
				new Indexed());
		assertThat(recorded("bulk-503-unavailable-shards"))
			.contains(new Busy(503, "HTTP 503, unavailable_shards_exception"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503, 504, 599 })
	void serversOwnErrorIsBusyEvenForABlock(int status) {
		assertThat(items(item("\"status\":" + status + ",\"error\":{\"type\":\"cluster_block_exception\"}"), 1))
			.containsExactly(new Busy(status, "HTTP " + status + ", cluster_block_exception"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 100, 199, 202, 302, 399, 600 })
	void statusThatNoItemHasMakesItNoAnswer(int status) {
		assertThat(BulkAnswer.read(item("\"status\":" + status), 1)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "{}", "true", "<html>502</html>", "{\"errors\":false",
			"{\"errors\":false}x", "{\"errors\":false}{}", "{\"errors\":\"false\"}", "{\"took\":1}",
			"{\"error\":\"no handler\",\"status\":400}", "{\"errors\":false,\"items\":\"x\"}",
			"{\"errors\":false,\"items\":null}", "{\"errors\":false,\"items\":[]}", "{\"errors\":false,\"items\":{}}",
			"{\"errors\":false,\"items\":[{}]}", "{\"errors\":false,\"items\":[1]}",
			"{\"errors\":false,\"items\":[{\"create\":1}]}", "{\"errors\":false,\"items\":[{\"create\":{}}]}",
			"{\"errors\":false,\"items\":[{\"create\":{\"status\":\"201\"}}]}",
			"{\"errors\":false,\"items\":[{\"create\":{\"status\":99999999999}}]}",
			"{\"errors\":false,\"items\":[{\"create\":{\"status\":201},\"index\":{\"status\":201}}]}",
			"{\"items\":[{\"create\":{\"status\":201}}]}" })
	void whatIsNoAnswerIsNone(String body) {
		assertThat(BulkAnswer.read(body, 1)).isEmpty();
	}

	@Test
	void answerForMoreOrLessDocumentsIsNone() {
		String three = "{\"errors\":false,\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":201}},"
				+ "{\"create\":{\"status\":201}}]}";
		assertThat(BulkAnswer.read(three, 3)).isPresent();
		assertThat(BulkAnswer.read(three, 2)).isEmpty();
		assertThat(BulkAnswer.read(three, 4)).isEmpty();
	}

	@Test
	void cutAnswerIsNoneWhereverItIsCut() throws IOException {
		String body = RecordedAnswer.of("bulk-mapping-400-date").text();
		assertThat(BulkAnswer.read(body, 2)).isPresent();
		assertThat(IntStream.range(0, body.length())
			.filter((end) -> BulkAnswer.read(body.substring(0, end), 2).isPresent())).isEmpty();
	}

	@Test
	void garbledAnswerNeverThrows() throws IOException {
		String body = RecordedAnswer.of("bulk-mapping-400-date").text();
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder garbled = new StringBuilder(body);
			for (int j = 0; j <= random.nextInt(3); j++) {
				garbled.setCharAt(random.nextInt(garbled.length()), (char) random.nextInt(0x180));
			}
			BulkAnswer.read(garbled.toString(), 2).ifPresent((answer) -> assertThat(answer.items()).hasSize(2));
		}
	}

	@Test
	void depthIsBounded() {
		assertThat(BulkAnswer.read(nested(AnswerParsing.MAX_DEPTH - 1), 1)).isPresent();
		assertThat(BulkAnswer.read(nested(AnswerParsing.MAX_DEPTH), 1)).isEmpty();
		assertThat(BulkAnswer.read(nested(1_000_000), 1)).isEmpty();
	}

	private static String nested(int depth) {
		return "{\"errors\":false,\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
	}

	@Test
	void reasonsNeverQuoteTheDocument() {
		for (String type : List.of("mapper_parsing_exception", "cluster_block_exception", "s3cret Type", "S3CRET",
				"x".repeat(81))) {
			for (String reason : List.of("failed to parse field [s3cret value] of type",
					"failed to parse field [s3cret", "failed to parse field [a" + "s3cret".repeat(20) + "]",
					"x failed to parse field [s3cret]", "index [a] blocked by: [s3cret\nx]",
					"index [a] blocked by: [" + "s3cret".repeat(20) + "x]", "[s3cret]: version conflict",
					"Preview of field's value: 's3cret'")) {
				String body = item("\"status\":400,\"error\":{\"type\":\"" + type + "\",\"reason\":\""
						+ reason.replace("\n", "\\n") + "\"}");
				assertThat(items(body, 1)).singleElement()
					.asString()
					.doesNotContainIgnoringCase("s3cret")
					.doesNotContain("xxx", "\n")
					.hasSizeLessThan(200);
			}
		}
	}

	@Test
	void longestReasonsStayShort() {
		assertThat(ItemReason.of(400, "t".repeat(80), "failed to parse field [" + "f".repeat(80) + "] of type"))
			.endsWith("f".repeat(80))
			.hasSizeLessThan(200);
		assertThat(ItemReason.of(400, "t".repeat(81), "failed to parse field [" + "f".repeat(81) + "]"))
			.isEqualTo("HTTP 400");
		assertThat(ItemReason.of(403, "cluster_block_exception", "blocked by: [" + "b".repeat(120) + "];"))
			.endsWith("b".repeat(120))
			.hasSizeLessThan(200);
		assertThat(ItemReason.of(403, "cluster_block_exception", "blocked by: [" + "b".repeat(121) + "];"))
			.isEqualTo("HTTP 403, cluster_block_exception");
	}

	private static String item(String fields) {
		return "{\"errors\":true,\"items\":[{\"create\":{" + fields + "}}]}";
	}

	private static List<ItemResult> recorded(String name) throws IOException {
		RecordedAnswer answer = RecordedAnswer.of(name);
		return items(answer.text(), answer.items());
	}

	private static List<ItemResult> items(String body, int documents) {
		return BulkAnswer.read(body, documents).orElseThrow().items();
	}

}
