package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;

/** All methods of the Web API that the inbox has, with the scopes Slack asks for. */
final class ApiMethods {

	private ApiMethods() {
	}

	static Map<String, ApiMethod> of(ChatMethods chat, MessageMethods message, UploadMethods upload,
			ChannelMethods channel, String url) {
		Map<String, ApiMethod> methods = new HashMap<>(Map.of("chat.postMessage",
				new ApiMethod("chat:write", chat::postMessage), "chat.update",
				new ApiMethod("chat:write", chat::update), "chat.delete", new ApiMethod("chat:write", message::delete),
				"chat.getPermalink", new ApiMethod("", false, message::permalink), "reactions.add",
				new ApiMethod("reactions:write", message::addReaction), "reactions.remove",
				new ApiMethod("reactions:write", message::removeReaction), "files.getUploadURLExternal",
				new ApiMethod("files:write", upload::getUploadUrl), "files.completeUploadExternal",
				new ApiMethod("files:write", upload::complete), "auth.test",
				new ApiMethod("", (arguments) -> WebApiEndpoint.authTest(url)), "api.test",
				new ApiMethod("", (arguments) -> ApiResult.ok().put("args", arguments))));
		methods.put("conversations.info", new ApiMethod("channels:read", false, channel::show));
		methods.put("users.conversations", new ApiMethod("channels:read", false, channel::joined));
		return methods;
	}

}
