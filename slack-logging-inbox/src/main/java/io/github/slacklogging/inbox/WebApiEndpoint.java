package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;

/**
 * The Web API: {@code /api/<method>}. Answers 200 for nearly everything; what went wrong
 * stands in the body.
 */
final class WebApiEndpoint implements SlackSide {

	static final String PATH = "/api/";

	/** Not shaped like a real token, so that no secret scanner stumbles over it. */
	static final String TOKEN = "xoxb-inbox_test_token";

	private final Map<String, ApiMethod> methods = new HashMap<>();

	private final ChatMethods chat;

	WebApiEndpoint(ChatMethods chat, UploadMethods upload, String url) {
		this.chat = chat;
		this.methods.put("chat.postMessage", chat::postMessage);
		this.methods.put("chat.update", chat::update);
		this.methods.put("files.getUploadURLExternal", upload::getUploadUrl);
		this.methods.put("files.completeUploadExternal", upload::complete);
		this.methods.put("auth.test", (arguments) -> authTest(url));
		this.methods.put("api.test", (arguments) -> ApiResult.ok().put("args", arguments));
	}

	@Override
	public Prepared prepare(Call call) {
		String name = call.path().substring(Math.min(PATH.length(), call.path().length()));
		ApiArguments arguments = ApiArguments.read(call);
		String channel = name.equals("chat.postMessage") ? this.chat.channelOf(arguments.values()).orElse(null) : null;
		return new Prepared(channel, () -> answer(call, name, arguments), "ratelimited");
	}

	private Answer answer(Call call, String name, ApiArguments arguments) {
		ApiResult result = result(call, name, arguments);
		if (ApiArguments.isCharsetMissing(call)) {
			result.warn("missing_charset");
		}
		return result.toAnswer();
	}

	private ApiResult result(Call call, String name, ApiArguments arguments) {
		ApiMethod method = this.methods.get(name);
		if (method == null) {
			return ApiResult.error("unknown_method").put("req_method", name).because(name);
		}
		String authorization = call.header("authorization");
		if (authorization == null) {
			return ApiResult.error("not_authed");
		}
		if (!authorization.equals("Bearer " + TOKEN)) {
			return ApiResult.error("invalid_auth");
		}
		return arguments.error().isEmpty() ? method.call(arguments.values())
				: ApiResult.error(arguments.error()).because(arguments.detail());
	}

	private static ApiResult authTest(String url) {
		return ApiResult.ok()
			.put("url", url)
			.put("team", "Inbox")
			.put("user", "inbox-bot")
			.put("team_id", WebhookEndpoint.TEAM)
			.put("user_id", "U000INBOX")
			.put("bot_id", WebhookEndpoint.SERVICE)
			.put("is_enterprise_install", Json.of(false));
	}

}
