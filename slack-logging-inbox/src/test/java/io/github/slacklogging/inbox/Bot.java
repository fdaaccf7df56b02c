package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.slacklogging.inbox.json.Json;

/** An application that talks to the inbox's Web API, for tests. */
final class Bot {

	private final SlackInbox inbox;

	private final HttpProbe probe = new HttpProbe();

	Bot(SlackInbox inbox) {
		this.inbox = inbox;
	}

	/** Posts to a channel; gives the message. */
	Posted post(String channel, String members) throws Exception {
		Json answer = call("chat.postMessage", "{\"channel\":\"" + channel + "\"," + members + "}");
		return new Posted(String.valueOf(answer.text("channel")), String.valueOf(answer.text("ts")), answer);
	}

	Posted reply(Posted parent, String members) throws Exception {
		return post(parent.channel(), members + ",\"thread_ts\":\"" + parent.ts() + "\"");
	}

	Json update(Posted message, String members) throws Exception {
		return call("chat.update",
				"{\"channel\":\"" + message.channel() + "\",\"ts\":\"" + message.ts() + "\"," + members + "}");
	}

	Json react(String method, Posted message, String emoji) throws Exception {
		return call(method, "{\"channel\":\"" + message.channel() + "\",\"timestamp\":\"" + message.ts()
				+ "\",\"name\":\"" + emoji + "\"}");
	}

	/** The first two steps of an upload; gives the file's id. */
	String upload(String name, String content) throws Exception {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		Json ticket = form("files.getUploadURLExternal", Map.of("filename", name, "length", "" + bytes.length));
		this.probe.post(URI.create(String.valueOf(ticket.text("upload_url"))), "application/octet-stream",
				HttpRequest.BodyPublishers.ofByteArray(bytes));
		return Objects.requireNonNull(ticket.text("file_id"));
	}

	Json share(String fileId, String members) throws Exception {
		return call("files.completeUploadExternal", "{\"files\":[{\"id\":\"" + fileId + "\"}]" + members + "}");
	}

	Json call(String method, String json) throws Exception {
		return Json.read(this.probe.api(this.inbox, method, json).body());
	}

	Json form(String method, Map<String, String> arguments) throws Exception {
		String body = arguments.entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return Json.read(
				this.probe
					.post(this.inbox.apiUrl().resolve(method), "application/x-www-form-urlencoded", body,
							"Authorization", "Bearer " + this.inbox.botToken())
					.body());
	}

	/**
	 * A message as Slack answered it.
	 *
	 * @param channel its id
	 * @param ts its id there
	 * @param answer the whole answer
	 */
	record Posted(String channel, String ts, Json answer) {

		String error() {
			return String.valueOf(this.answer.text("error"));
		}

	}

}
