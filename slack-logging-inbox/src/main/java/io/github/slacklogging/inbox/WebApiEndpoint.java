package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;

/**
 * The Web API: {@code /api/<method>}. Answers 200 for nearly everything; what went wrong
 * stands in the body.
 */
final class WebApiEndpoint implements SlackSide {

	static final String PATH = "/api/";

	private final Map<String, ApiMethod> methods = new HashMap<>();

	private final Channels channels;

	private final Tokens tokens;

	WebApiEndpoint(Channels channels, Tokens tokens, Map<String, ApiMethod> methods) {
		this.channels = channels;
		this.tokens = tokens;
		this.methods.putAll(methods);
	}

	@Override
	public Prepared prepare(Call call) {
		String name = call.path().substring(Math.min(PATH.length(), call.path().length()));
		ApiArguments arguments = ApiArguments.read(call);
		String channel = arguments.values().text("channel");
		String concerned = (channel != null) ? channel : arguments.values().text("channel_id");
		boolean posts = name.equals("chat.postMessage");
		return new Prepared(name, this.channels.find(concerned).orElse(null), posts,
				() -> answer(call, name, arguments), "ratelimited");
	}

	private Answer answer(Call call, String name, ApiArguments arguments) {
		ApiResult result = result(call, name, arguments);
		if (ApiArguments.isCharsetMissing(call)) {
			result.warn("missing_charset");
		}
		Answer answer = result.toAnswer();
		return this.tokens.refusal(call.header("authorization")).isPresent() ? answer
				: answer.with("X-OAuth-Scopes", this.tokens.scopes());
	}

	private ApiResult result(Call call, String name, ApiArguments arguments) {
		ApiMethod method = this.methods.get(name);
		if (method == null) {
			return ApiResult.error("unknown_method").put("req_method", name).because(name);
		}
		Optional<String> refusal = this.tokens.refusal(call.header("authorization"));
		if (refusal.isPresent()) {
			return ApiResult.error(refusal.get());
		}
		if (!this.tokens.has(method.scope())) {
			return ApiResult.error("missing_scope")
				.put("needed", method.scope())
				.put("provided", this.tokens.scopes())
				.because(method.scope());
		}
		if (!arguments.error().isEmpty()) {
			return ApiResult.error(arguments.error()).because(arguments.detail());
		}
		boolean json = call.body().length > 0 && call.mediaType().equals("application/json");
		return (json && !method.takesJson()) ? ApiResult.error("invalid_arguments").because("takes a query or a form")
				: method.call().apply(arguments.values());
	}

	static ApiResult authTest(String url) {
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
