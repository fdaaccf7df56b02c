package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The Web API: {@code /api/<method>}. Answers 200 for nearly everything; what went wrong
 * stands in the body. Asks what Slack asks first: is there such a method, is the token
 * good, may it, are the arguments there; then the method itself.
 */
final class WebApiEndpoint implements SlackSide {

	static final String PATH = "/api/";

	/** Arguments that are not text. */
	private static final Set<String> STRUCTURED = Set.of("files", "length", "view");

	private final Channels channels;

	private final Tokens tokens;

	private final Judge judge;

	private final ApiMethods methods;

	WebApiEndpoint(Channels channels, Tokens tokens, Judge judge, ApiMethods methods) {
		this.channels = channels;
		this.tokens = tokens;
		this.judge = judge;
		this.methods = methods;
	}

	@Override
	public Prepared prepare(Call call) {
		String name = call.path().substring(Math.min(PATH.length(), call.path().length()));
		MethodSheet sheet = MethodSheet.all().get(name);
		boolean takesJson = sheet == null || sheet.takesJson() || this.judge.isLenient();
		ApiArguments arguments = ApiArguments.read(call, takesJson);
		String channel = arguments.values().text("channel");
		String concerned = (channel != null) ? channel : arguments.values().text("channel_id");
		boolean posts = name.equals("chat.postMessage");
		return new Prepared(name, this.channels.meant(concerned).orElse(null), posts,
				() -> answer(call, name, sheet, arguments), "ratelimited");
	}

	private Answer answer(Call call, String name, @Nullable MethodSheet sheet, ApiArguments arguments) {
		String token = token(call, arguments);
		Set<String> scopes = this.tokens.scopesOf(token);
		if (sheet == null) {
			return ApiResult.error("unknown_method")
				.put("req_method", name)
				.because("the inbox has no method " + name)
				.toAnswer();
		}
		ApiResult result = refusal(sheet, token, scopes, arguments)
			.orElseGet(() -> this.methods.carryOut(name, new ApiCall(arguments.values(), scopes)));
		arguments.warnings().forEach(result::warn);
		Answer answer = result.toAnswer();
		if (this.tokens.refusal(token).isPresent()) {
			return answer;
		}
		Answer told = answer.with("X-OAuth-Scopes", Tokens.listed(scopes));
		return sheet.scopes().isEmpty() ? told : told.with("X-Accepted-OAuth-Scopes", sheet.needed());
	}

	private Optional<ApiResult> refusal(MethodSheet sheet, @Nullable String token, Set<String> scopes,
			ApiArguments arguments) {
		Optional<String> error = sheet.needsToken() ? this.tokens.refusal(token) : Optional.empty();
		if (error.isPresent()) {
			return error.map(ApiResult::error);
		}
		if (!sheet.isAllowedTo(scopes)) {
			return Optional.of(ApiResult.missingScope(sheet.needed(), scopes));
		}
		if (!arguments.error().isEmpty()) {
			return Optional.of(ApiResult.error(arguments.error()).because(arguments.detail()));
		}
		List<String> missing = missing(sheet, arguments.values());
		return missing.isEmpty() ? Optional.empty()
				: Optional.of(ApiResult.invalidArguments(missing, arguments.detail()));
	}

	/** An argument that is not there is told by its name; one that is empty is not. */
	private static List<String> missing(MethodSheet sheet, Json.Obj values) {
		List<String> missing = new ArrayList<>();
		for (String key : sheet.required()) {
			Json value = values.get(key);
			if (value == null) {
				missing.add("missing required field: " + key);
			}
			else if (!(value instanceof Json.Text) && !STRUCTURED.contains(key)) {
				missing.add("must provide a string [json-pointer:/" + key + "]");
			}
		}
		return missing;
	}

	/** From the header, else from a form; never from the query or from JSON. */
	private static @Nullable String token(Call call, ApiArguments arguments) {
		String header = call.header("authorization");
		if (header == null) {
			return arguments.formToken();
		}
		return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
	}

}
