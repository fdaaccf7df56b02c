package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.inbox.json.Json;

/** Messages and refused requests as the page reads them. */
final class PageJson {

	private PageJson() {
	}

	static Json of(List<InboxMessage> messages, List<InboxRequest> requests) {
		List<Json> refused = new ArrayList<>();
		requests.stream().filter((request) -> !request.isAccepted()).forEach((request) -> refused.add(of(request)));
		return Json.object()
			.put("messages", Json.array(messages.stream().map(PageJson::withEarlier).toList()))
			.put("refused", Json.array(refused))
			.build();
	}

	static Json.Obj of(InboxRequest request) {
		return Json.object()
			.put("receivedAt", request.receivedAt().toString())
			.put("method", request.method())
			.put("path", request.path())
			.put("channel", request.channel())
			.put("status", Json.of(request.status()))
			.put("refusal", request.refusal())
			.put("body", request.body())
			.build();
	}

	/** Without what it was earlier: a page that follows has seen it. */
	static Json.Obj of(InboxMessage message) {
		return members(message).build();
	}

	private static Json.Obj withEarlier(InboxMessage message) {
		return members(message).put("earlier", Json.array(message.earlier().stream().map(PageJson::version).toList()))
			.build();
	}

	private static Json version(InboxMessage.Version version) {
		Json.Members json = Json.object()
			.put("receivedAt", version.receivedAt().toString())
			.put("text", version.text());
		json.putIfPresent("blocks", MessageEdit.parsed(version.blocksJson()));
		return json.putIfPresent("attachments", MessageEdit.parsed(version.attachmentsJson())).build();
	}

	private static Json.Members members(InboxMessage message) {
		Json.Members json = Json.object()
			.put("ts", message.ts())
			.put("receivedAt", message.receivedAt().toString())
			.put("source", message.source().name())
			.put("channel", message.channel())
			.put("text", message.text());
		json.putIfPresent("blocks", MessageEdit.parsed(message.blocksJson()));
		json.putIfPresent("attachments", MessageEdit.parsed(message.attachmentsJson()));
		json.put("threadTs", message.threadTs())
			.put("broadcast", Json.of(message.isBroadcast()))
			.put("username", message.username())
			.put("iconEmoji", message.iconEmoji())
			.put("edits", Json.of(message.edits()))
			.put("edited", Json.of(message.isEdited()))
			.putTexts("reactions", message.reactions());
		json.put("files", Json.array(message.files().stream().map(PageJson::file).toList()));
		return json.putIfPresent("payload", MessageEdit.parsed(message.json()));
	}

	private static Json file(InboxFile file) {
		return Json.object()
			.put("name", file.name())
			.put("title", file.title())
			.put("size", Json.of(file.size()))
			.put("text", file.text())
			.build();
	}

}
