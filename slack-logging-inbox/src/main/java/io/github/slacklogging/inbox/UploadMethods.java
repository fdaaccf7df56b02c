package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.block.Refusal;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The three steps of an upload: ask for a URL, send the bytes there, share the file.
 * Thread-safe, as {@link Uploads} is.
 */
final class UploadMethods implements SlackSide {

	static final String PATH = "/upload/";

	static final int MAX_FILE = 8 * 1024 * 1024;

	/** With what a form puts around the bytes. */
	static final int MAX_BODY = MAX_FILE + 64 * 1024;

	private static final int MAX_SNIPPET = 1024 * 1024;

	private static final int MAX_ALT_TEXT = 1_000;

	private static final Set<String> SENDING = Set.of("POST", "PUT");

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	private final String uploadUrl;

	private final FileJson json;

	private final Uploads uploads;

	UploadMethods(Channels channels, MessageStore store, Posting posting, Uploads uploads, FileJson json, String url) {
		this.channels = channels;
		this.store = store;
		this.posting = posting;
		this.uploads = uploads;
		this.json = json;
		this.uploadUrl = url + PATH.substring(1);
	}

	ApiResult getUploadUrl(ApiCall call) {
		String name = call.text("filename");
		long length = length(call);
		if (name.isEmpty() || length < 1) {
			return ApiResult.error("missing_argument").because("filename and length");
		}
		if (call.text("alt_txt").length() > MAX_ALT_TEXT) {
			return ApiResult.error("alt_txt_too_large");
		}
		if (call.find("snippet_type") != null && length > MAX_SNIPPET) {
			return ApiResult.error("snippet_too_large");
		}
		if (length > MAX_FILE) {
			return ApiResult.error("file_upload_size_restricted").because("the inbox takes " + MAX_FILE + " bytes");
		}
		String id = this.uploads.announce(name, length);
		return ApiResult.ok().put("upload_url", this.uploadUrl + id).put("file_id", id);
	}

	@Override
	public Prepared prepare(Call call) {
		String id = call.path().substring(Math.min(PATH.length(), call.path().length()));
		return new Prepared(Calls.UPLOAD, null, false, () -> receive(call, id), "rate_limited");
	}

	ApiResult complete(ApiCall call) {
		List<InboxFile> files = new ArrayList<>();
		Json wanted = call.arguments().get("files");
		for (Json each : (wanted != null) ? wanted.items() : List.<Json>of()) {
			Optional<InboxFile> file = uploaded(String.valueOf(each.text("id")), each.text("title"));
			if (file.isEmpty()) {
				return ApiResult.error("file_not_found").because("its bytes did not arrive, or it is completed");
			}
			files.add(file.get());
		}
		if (files.isEmpty()) {
			return ApiResult.error("invalid_arguments").because("no files");
		}
		List<String> wantedChannels = channels(call);
		String threadTs = call.find("thread_ts");
		if (threadTs != null && wantedChannels.size() > 1) {
			return ApiResult.error("invalid_arguments").because("a thread is in one channel");
		}
		Optional<ApiResult> refusal = wantedChannels.stream()
			.flatMap((channel) -> refusal(channel, threadTs).stream())
			.findFirst();
		return refusal.orElseGet(() -> share(call, wantedChannels, files));
	}

	/** What is in no channel stays private. */
	private static List<String> channels(ApiCall call) {
		String all = call.text("channel_id") + "," + call.text("channels");
		return Stream.of(all.split(",")).map(String::strip).filter((each) -> !each.isEmpty()).distinct().toList();
	}

	private Optional<ApiResult> refusal(String id, @Nullable String threadTs) {
		Optional<String> channel = this.channels.visible(id);
		if (channel.isEmpty()) {
			return Optional.of(ApiResult.unknownChannel());
		}
		if (this.channels.isArchived(channel.get())) {
			return Optional.of(ApiResult.error("is_archived"));
		}
		if (!this.channels.hasBot(channel.get())) {
			return Optional.of(ApiResult.error("not_in_channel").because("chat:write.public does not help files"));
		}
		if (threadTs != null && !ChatMethods.isThreadParent(this.store, channel.get(), threadTs)) {
			return Optional.of(ApiResult.error("invalid_arguments").because("no such thread, or a reply itself"));
		}
		return Optional.empty();
	}

	private ApiResult share(ApiCall call, List<String> ids, List<InboxFile> files) {
		Json.Obj introduction = introduction(call.arguments());
		Optional<Refusal> refusal = (introduction.get("blocks") != null) ? MessageRules.check(introduction)
				: Optional.empty();
		if (refusal.isPresent()) {
			return ApiResult.error(refusal.get());
		}
		ids.forEach((id) -> this.channels.withId(id)
			.ifPresent((channel) -> this.posting.post(Source.BOT, channel, introduction, files)));
		return completed(files);
	}

	private static Json.Obj introduction(Json.Obj arguments) {
		String comment = arguments.text("initial_comment");
		Json.Members message = Json.object().put("text", comment);
		message.putIfPresent("blocks", (comment == null) ? arguments.get("blocks") : null);
		return message.putIfPresent("thread_ts", arguments.get("thread_ts")).build();
	}

	private ApiResult completed(List<InboxFile> files) {
		List<Json> done = new ArrayList<>();
		for (InboxFile file : files) {
			this.uploads.completed(file.id(), this.json.of(file));
			done.add(Json.object().put("id", file.id()).put("title", file.title()).build());
		}
		return ApiResult.ok().put("files", Json.array(done));
	}

	/** Of a file that is completed, wherever it was shared. */
	ApiResult show(ApiCall call) {
		return this.uploads.told(call.text("file"))
			.map((file) -> ApiResult.ok().put("file", file).put("comments", Json.array(List.of())))
			.orElseGet(() -> ApiResult.error("file_not_found"));
	}

	private Answer receive(Call call, String id) {
		Uploads.Ticket ticket = this.uploads.find(id).orElse(null);
		if (ticket == null || !SENDING.contains(call.method())) {
			return Answer.text(404, "not found");
		}
		byte[] content = content(call);
		int size = content.length;
		if (size != ticket.length()) {
			return Answer.text(400, "length mismatch")
				.because(size + " bytes came, " + ticket.length() + " were announced");
		}
		this.uploads.arrived(id, ticket, content);
		return Answer.text(200, "OK - " + size).accepted();
	}

	/** The bytes themselves, or a form with one field, as Slack's SDK for Node has it. */
	private static byte[] content(Call call) {
		List<Multipart.Part> parts = call.mediaType().equals("multipart/form-data") ? Multipart.read(call) : List.of();
		return parts.isEmpty() ? call.body() : parts.get(0).content();
	}

	private Optional<InboxFile> uploaded(String id, @Nullable String title) {
		return this.uploads.find(id)
			.flatMap((ticket) -> Optional.ofNullable(ticket.content())
				.map((content) -> new InboxFile(id, ticket.name(), (title != null) ? title : ticket.name(), content)));
	}

	private static long length(ApiCall call) {
		String digits = call.digits("length");
		return (digits != null && digits.matches("[0-9]{1,12}")) ? Long.parseLong(digits) : -1;
	}

}
