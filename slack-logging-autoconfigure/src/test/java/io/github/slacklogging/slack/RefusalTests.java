package io.github.slacklogging.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.transport.HttpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every code that Slack documents for what we ask of it, at every method. */
class RefusalTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	/** Classes of the shared lists, with what they mean for a message and a feature. */
	private static final Map<String, List<String>> SHARED = Map.of("DEAD_TOKEN",
			codes("not_authed invalid_auth account_inactive token_revoked token_expired"), "CREDENTIAL",
			codes("missing_scope not_allowed_token_type no_permission two_factor_setup_required access_denied "
					+ "accesslimited app_access_restricted enterprise_is_restricted team_access_not_granted "
					+ "method_deprecated deprecated_endpoint unknown_method"),
			"DEAD_CHANNEL", codes("channel_not_found is_archived message_limit_exceeded"), "DESTINATION",
			codes("not_in_channel is_inactive restricted_action restricted_action_read_only_channel "
					+ "restricted_action_thread_only_channel restricted_action_non_threadable_channel "
					+ "restricted_action_thread_locked posting_to_channel_denied messages_tab_disabled "
					+ "ekm_access_denied team_not_found cannot_reply_to_message"),
			"PAYLOAD",
			codes("invalid_blocks invalid_blocks_format invalid_attachments invalid_arguments invalid_arg_name "
					+ "invalid_array_arg invalid_json json_not_object invalid_form_data invalid_post_type "
					+ "missing_post_type invalid_charset no_text too_many_attachments markdown_text_conflict "
					+ "invalid_metadata_format invalid_metadata_schema as_user_not_supported"),
			"LONG",
			codes("msg_too_long msg_blocks_too_long attachment_payload_limit_exceeded metadata_too_large "
					+ "snippet_too_large too_long"),
			"RETRY",
			codes("service_unavailable request_timeout update_failed external_channel_migrating team_added_to_org "
					+ "org_login_required"),
			"THROTTLED", codes("ratelimited rate_limited"), "UNCLEAR", codes("internal_error fatal_error"), "UNKNOWN",
			codes("file_uploads_disabled file_uploads_except_images_disabled file_type_not_allowed "
					+ "file_upload_size_restricted storage_limit_reached file_not_found too_many_emoji "
					+ "too_many_reactions message_not_found cant_update_message edit_window_closed block_mismatch "
					+ "thread_not_found duplicate_message_not_found brand_new_error"));

	private static final Map<String, String> MESSAGE = Map.of("DEAD_TOKEN", "CREDENTIAL", "CREDENTIAL", "CREDENTIAL",
			"DEAD_CHANNEL", "DESTINATION", "DESTINATION", "DESTINATION", "PAYLOAD", "PAYLOAD", "LONG", "PAYLOAD",
			"RETRY", "UNAVAILABLE", "THROTTLED", "THROTTLED", "UNCLEAR", "UNCLEAR", "UNKNOWN", "PAYLOAD");

	private static final Map<String, String> FEATURE = Map.of("DEAD_TOKEN", "CREDENTIAL", "CREDENTIAL", "FEATURE",
			"DEAD_CHANNEL", "DESTINATION", "DESTINATION", "FEATURE", "PAYLOAD", "FEATURE", "LONG", "FEATURE", "RETRY",
			"UNAVAILABLE", "THROTTLED", "THROTTLED", "UNCLEAR", "UNCLEAR", "UNKNOWN", "FEATURE");

	private static final List<String> NO_MESSAGE = codes(
			"message_not_found cant_update_message edit_window_closed is_inactive block_mismatch");

	private static final List<String> NO_THREAD = codes("cannot_reply_to_message message_not_found thread_not_found "
			+ "restricted_action_thread_locked restricted_action_non_threadable_channel");

	@ParameterizedTest
	@EnumSource(names = { "WEBHOOK", "UPLOAD" }, mode = EnumSource.Mode.EXCLUDE)
	void everyCodeHasItsMeaningAtEveryMethod(SlackMethod method) {
		Map<String, String> expected = expected(method);
		assertThat(expected).hasSize(81);
		expected.forEach((code, meaning) -> assertThat(refused(method, code, false)).as(code)
			.isEqualTo(result(meaning, method, code)));
	}

	@ParameterizedTest
	@CsvSource({ "ADD_REACTION, already_reacted", "REMOVE_REACTION, no_reaction" })
	void whatIsSoAlreadyIsDone(SlackMethod method, String code) {
		assertThat(refused(method, code, true)).isEqualTo(new SendResult.Accepted("200"));
		assertThat(refused(SlackMethod.PERMALINK, code, true)).isInstanceOf(SendResult.FeatureRefused.class);
	}

	@ParameterizedTest
	@CsvSource({ "POST, DESTINATION", "REPLY, GONE", "EDIT, GONE", "SHARE, FEATURE" })
	void unknownCodeForPlainTextIsTheFaultOfThePlace(SlackMethod method, String meaning) {
		assertThat(refused(method, "brand_new_error", true)).isEqualTo(result(meaning, method, "brand_new_error"));
	}

	@Test
	void plainTextThatIsTooLongStaysTooLong() {
		assertThat(refused(SlackMethod.EDIT, "msg_too_long", true))
			.isEqualTo(new SendResult.PayloadRefused("200", "msg_too_long"));
	}

	@ParameterizedTest
	@CsvSource({ "400, PAYLOAD, FEATURE", "401, CREDENTIAL, FEATURE", "404, CREDENTIAL, FEATURE",
			"500, UNCLEAR, UNCLEAR", "503, UNCLEAR, UNCLEAR" })
	void statusSpeaksWhereThereIsNoCode(int status, String ofMessage, String ofFeature) {
		String code = "http_" + status;
		assertThat(read(SlackMethod.POST, status, "<html>")).isEqualTo(result(ofMessage, status, "", code));
		assertThat(read(SlackMethod.ADD_REACTION, status, "<html>"))
			.isEqualTo(result(ofFeature, status, "reactions.add", code));
	}

	@Test
	void redirectOfAFeatureStopsNoMessage() {
		assertThat(read(SlackMethod.IDENTITY, 302, ""))
			.isEqualTo(new SendResult.FeatureRefused("302", "auth.test", "redirect"));
		assertThat(read(SlackMethod.EDIT, 302, "")).isEqualTo(new SendResult.CredentialRefused("302", "redirect"));
	}

	@ParameterizedTest
	@CsvSource({ "200, OK - 12, ACCEPTED", "200, '', ACCEPTED", "200, <html>, ACCEPTED", "404, not found, FEATURE",
			"302, '', FEATURE", "429, '', THROTTLED", "500, '', UNCLEAR", "204, '', UNCLEAR" })
	void whoTakesBytesSpeaksByItsStatusAlone(int status, String body, String meaning) {
		String code = (status == 302) ? "redirect" : "http_" + status;
		assertThat(read(SlackMethod.UPLOAD, status, body))
			.isEqualTo(result(meaning, status, "files.getUploadURLExternal", code));
	}

	private static Map<String, String> expected(SlackMethod method) {
		boolean message = List.of(SlackMethod.POST, SlackMethod.REPLY, SlackMethod.EDIT).contains(method);
		Map<String, String> expected = new HashMap<>();
		SHARED.forEach((group, codes) -> codes
			.forEach((code) -> expected.put(code, (message ? MESSAGE : FEATURE).getOrDefault(group, "none"))));
		if (method == SlackMethod.EDIT) {
			NO_MESSAGE.forEach((code) -> expected.put(code, "GONE"));
		}
		if (method == SlackMethod.REPLY || method == SlackMethod.SHARE) {
			NO_THREAD.forEach((code) -> expected.put(code, "GONE"));
		}
		return expected;
	}

	private static SendResult result(String meaning, SlackMethod method, String code) {
		return result(meaning, 200, method.slackName(), code);
	}

	private static SendResult result(String meaning, int status, String feature, String code) {
		String tag = Integer.toString(status);
		return switch (meaning) {
			case "ACCEPTED" -> new SendResult.Accepted(tag);
			case "CREDENTIAL" -> new SendResult.CredentialRefused(tag, code);
			case "DESTINATION" -> new SendResult.DestinationRefused(tag, code);
			case "PAYLOAD" -> new SendResult.PayloadRefused(tag, code);
			case "UNAVAILABLE" -> new SendResult.Unavailable(tag, code);
			case "THROTTLED" -> new SendResult.Throttled(tag, Duration.ofSeconds(1));
			case "UNCLEAR" -> new SendResult.Unclear(tag, code);
			case "GONE" -> new SendResult.Gone(tag, code);
			case "FEATURE" -> new SendResult.FeatureRefused(tag, feature, code);
			default -> throw new IllegalArgumentException(meaning);
		};
	}

	private static SendResult refused(SlackMethod method, String code, boolean reduced) {
		HttpOutcome.Answered answer = answer(200, "{\"ok\":false,\"error\":\"" + code + "\"}");
		return new Reading(answer, method, reduced, NOW).result();
	}

	private static SendResult read(SlackMethod method, int status, String body) {
		return new Reading(answer(status, body), method, false, NOW).result();
	}

	private static List<String> codes(String codes) {
		return Arrays.asList(codes.split(" ", -1));
	}

	private static HttpOutcome.Answered answer(int status, String body) {
		return new HttpOutcome.Answered(status, body, true, null, null);
	}

}
