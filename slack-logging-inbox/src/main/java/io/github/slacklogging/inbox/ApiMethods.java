package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.slacklogging.inbox.json.Json;

/** Who carries out which method of the Web API. Immutable. */
final class ApiMethods {

	private final Map<String, Function<ApiCall, ApiResult>> methods = new HashMap<>();

	ApiMethods(String url, ChatMethods chat, MessageMethods message, ReactionMethods reaction, PinMethods pin,
			ChannelMethods channel, HistoryMethods history, UploadMethods file) {
		this.methods.put("api.test", ApiMethods::echo);
		this.methods.put("auth.test", (call) -> Identity.tell(url));
		this.methods.put("chat.postMessage", chat::postMessage);
		this.methods.put("chat.update", chat::update);
		this.methods.put("chat.delete", message::delete);
		this.methods.put("chat.getPermalink", message::permalink);
		this.methods.put("conversations.info", channel::show);
		this.methods.put("conversations.list", channel::list);
		this.methods.put("conversations.join", channel::join);
		this.methods.put("users.conversations", channel::joined);
		this.methods.put("conversations.history", history::history);
		this.methods.put("conversations.replies", history::replies);
		this.methods.put("reactions.add", reaction::add);
		this.methods.put("reactions.remove", reaction::remove);
		this.methods.put("reactions.get", reaction::get);
		this.methods.put("reactions.list", reaction::list);
		this.methods.put("pins.add", pin::add);
		this.methods.put("pins.remove", pin::remove);
		this.methods.put("pins.list", pin::list);
		this.methods.put("files.getUploadURLExternal", file::getUploadUrl);
		this.methods.put("files.completeUploadExternal", file::complete);
		this.methods.put("files.info", file::show);
		RefusedMethods.putInto(this.methods);
	}

	ApiResult carryOut(String name, ApiCall call) {
		Function<ApiCall, ApiResult> method = this.methods.get(name);
		if (method == null) {
			throw new IllegalStateException("Nobody carries out " + name);
		}
		return method.apply(call);
	}

	private static ApiResult echo(ApiCall call) {
		String error = call.find("error");
		ApiResult result = (error != null) ? ApiResult.error(error).because("asked for") : ApiResult.ok();
		return call.arguments().members().isEmpty() ? result : result.put("args", call.arguments());
	}

}
