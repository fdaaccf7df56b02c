package io.github.slacklogging.inbox.block;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LenientRulesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{'blocks':[{'type':'header','text':{'type':'plain_text','text':'LONG'}}]}                           | must be less than 151 characters [json-pointer:/blocks/0/text/text]
					{'blocks':[{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}]}                    | invalid additional property: emoji [json-pointer:/blocks/0/text]
					{'blocks':[{'type':'context','elements':[MANY]}]}                                                   | no more than 10 items allowed [json-pointer:/blocks/0/elements]
					{'blocks':[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'HUGE'}]}]}]} | msg_blocks_too_long [json-pointer:/blocks]
					{'markdown_text':'HUGE'}                                                                            | msg_too_long [json-pointer:/markdown_text]
					{'attachments':[{'text':'x','footer':'LONG'}]}                                                      | must be less than 301 characters [json-pointer:/attachments/0/footer]
					{'attachments':[{'blocks':[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'HUGE'}]}]}]}]} | attachment_payload_limit_exceeded [json-pointer:/attachments/0/blocks]
					""")
	void whatIsTooLongOrUnknownPassesWithAWarning(String message, String warning) {
		assertThat(judge(message, Strictness.STRICT).refusal()).isPresent();
		assertThat(judge(message, Strictness.STRICT).warnings()).isEmpty();
		Verdict verdict = judge(message, Strictness.LENIENT);
		assertThat(verdict.refusal()).isEmpty();
		assertThat(verdict.warnings()).extracting(Violation::toString).containsExactly(warning);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'blocks':[{'type':'section'}]}", "{'blocks':[{'type':'alert'}]}",
			"{'blocks':[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]}",
			"{'blocks':[{'type':'section','text':{'type':'mrkdwn','text':''}}]}",
			"{'blocks':[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]}", "{'blocks':{}}",
			"{'attachments':[{'blocks':[{'type':'divider'}],'title':'x'}]}", "{'text':''}",
			"{'text':'x','markdown_text':'x'}" })
	void whatIsWrongInItsStructureIsRefusedAllTheSame(String message) {
		assertThat(judge(message, Strictness.LENIENT).refusal()).isEqualTo(judge(message, Strictness.STRICT).refusal())
			.isPresent();
	}

	@Test
	void textTooLongForAnUpdateIsAWarningToo() throws MalformedJsonException {
		Json.Obj message = (Json.Obj) Json.read("{\"text\":\"" + "ä".repeat(2_001) + "\"}");
		assertThat(MessageRules.judgeUpdate(message, Strictness.STRICT).refusal()).map(Refusal::code)
			.hasValue("msg_too_long");
		Verdict lenient = MessageRules.judgeUpdate(message, Strictness.LENIENT);
		assertThat(lenient.refusal()).isEmpty();
		assertThat(lenient.warnings()).extracting(Violation::message).containsExactly("msg_too_long");
	}

	private static Verdict judge(String message, Strictness strictness) {
		String many = "{'type':'mrkdwn','text':'x'},".repeat(10) + "{'type':'mrkdwn','text':'x'}";
		String json = message.replace("LONG", "x".repeat(301))
			.replace("HUGE", "x".repeat(13_200))
			.replace("MANY", many);
		try {
			return MessageRules.judge((Json.Obj) Json.read(json.replace('\'', '"')), strictness);
		}
		catch (MalformedJsonException ex) {
			throw new IllegalArgumentException(message, ex);
		}
	}

}
