package io.github.slacklogging.inbox.block;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MessageRulesTests {

	/**
	 * What is limited, its limit, a block of that size, and the pointer of the complaint.
	 */
	static Stream<Arguments> limitsOfBlocks() {
		return Stream.of(limit("section text", 3_000, (n) -> section(mrkdwn(n)), "/blocks/0/text/text"),
				limit("plain section text", 3_000, (n) -> section(plain(n)), "/blocks/0/text/text"),
				limit("field", 2_000, (n) -> fields(mrkdwn(n)), "/blocks/0/fields/0/text"),
				limit("fields", 10, (n) -> fields(times(n, mrkdwn(1))), "/blocks/0/fields"),
				limit("header", 150, (n) -> "{'type':'header','text':" + plain(n) + "}", "/blocks/0/text/text"),
				limit("context elements", 10, (n) -> context(times(n, mrkdwn(1))), "/blocks/0/elements"),
				limit("context text", 3_000, (n) -> context(mrkdwn(n)), "/blocks/0/elements/0/text"),
				limit("block_id", 255, (n) -> "{'type':'divider','block_id':'" + x(n) + "'}", "/blocks/0/block_id"),
				limit("buttons", 25, (n) -> actions(times(n, button("'text':" + plain(1)))), "/blocks/0/elements"),
				limit("button text", 75, (n) -> actions(button("'text':" + plain(n))),
						"/blocks/0/elements/0/text/text"),
				limit("button value", 2_000, (n) -> actions(button("'text':" + plain(1) + ",'value':'" + x(n) + "'")),
						"/blocks/0/elements/0/value"),
				limit("action_id", 255, (n) -> actions(button("'text':" + plain(1) + ",'action_id':'" + x(n) + "'")),
						"/blocks/0/elements/0/action_id"),
				limit("overflow options", 5,
						(n) -> actions("{'type':'overflow','options':[" + times(n, option()) + "]}"),
						"/blocks/0/elements/0/options"),
				limit("select options", 100,
						(n) -> actions("{'type':'static_select','options':[" + times(n, option()) + "]}"),
						"/blocks/0/elements/0/options"),
				limit("image_url", 3_000, (n) -> image("https://x.test/".concat(x(n - 15)), "alt"),
						"/blocks/0/image_url"),
				limit("alt_text", 2_000, (n) -> image("https://x.test/a.png", x(n)), "/blocks/0/alt_text"),
				limit("markdown", 12_000, (n) -> "{'type':'markdown','text':'" + x(n) + "'}", "/blocks/0/text"),
				limit("table rows", 100, (n) -> table(times(n, "[" + cell() + "]")), "/blocks/0/rows"),
				limit("table cells", 20, (n) -> table("[" + times(n, cell()) + "]"), "/blocks/0/rows/0"));
	}

	@ParameterizedTest(name = "{0}: {1} pass, one more does not")
	@MethodSource("limitsOfBlocks")
	void limitIsInclusive(String what, int limit, IntFunction<String> block, String pointer) {
		assertThat(blocks(block.apply(limit))).as(what).isEmpty();
		assertThat(MessageRules.measure(parsed(message(block.apply(limit))))).as("measured at its limit")
			.anyMatch((each) -> each.pointer().equals(pointer) && each.used() == limit && each.max() == limit);
		Refusal refusal = blocks(block.apply(limit + 1)).orElseThrow();
		assertThat(refusal.code()).isEqualTo("invalid_blocks");
		assertThat(refusal.violations()).extracting(Violation::pointer).containsExactly(pointer);
	}

	@Test
	void complaintReadsLikeSlacks() {
		assertThat(blocks(section(mrkdwn(3_001))).orElseThrow())
			.hasToString("invalid_blocks: must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
	}

	@Test
	void fiftyBlocksPassAndOneMoreDoesNot() {
		assertThat(blocks(times(50, "{'type':'divider'}"))).isEmpty();
		assertThat(blocks(times(51, "{'type':'divider'}")).orElseThrow().violations())
			.containsExactly(new Violation("/blocks", "no more than 50 items allowed"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'type':'alert','text':{'type':'mrkdwn','text':'x'}}                        | unsupported type: alert
					{'type':'input'}                                                            | unsupported type: input
					{'text':'x'}                                                                | missing required field: type
					'text'                                                                      | must provide an object
					{'type':'section'}                                                          | missing required field: text or fields
					{'type':'section','text':{'type':'mrkdwn','text':''}}                       | must be more than 0 characters
					{'type':'section','text':{'type':'mrkdwn','text':7}}                        | must be a string
					{'type':'section','text':{'type':'mrkdwn'}}                                 | missing required field: text
					{'type':'section','text':'x'}                                               | must provide an object
					{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':false}}        | invalid additional property: emoji
					{'type':'section','text':{'type':'plain_text','text':'x','verbatim':true}}  | invalid additional property: verbatim
					{'type':'section','text':{'type':'mrkdwn','text':'x','verbatim':'yes'}}     | must be a boolean
					{'type':'section','text':{'type':'mrkdwn','text':'x'},'color':'red'}        | invalid additional property: color
					{'type':'section','fields':[]}                                              | no less than 1 items allowed
					{'type':'section','fields':{}}                                              | must be an array
					{'type':'header','text':{'type':'mrkdwn','text':'x'}}                       | unsupported type: mrkdwn
					{'type':'context','elements':[{'type':'button'}]}                           | unsupported type: button
					{'type':'divider','text':'x'}                                               | invalid additional property: text
					{'type':'image','alt_text':'x'}                                             | must have exactly one of: image_url, slack_file
					{'type':'image','image_url':'not a url','alt_text':'x'}                     | must be a valid URL
					{'type':'image','image_url':'https://x.test/a.png'}                         | missing required field: alt_text
					{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'style':'loud'}]} | must be one of: danger, primary
					{'type':'table','rows':[[{'type':'raw_number','value':1}]]}                 | unsupported type: raw_number
					{'type':'rich_text','elements':[]}                                          | no less than 1 items allowed
					{'type':'rich_text','elements':[{'type':'text','text':'x'}]}                | unsupported type: text
					{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]} | must be more than 0 characters
					{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'mrkdwn','text':'x'}]}]} | unsupported type: mrkdwn
					{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x','style':{'loud':true}}]}]} | invalid additional property: loud
					{'type':'rich_text','elements':[{'type':'rich_text_preformatted','elements':[{'type':'broadcast','range':'here'}]}]} | unsupported type: broadcast
					{'type':'rich_text','elements':[{'type':'rich_text_preformatted','border':2,'elements':[{'type':'text','text':'x'}]}]} | must be between 0 and 1
					{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','elements':[{'type':'text','text':'x'}]}]} | unsupported type: text
					{'type':'rich_text','elements':[{'type':'rich_text_list','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x'}]}]}]} | missing required field: style
					{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'broadcast','range':'all'}]}]} | must be one of: channel, everyone, here
					{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'date','timestamp':'1','format':'{date}','fallback':'x'}]}]} | must be an integer
					""")
	void blockIsRefused(String block, String complaint) {
		Refusal refusal = blocks(block).orElseThrow();
		assertThat(refusal.code()).isEqualTo("invalid_blocks");
		assertThat(refusal.violations()).extracting(Violation::message).containsExactly(complaint);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'section','text':{'type':'mrkdwn','text':'x','verbatim':true}}",
			"{'type':'section','text':{'type':'plain_text','text':'x','emoji':false},'block_id':null}",
			"{'type':'section','text':{'type':'mrkdwn','text':'x'},'accessory':{'type':'image','image_url':'https://x.test/a','alt_text':'x'}}",
			"{'type':'actions','elements':[{'type':'datepicker','action_id':'x'}]}",
			"{'type':'table','rows':[[{'type':'raw_text','text':'x'}]],'column_settings':[null,{'align':'right'}]}",
			"{'type':'rich_text','block_id':'x','elements':[{'type':'rich_text_preformatted','border':0,'language':'java','elements':[{'type':'text','text':'x'},{'type':'link','url':'https://x.test'}]}]}",
			"{'type':'rich_text','elements':[{'type':'rich_text_list','style':'ordered','indent':1,'elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x','style':{'bold':true,'code':true}},{'type':'emoji','name':'bell'},{'type':'user','user_id':'U1'},{'type':'date','timestamp':1,'format':'{date}','fallback':'x'}]}]},{'type':'rich_text_quote','elements':[{'type':'text','text':'x'}]}]}" })
	void blockIsAccepted(String block) {
		assertThat(blocks(block)).isEmpty();
	}

	@Test
	void everyViolationIsReported() {
		assertThat(blocks(section(mrkdwn(0)) + ",{'type':'nonsense'}").orElseThrow().violations()).hasSize(2);
	}

	@Test
	void blockIdsAreUnique() {
		String twice = "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}";
		assertThat(blocks(twice).orElseThrow().violations()).extracting(Violation::pointer)
			.containsExactly("/blocks/1/block_id");
	}

	@Test
	void oneTableIsEnough() {
		String table = table("[" + cell() + "]");
		assertThat(blocks(table + "," + table).orElseThrow())
			.hasToString("invalid_blocks: only_one_table_allowed [json-pointer:/blocks]");
	}

	@Test
	void blocksMustBeAnArray() {
		assertThat(check("{'text':'x','blocks':'not json'}").orElseThrow().code()).isEqualTo("invalid_blocks_format");
	}

	@Test
	void allTextTogetherHasABudgetThatEachBlockReduces() {
		String full = times(4, section(mrkdwn(3_000)));
		assertThat(blocks(full + "," + section(mrkdwn(700)))).isEmpty();
		assertThat(blocks(full + "," + section(mrkdwn(701)))).hasValue(Refusal.of("msg_blocks_too_long"));
		assertThat(blocks(full + "," + section(mrkdwn(600)) + "," + section(mrkdwn(1))))
			.hasValue(Refusal.of("msg_blocks_too_long"));
	}

	@Test
	void budgetCountsWhatSlackEscapes() {
		String tenThousand = "{'type':'rich_text','elements':[{'type':'rich_text_preformatted','elements':"
				+ "[{'type':'text','text':'%s'}]}]}";
		assertThat(blocks(tenThousand.formatted("x".repeat(10_000)))).isEmpty();
		assertThat(blocks(tenThousand.formatted("<".repeat(10_000)))).hasValue(Refusal.of("msg_blocks_too_long"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'text':''}", "{'text':' \\n'}", "{'blocks':[]}", "{'attachments':[]}",
			"{'attachments':[{}]}", "{'attachments':[{'color':'#ff0000','blocks':[]}]}",
			"{'text':null,'username':'x'}" })
	void messageMustShowSomething(String message) {
		assertThat(check(message)).hasValue(Refusal.of("no_text"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'text':'x'}", "{'blocks':[{'type':'divider'}]}", "{'attachments':[{'fallback':'x'}]}",
			"{'attachments':[{'title':'x','text':'y','fields':[{'title':'a','value':'b','short':true}],'ts':1}]}",
			"{'attachments':[{'color':'#ff0000','fallback':'x','blocks':[{'type':'divider'}]}]}",
			"{'attachments':[{'color':'danger','text':'x'}]}", "{'markdown_text':'# x'}",
			"{'text':'x','metadata':{'event_type':'e','event_payload':{}}}", "{'text':'x','unheard_of':1}" })
	void messageIsAccepted(String message) {
		assertThat(check(message)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "title", "text", "pretext", "footer", "ts", "fields", "mrkdwn_in", "author_name" })
	void legacyKeyBesideBlocksIsRefused(String key) {
		Refusal refusal = check("{'attachments':[{'blocks':[{'type':'divider'}],'%s':'x'}]}".formatted(key))
			.orElseThrow();
		assertThat(refusal.code()).isEqualTo("invalid_attachments");
		assertThat(refusal.violations()).containsExactly(new Violation("/attachments/0", "invalid_keys: " + key));
	}

	@Test
	void badBlockInAnAttachmentIsPointedAt() {
		String attachment = "{'color':'#ff0000','blocks':[" + section(mrkdwn(1)) + "," + section(mrkdwn(3_001)) + "]}";
		Refusal refusal = check("{'text':'x','attachments':[" + attachment + "]}").orElseThrow();
		assertThat(refusal.code()).isEqualTo("invalid_attachments");
		assertThat(refusal.violations()).extracting(Violation::pointer)
			.containsExactly("/attachments/0/blocks/1/text/text");
	}

	@Test
	void attachmentHasATextBudgetToo() {
		String attachment = "{'color':'#ff0000','blocks':[" + times(5, section(mrkdwn(3_000))) + "]}";
		assertThat(check("{'text':'x','attachments':[" + attachment + "]}"))
			.hasValue(Refusal.of("attachment_payload_limit_exceeded"));
	}

	@Test
	void hundredAttachmentsPassAndOneMoreDoesNot() {
		assertThat(check("{'attachments':[" + times(100, "{'text':'x'}") + "]}")).isEmpty();
		assertThat(check("{'attachments':[" + times(101, "{'text':'x'}") + "]}"))
			.hasValue(Refusal.of("too_many_attachments"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'text':'x','attachments':'x'}                                 | invalid_attachments
			{'text':'x','attachments':['x']}                               | invalid_attachments
			{'text':'x','attachments':[{'text':'x','color':'reddish'}]}    | invalid_attachments
			{'text':7}                                                     | invalid_arguments
			{'text':'x','markdown_text':'x'}                               | markdown_text_conflict
			{'text':'x','metadata':{'event_type':'e'}}                     | invalid_metadata_format
			""")
	void messageIsRefused(String message, String code) {
		assertThat(check(message)).map(Refusal::code).hasValue(code);
	}

	private static Arguments limit(String what, int limit, IntFunction<String> block, String pointer) {
		return arguments(what, limit, block, pointer);
	}

	private static Optional<Refusal> blocks(String blocks) {
		return check(message(blocks));
	}

	private static Optional<Refusal> check(String message) {
		return MessageRules.check(parsed(message));
	}

	private static String message(String blocks) {
		return "{'text':'x','blocks':[" + blocks + "]}";
	}

	/** Takes single quotes for double ones, to be readable. */
	private static Json.Obj parsed(String message) {
		try {
			return (Json.Obj) Json.read(message.replace('\'', '"'));
		}
		catch (MalformedJsonException ex) {
			throw new IllegalArgumentException(message, ex);
		}
	}

	private static String mrkdwn(int length) {
		return "{'type':'mrkdwn','text':'" + x(length) + "'}";
	}

	private static String plain(int length) {
		return "{'type':'plain_text','text':'" + x(length) + "'}";
	}

	private static String section(String text) {
		return "{'type':'section','text':" + text + "}";
	}

	private static String fields(String fields) {
		return "{'type':'section','fields':[" + fields + "]}";
	}

	private static String context(String elements) {
		return "{'type':'context','elements':[" + elements + "]}";
	}

	private static String actions(String elements) {
		return "{'type':'actions','elements':[" + elements + "]}";
	}

	private static String button(String members) {
		return "{'type':'button'," + members + "}";
	}

	private static String option() {
		return "{'text':" + plain(1) + ",'value':'v'}";
	}

	private static String image(String url, String alt) {
		return "{'type':'image','image_url':'" + url + "','alt_text':'" + alt + "'}";
	}

	private static String table(String rows) {
		return "{'type':'table','rows':[" + rows + "]}";
	}

	private static String cell() {
		return "{'type':'raw_text','text':'x'}";
	}

	private static String times(int n, String item) {
		List<String> items = Collections.nCopies(n, item);
		return String.join(",", items);
	}

	private static String x(int length) {
		return "x".repeat(length);
	}

}
