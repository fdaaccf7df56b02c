package io.github.slacklogging.inbox;

import java.util.Map;

/**
 * What incoming webhooks say when they refuse: a status and a bare code. (Slack documents
 * the codes on its page on incoming webhooks, the statuses in its changelog of May 2016.)
 */
final class WebhookErrors {

	private static final Map<String, Integer> STATUSES = Map.ofEntries(Map.entry("action_prohibited", 403),
			Map.entry("posting_to_general_channel_denied", 403), Map.entry("invalid_token", 403),
			Map.entry("team_disabled", 403), Map.entry("channel_not_found", 404), Map.entry("no_service", 404),
			Map.entry("no_service_id", 404), Map.entry("no_active_hooks", 404), Map.entry("no_team", 404),
			Map.entry("channel_is_archived", 410), Map.entry("rollup_error", 500));

	/** What the Web API has another word for. */
	private static final Map<String, String> CODES = Map.of("is_archived", "channel_is_archived", "token_revoked",
			"invalid_token", "token_expired", "invalid_token", "invalid_auth", "invalid_token", "not_in_channel",
			"channel_not_found", "restricted_action", "action_prohibited", "invalid_blocks_format", "invalid_blocks",
			"msg_blocks_too_long", "invalid_blocks", "attachment_payload_limit_exceeded", "invalid_attachments");

	private WebhookErrors() {
	}

	/**
	 * The answer of a webhook.
	 * @param code its own, or that of the Web API
	 * @return the answer; 400 for codes of which nothing else is known
	 */
	static Answer of(String code) {
		String own = CODES.getOrDefault(code, code);
		return Answer.text(STATUSES.getOrDefault(own, 400), own);
	}

}
