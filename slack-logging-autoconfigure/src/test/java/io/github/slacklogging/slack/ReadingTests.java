package io.github.slacklogging.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTests {

	private static final int MAX_BYTES = 64 * 1024;

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	@ParameterizedTest
	@ValueSource(strings = { "ok", "ok\n", "{\"ok\":true}", " {\"extra\":{\"ok\":false},\"ok\":true,\"ts\":1}" })
	void webhookAcceptsOkAsTextAndAsJson(String body) {
		assertThat(webhook(200, body)).isEqualTo(new SendResult.Accepted("200"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "OK, thanks", "okay", "<html>ok</html>", "\"ok\"", "[\"ok\"]", "{\"success\":true}",
			"{\"ok\"", "true" })
	void anyOther200OfAWebhookIsUnclear(String body) {
		assertThat(webhook(200, body)).isEqualTo(new SendResult.Unclear("200", "unexpected_answer"));
	}

	// slack-contract.md 1.3, row by row
	@ParameterizedTest
	@CsvSource({ "400, invalid_payload, PAYLOAD", "400, no_text, PAYLOAD",
			"400, missing_text_or_fallback_or_attachments, PAYLOAD", "400, invalid_blocks, PAYLOAD",
			"400, invalid_attachments, PAYLOAD", "400, invalid_blocks_format, PAYLOAD",
			"400, too_many_attachments, PAYLOAD", "400, user_not_found, DEST", "403, action_prohibited, DEST",
			"403, posting_to_general_channel_denied, DEST", "403, invalid_token, CRED", "400, invalid_token, CRED",
			"404, channel_not_found, DEST", "404, no_service, CRED", "404, no_active_hooks, CRED", "404, no_team, CRED",
			"404, no_service_id, CRED", "403, team_disabled, CRED", "410, channel_is_archived, DEST",
			"500, rollup_error, UNCLEAR", "503, upstream_down, UNCLEAR", "400, something_new, PAYLOAD",
			"403, something_new, CRED", "404, something_new, CRED", "418, something_new, CRED" })
	void webhookErrorsFallIntoTheirClass(int status, String code, String expected) {
		assertThat(webhook(status, code)).isEqualTo(result(expected, status, code));
		assertThat(webhook(status, "{\"ok\":false,\"error\":\"" + code + "\"}"))
			.isEqualTo(result(expected, status, code));
	}

	@ParameterizedTest
	@CsvSource({
			"CRED, not_authed invalid_auth account_inactive token_revoked token_expired missing_scope "
					+ "not_allowed_token_type no_permission two_factor_setup_required access_denied accesslimited "
					+ "app_access_restricted enterprise_is_restricted team_access_not_granted method_deprecated "
					+ "deprecated_endpoint unknown_method",
			"DEST, channel_not_found not_in_channel is_archived is_inactive restricted_action "
					+ "restricted_action_read_only_channel restricted_action_thread_only_channel "
					+ "restricted_action_non_threadable_channel restricted_action_thread_locked "
					+ "posting_to_channel_denied messages_tab_disabled ekm_access_denied team_not_found "
					+ "cannot_reply_to_message message_limit_exceeded",
			"PAYLOAD, invalid_blocks invalid_blocks_format invalid_attachments invalid_arguments invalid_arg_name "
					+ "invalid_array_arg invalid_json json_not_object invalid_form_data invalid_post_type "
					+ "missing_post_type invalid_charset no_text too_many_attachments markdown_text_conflict "
					+ "invalid_metadata_format invalid_metadata_schema as_user_not_supported msg_too_long "
					+ "msg_blocks_too_long attachment_payload_limit_exceeded metadata_too_large "
					+ "snippet_too_large too_long",
			"RETRY, service_unavailable request_timeout update_failed external_channel_migrating "
					+ "team_added_to_org org_login_required",
			"UNCLEAR, internal_error fatal_error" })
	void webApiErrorsFallIntoTheirClass(String expected, String codes) {
		for (String code : List.of(codes.split(" ", -1))) {
			assertThat(webApi(200, "{\"ok\":false,\"error\":\"" + code + "\"}")).as(code)
				.isEqualTo(result(expected, 200, code));
		}
	}

	@Test
	void webApiAcceptsOnlyJson() {
		assertThat(webApi(200, "{\"ok\":true,\"ts\":\"1.2\",\"warning\":\"message_truncated\"}"))
			.isEqualTo(new SendResult.Accepted("200"));
		assertThat(webApi(200, "ok")).isEqualTo(new SendResult.Unclear("200", "unexpected_answer"));
		assertThat(webApi(502, "<html>Bad gateway</html>")).isEqualTo(new SendResult.Unclear("502", "http_502"));
	}

	@Test
	void messageOfABotIsKnownByItsChannelAndTime() {
		String ref = "\"channel\":\"C0ALERTS\",\"ts\":\"1700000000.000100\"";
		assertThat(webApi(200, "{\"ok\":true," + ref + ",\"message\":{\"ts\":\"1.1\"}}"))
			.isEqualTo(new SendResult.Accepted("200", new MessageRef("C0ALERTS", "1700000000.000100"), null));
		assertThat(webhook(200, "{\"ok\":true," + ref + "}")).isEqualTo(new SendResult.Accepted("200"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ok\":true,\"channel\":\"C1\"}", "{\"ok\":true,\"ts\":\"1.2\"}",
			"{\"ok\":true,\"channel\":null,\"ts\":\"1.2\"}", "{\"ok\":true,\"channel\":\"<!here>\",\"ts\":\"1.2\"}",
			"{\"ok\":true,\"channel\":{\"id\":\"C1\"},\"ts\":\"1.2\"}" })
	void messageThatIsNotNamedInFullIsNotKnown(String body) {
		assertThat(webApi(200, body)).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void permalinkIsALinkOrWorthNothing() {
		String link = "https://acme.slack.com/archives/C1/p1700000000000100?thread_ts=1.2";
		assertThat(permalink("{\"ok\":true,\"channel\":\"C1\",\"permalink\":\"" + link + "\"}"))
			.isEqualTo(new SendResult.Accepted("200", null, link));
		SendResult none = new SendResult.FeatureRefused("200", "chat.getPermalink", "unexpected_answer");
		assertThat(permalink("{\"ok\":true}")).isEqualTo(none);
		assertThat(permalink("{\"ok\":true,\"permalink\":\"https://a|<!channel>\"}")).isEqualTo(none);
		assertThat(permalink("{\"ok\":true,\"permalink\":\"javascript:alert(1)\"}")).isEqualTo(none);
	}

	@Test
	void answerCutBehindTheVerdictIsEnough() {
		String cut = "{\"ok\":true,\"message\":{\"text\":\"" + "x".repeat(MAX_BYTES);
		assertThat(webApi(200, cut.substring(0, MAX_BYTES))).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void unknownWebApiErrorIsThePayloadsFaultUntilPlainTextIsRefusedToo() {
		String body = "{\"ok\":false,\"error\":\"brand_new_error\"}";
		assertThat(webApi(200, body)).isEqualTo(new SendResult.PayloadRefused("200", "brand_new_error"));
		assertThat(new Reading(answer(200, body), SlackMethod.POST, true, NOW).result())
			.isEqualTo(new SendResult.DestinationRefused("200", "brand_new_error"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 304, 307, 308 })
	void redirectStops(int status) {
		SendResult expected = new SendResult.CredentialRefused(Integer.toString(status), "redirect");
		assertThat(webhook(status, "Moved")).isEqualTo(expected);
		assertThat(webApi(status, "")).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			429 | {"retry_after":7,"ok":false,"error":"rate_limited"} | 7
			429 | Too Many Requests                                   | 1
			429 | ''                                                  | 1
			429 | {"retry_after":"9"}                                 | 9
			429 | {"retry_after":-3}                                  | 1
			429 | {"retry_after":{"a":1}}                             | 1
			200 | {"ok":false,"error":"ratelimited","retry_after":4}  | 4
			200 | {"ok":false,"error":"rate_limited"}                 | 1
			""")
	void tooFastIsNoError(int status, String body, int seconds) {
		SendResult expected = new SendResult.Throttled(Integer.toString(status), Duration.ofSeconds(seconds));
		assertThat(webhook(status, body)).isEqualTo(expected);
		assertThat(webApi(status, body)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.slack.com/services/T000/B000/XXX_test", "<html>Forbidden</html>",
			"Forbidden", "a b", "xoxb-test", "{\"error\":\"No Such Thing\"}" })
	void onlyCodesAreQuoted(String body) {
		assertThat(webhook(403, body)).isEqualTo(new SendResult.CredentialRefused("403", "http_403"));
	}

	@Test
	void oddStatusIsUnclear() {
		assertThat(webhook(204, "")).isEqualTo(new SendResult.Unclear("204", "http_204"));
		assertThat(webhook(999, "ok")).isInstanceOf(SendResult.Unclear.class);
	}

	private static SendResult permalink(String body) {
		return new Reading(answer(200, body), SlackMethod.PERMALINK, true, NOW).result();
	}

	private static SendResult result(String expected, int status, String code) {
		String tag = Integer.toString(status);
		return switch (expected) {
			case "PAYLOAD" -> new SendResult.PayloadRefused(tag, code);
			case "DEST" -> new SendResult.DestinationRefused(tag, code);
			case "CRED" -> new SendResult.CredentialRefused(tag, code);
			case "RETRY" -> new SendResult.Unavailable(tag, code);
			default -> new SendResult.Unclear(tag, code);
		};
	}

	private static SendResult webhook(int status, String body) {
		return new Reading(answer(status, body), SlackMethod.WEBHOOK, false, NOW).result();
	}

	private static SendResult webApi(int status, String body) {
		return new Reading(answer(status, body), SlackMethod.POST, false, NOW).result();
	}

	private static HttpOutcome.Answered answer(int status, String body) {
		return new HttpOutcome.Answered(status, body, true, null, null);
	}

}
