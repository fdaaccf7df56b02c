package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.json.Json;

/** Who the bot of this Slack is: the only one who posts here. */
final class Identity {

	static final String TEAM = "T000INBOX";

	/** The bot, as an author. */
	static final String BOT = "B000INBOX";

	/** The bot, as a member of channels. */
	static final String USER = "U000INBOX";

	static final String APP = "A000INBOX";

	private static final String NAME = "inbox-bot";

	private Identity() {
	}

	/** The answer of {@code auth.test}. */
	static ApiResult tell(String url) {
		return ApiResult.ok()
			.put("url", url)
			.put("team", "Inbox")
			.put("user", NAME)
			.put("team_id", TEAM)
			.put("user_id", USER)
			.put("bot_id", BOT)
			.put("is_enterprise_install", Json.of(false));
	}

	/** Goes with messages that the bot posted under its own name. */
	static Json profile() {
		return Json.object()
			.put("id", BOT)
			.put("app_id", APP)
			.put("user_id", USER)
			.put("name", NAME)
			.put("deleted", Json.of(false))
			.put("updated", Json.of(1_700_000_000))
			.put("team_id", TEAM)
			.build();
	}

}
