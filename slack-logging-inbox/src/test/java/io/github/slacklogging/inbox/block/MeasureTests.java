package io.github.slacklogging.inbox.block;

import java.util.Collections;
import java.util.List;

import io.github.slacklogging.inbox.block.Measure.Beyond;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureTests {

	private static final String HEADER = "{'type':'header','text':{'type':'plain_text','text':'%s'}}";

	private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}";

	@Test
	void readsAsPeopleSayIt() {
		Measure measure = only(measure("{'blocks':[" + SECTION.formatted("x".repeat(2_870)) + "]}"), "section text");
		assertThat(measure).hasToString("section text 2,870 of 3,000 characters");
		assertThat(measure.pointer()).isEqualTo("/blocks/0/text/text");
	}

	@Test
	void nearestLimitComesFirst() {
		String blocks = "{'blocks':[" + SECTION.formatted("x".repeat(2_870)) + "," + HEADER.formatted("x".repeat(149))
				+ "]}";
		assertThat(measure(blocks)).extracting(Measure::what)
			.startsWith("header text", "section text", "all text in blocks", "blocks");
		assertThat(measure(blocks)).isSortedAccordingTo(Measure.NEAREST_FIRST);
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'text':'äb'}                                                     | text of an update, /text: 3 of 4000 bytes, UPDATE_REFUSED
					{'text':'ab'}                                                     | text, /text: 2 of 40000 characters, CUT
					{'text':'ab'}                                                     | text, /text: 2 of 4000 characters, SPLIT
					{'markdown_text':'ab'}                                            | markdown text, /markdown_text: 2 of 12000 characters, REFUSED
					{'blocks':[{'type':'divider','block_id':'one'}]}                  | divider block id, /blocks/0/block_id: 3 of 255 characters, REFUSED
					{'blocks':[{'type':'section','fields':[{'type':'mrkdwn','text':'ab'}]}]} | section fields, /blocks/0/fields: 1 of 10 items, REFUSED
					{'blocks':[{'type':'section','fields':[{'type':'mrkdwn','text':'ab'}]}]} | section field text, /blocks/0/fields/0/text: 2 of 2000 characters, REFUSED
					{'blocks':[{'type':'context','elements':[{'type':'mrkdwn','text':'ab'}]}]} | context elements, /blocks/0/elements: 1 of 10 items, REFUSED
					{'blocks':[{'type':'context','elements':[{'type':'mrkdwn','text':'ab'}]}]} | context element text, /blocks/0/elements/0/text: 2 of 3000 characters, REFUSED
					{'blocks':[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'Go'}}]}]} | button text, /blocks/0/elements/0/text/text: 2 of 75 characters, REFUSED
					{'blocks':[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'Go'},'url':'https://example.org'}]}]} | button URL, /blocks/0/elements/0/url: 19 of 3000 characters, REFUSED
					{'blocks':[{'type':'image','image_url':'https://example.org','alt_text':'ab'}]} | image URL, /blocks/0/image_url: 19 of 3000 characters, REFUSED
					{'blocks':[{'type':'image','image_url':'https://example.org','alt_text':'ab'}]} | image alt text, /blocks/0/alt_text: 2 of 2000 characters, REFUSED
					{'blocks':[{'type':'table','rows':[[{'type':'raw_text','text':'ab'}]]}]} | table rows, /blocks/0/rows: 1 of 100 items, REFUSED
					{'blocks':[{'type':'table','rows':[[{'type':'raw_text','text':'ab'}]]}]} | table row, /blocks/0/rows/0: 1 of 20 items, REFUSED
					{'blocks':[{'type':'table','rows':[[{'type':'raw_text','text':'a<'}]]}]} | text of all table cells, /blocks/0/rows: 5 of 10000 characters, REFUSED
					{'blocks':[{'type':'markdown','text':'ab'}]}                      | markdown text, /blocks/0/text: 2 of 12000 characters, REFUSED
					{'blocks':[{'type':'markdown','text':'ab'},{'type':'markdown','text':'c'}]} | text of all markdown blocks, /blocks: 3 of 12000 characters, REFUSED
					{'blocks':[{'type':'section','text':{'type':'mrkdwn','text':'&lt;'}}]} | all text in blocks, /blocks: 104 of 13200 characters, REFUSED
					{'attachments':[{'text':'ab'}]}                                   | attachments, /attachments: 1 of 100 items, REFUSED
					{'attachments':[{'text':'ab'}]}                                   | attachment text, /attachments/0/text: 2 of 8000 characters, CUT
					{'attachments':[{'text':'ab'}]}                                   | attachment text, /attachments/0/text: 2 of 700 characters, FOLDED
					{'attachments':[{'text':'a\\nb'}]}                                | attachment text, /attachments/0/text: 2 of 5 lines, FOLDED
					{'attachments':[{'title':'ab'}]}                                  | attachment title, /attachments/0/title: 2 of 1024 characters, CUT
					{'attachments':[{'text':'x','footer':'ab'}]}                      | attachment footer, /attachments/0/footer: 2 of 300 characters, REFUSED
					{'attachments':[{'text':'x','fields':[{'value':'ab'}]}]}          | attachment field value, /attachments/0/fields/0/value: 2 of 2000 characters, CUT
					{'attachments':[{'blocks':[{'type':'divider'}]}]}                 | attachment blocks, /attachments/0/blocks: 1 of 50 items, REFUSED
					{'attachments':[{'blocks':[{'type':'divider'}]}]}                 | all text in attachment blocks, /attachments/0/blocks: 100 of 13200 characters, REFUSED
					""")
	void limitIsMeasured(String message, String expected) {
		assertThat(measure(message)).extracting(MeasureTests::line).contains(expected);
	}

	@Test
	void whatIsBeyondItsLimitIsMeasuredTooThoughItIsRefused() {
		Measure measure = only(measure("{'blocks':[" + HEADER.formatted("x".repeat(151)) + "]}"), "header text");
		assertThat(measure.isExceeded()).isTrue();
		assertThat(measure.beyond()).isEqualTo(Beyond.REFUSED);
	}

	@Test
	void attachmentsAreMeasuredThoughTheBlocksBeforeThemAreRefused() {
		String message = "{'blocks':[{'type':'alert'}],'attachments':[{'title':'ab'}]}";
		assertThat(measure(message)).extracting(Measure::what).contains("attachment title");
	}

	@Test
	void textBesideBlocksIsNotSplit() {
		String message = "{'text':'x','blocks':[{'type':'divider'}]}";
		assertThat(measure(message)).extracting(Measure::beyond).doesNotContain(Beyond.SPLIT);
	}

	@Test
	void whereSlackHasNoLimitThereIsNoMeasure() {
		String message = "{'blocks':[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
				+ "[{'type':'text','text':'x'},{'type':'emoji','name':'wave'}]}]}]}";
		assertThat(measure(message)).extracting(Measure::what)
			.containsExactlyInAnyOrder("blocks", "all text in blocks");
	}

	@Test
	void ofAHugeTableOnlyTheNearestLimitsAreTold() {
		String cell = "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
				+ "[{'type':'link','url':'https://example.org'}]}]}";
		String row = "[" + String.join(",", Collections.nCopies(20, cell)) + "]";
		String rows = String.join(",", Collections.nCopies(100, row));
		assertThat(measure("{'blocks':[{'type':'table','rows':[" + rows + "]}]}")).hasSize(Verdict.MAX_MEASURES);
	}

	private static Measure only(List<Measure> measures, String what) {
		return measures.stream().filter((each) -> each.what().equals(what)).findFirst().orElseThrow();
	}

	private static String line(Measure each) {
		return each.what() + ", " + each.pointer() + ": " + each.used() + " of " + each.max() + " " + each.unit() + ", "
				+ each.beyond();
	}

	private static List<Measure> measure(String message) {
		try {
			return MessageRules.measure((Json.Obj) Json.read(message.replace('\'', '"')));
		}
		catch (MalformedJsonException ex) {
			throw new IllegalArgumentException(message, ex);
		}
	}

}
