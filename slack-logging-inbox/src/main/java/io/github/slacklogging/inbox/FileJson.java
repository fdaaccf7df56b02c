package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.json.Json;

/** A file as the Web API tells it, with addresses of the inbox's page. */
final class FileJson {

	private final String url;

	FileJson(String url) {
		this.url = url;
	}

	Json of(InboxFile file) {
		String address = this.url + "files/" + file.id();
		boolean isText = file.mimetype().startsWith("text/");
		return Json.object()
			.put("id", file.id())
			.put("name", file.name())
			.put("title", file.title())
			.put("mimetype", file.mimetype())
			.put("filetype", isText ? "text" : file.mimetype().substring(file.mimetype().indexOf('/') + 1))
			.put("user", Identity.USER)
			.put("user_team", Identity.TEAM)
			.put("size", Json.of(file.size()))
			.put("mode", isText ? "snippet" : "hosted")
			.put("editable", Json.of(isText))
			.put("is_external", Json.of(false))
			.put("external_type", "")
			.put("is_public", Json.of(true))
			.put("public_url_shared", Json.of(false))
			.put("display_as_bot", Json.of(false))
			.put("username", "")
			.put("url_private", address)
			.put("url_private_download", address)
			.put("permalink", address)
			.build();
	}

}
