package io.github.slacklogging.slack;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

import org.jspecify.annotations.Nullable;

/**
 * What Slack's error codes mean for a message. The codes of webhooks and of the Web API
 * do not contradict each other, so one table serves both; {@link SlackMethod} knows where
 * a code means something else. Sources: Slack's pages on incoming webhooks and on
 * {@code chat.postMessage}, its changelog of May 2016, and answers seen in the field.
 */
enum ErrorClass {

	/** This message can never be accepted as it is. */
	PAYLOAD("""
			invalid_payload no_text missing_text_or_fallback_or_attachments
			invalid_blocks invalid_blocks_format invalid_attachments too_many_attachments
			invalid_arguments invalid_arg_name invalid_array_arg invalid_json json_not_object
			invalid_form_data invalid_post_type missing_post_type invalid_charset
			markdown_text_conflict invalid_metadata_format invalid_metadata_schema
			as_user_not_supported
			msg_too_long msg_blocks_too_long attachment_payload_limit_exceeded
			metadata_too_large snippet_too_large too_long
			"""),

	/**
	 * The channel refuses. {@code message_limit_exceeded}, the quota of a free plan,
	 * belongs to the errors that pass, but only after so long that a stopped
	 * destination's rare probes are the right pace.
	 */
	DESTINATION("""
			user_not_found action_prohibited posting_to_general_channel_denied
			channel_not_found channel_is_archived
			not_in_channel is_archived is_inactive
			restricted_action restricted_action_read_only_channel
			restricted_action_thread_only_channel restricted_action_non_threadable_channel
			restricted_action_thread_locked posting_to_channel_denied messages_tab_disabled
			ekm_access_denied team_not_found cannot_reply_to_message
			message_limit_exceeded
			"""),

	/** The webhook, token, scope or installation is bad. */
	CREDENTIAL("""
			invalid_token no_service no_active_hooks no_team no_service_id team_disabled
			not_authed invalid_auth account_inactive token_revoked token_expired
			missing_scope not_allowed_token_type no_permission two_factor_setup_required
			access_denied accesslimited app_access_restricted enterprise_is_restricted
			team_access_not_granted method_deprecated deprecated_endpoint unknown_method
			"""),

	/** Certainly not delivered; later it may be. */
	RETRY("""
			service_unavailable request_timeout update_failed external_channel_migrating
			team_added_to_org org_login_required
			"""),

	/** Too fast. */
	THROTTLED("ratelimited rate_limited"),

	/** Slack says itself that part of it may have been done. */
	UNCLEAR("internal_error fatal_error rollup_error"),

	/** The message to change or to answer is not there any more. */
	GONE(""),

	/** It is the method that is refused, and the messages go on without it. */
	FEATURE("");

	private static final Map<String, ErrorClass> BY_CODE = byCode();

	private final String codes;

	ErrorClass(String codes) {
		this.codes = codes;
	}

	/**
	 * Looks a code up.
	 * @param code Slack's
	 * @return {@code null} for a code that is in no list
	 */
	static @Nullable ErrorClass of(String code) {
		return BY_CODE.get(code);
	}

	private static Map<String, ErrorClass> byCode() {
		Map<String, ErrorClass> byCode = new HashMap<>();
		for (ErrorClass errorClass : values()) {
			new StringTokenizer(errorClass.codes).asIterator()
				.forEachRemaining((code) -> byCode.put((String) code, errorClass));
		}
		return Map.copyOf(byCode);
	}

}
