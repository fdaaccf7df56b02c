package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The three steps of an upload: ask for a URL, send the bytes there, share the file.
 * Files that are never shared are forgotten, the oldest first. Thread-safe.
 */
final class UploadMethods implements SlackSide {

	static final String PATH = "/upload/";

	static final int MAX_FILE = 8 * 1024 * 1024;

	private static final int MAX_SNIPPET = 1024 * 1024;

	private static final int MAX_UNSHARED = 20;

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	private final String uploadUrl;

	private final Map<String, InboxFile> unshared = new LinkedHashMap<>();

	private int lastNumber;

	UploadMethods(Channels channels, MessageStore store, Posting posting, String url) {
		this.channels = channels;
		this.store = store;
		this.posting = posting;
		this.uploadUrl = url + PATH.substring(1);
	}

	synchronized ApiResult getUploadUrl(Json.Obj arguments) {
		String name = Objects.requireNonNullElse(arguments.text("filename"), "");
		long length = length(arguments);
		if (name.isEmpty() || length < 1) {
			return ApiResult.error("missing_argument").because("filename and length");
		}
		if (arguments.get("snippet_type") != null && length > MAX_SNIPPET) {
			return ApiResult.error("snippet_too_large");
		}
		if (length > MAX_FILE) {
			return ApiResult.error("file_upload_size_restricted").because("the inbox takes " + MAX_FILE + " bytes");
		}
		this.lastNumber++;
		String id = "F000INBOX" + this.lastNumber;
		this.unshared.put(id, new InboxFile(id, name, name, -1, ""));
		if (this.unshared.size() > MAX_UNSHARED) {
			this.unshared.remove(this.unshared.keySet().iterator().next());
		}
		return ApiResult.ok().put("upload_url", this.uploadUrl + id).put("file_id", id);
	}

	@Override
	public Prepared prepare(Call call) {
		String id = call.path().substring(Math.min(PATH.length(), call.path().length()));
		return new Prepared(null, () -> receive(call, id), "rate_limited");
	}

	ApiResult complete(Json.Obj arguments) {
		List<InboxFile> files = new ArrayList<>();
		Json wanted = arguments.get("files");
		for (Json each : (wanted != null) ? wanted.items() : List.<Json>of()) {
			Optional<InboxFile> file = uploaded(String.valueOf(each.text("id")), each.text("title"));
			if (file.isEmpty()) {
				return ApiResult.error("file_not_found");
			}
			files.add(file.get());
		}
		if (files.isEmpty()) {
			return ApiResult.error("invalid_arguments").because("no files");
		}
		return share(arguments, files);
	}

	private ApiResult share(Json.Obj arguments, List<InboxFile> files) {
		String channelId = arguments.text("channel_id");
		if (channelId != null) {
			Optional<String> channel = this.channels.withId(channelId);
			if (channel.isEmpty()) {
				return ApiResult.error("channel_not_found");
			}
			String threadTs = arguments.text("thread_ts");
			if (threadTs != null && this.store.find(channel.get(), threadTs).isEmpty()) {
				return ApiResult.error("invalid_arguments").because("no such thread");
			}
			Json.Members message = Json.object().put("text", arguments.text("initial_comment"));
			message.putIfPresent("thread_ts", arguments.get("thread_ts"));
			this.posting.post(Source.BOT, channel.get(), message.build(), files);
		}
		forget(files);
		List<Json> shared = new ArrayList<>();
		files.forEach((file) -> shared.add(Json.object().put("id", file.id()).put("title", file.title()).build()));
		return ApiResult.ok().put("files", Json.array(shared));
	}

	private synchronized Answer receive(Call call, String id) {
		InboxFile file = this.unshared.get(id);
		if (file == null || !call.method().equals("POST")) {
			return Answer.text(404, "not found");
		}
		int size = call.body().length;
		this.unshared.put(id, new InboxFile(id, file.name(), file.title(), size, call.bodyAsText()));
		return Answer.text(200, "OK - " + size).accepted();
	}

	private synchronized Optional<InboxFile> uploaded(String id, @Nullable String title) {
		return Optional.ofNullable(this.unshared.get(id))
			.filter((file) -> file.size() >= 0)
			.map((file) -> new InboxFile(id, file.name(), (title != null) ? title : file.title(), file.size(),
					file.text()));
	}

	private synchronized void forget(List<InboxFile> files) {
		files.forEach((file) -> this.unshared.remove(file.id()));
	}

	/** A number in JSON, digits in a form. */
	private static long length(Json.Obj arguments) {
		Json length = arguments.get("length");
		String digits = (length instanceof Json.Num number) ? number.literal() : arguments.text("length");
		return (digits != null && digits.matches("[0-9]{1,12}")) ? Long.parseLong(digits) : -1;
	}

}
