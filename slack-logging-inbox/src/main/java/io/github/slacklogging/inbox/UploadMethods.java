package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The three steps of an upload: ask for a URL, send the bytes there, share the file.
 * Files that are never completed are forgotten, the oldest first. Thread-safe.
 */
final class UploadMethods implements SlackSide {

	static final String PATH = "/upload/";

	static final int MAX_FILE = 8 * 1024 * 1024;

	private static final int MAX_SNIPPET = 1024 * 1024;

	private static final int MAX_WAITING = 20;

	private static final Set<String> SENDING = Set.of("POST", "PUT");

	private final Channels channels;

	private final MessageStore store;

	private final Posting posting;

	private final String uploadUrl;

	private final Map<String, Ticket> tickets = new LinkedHashMap<>();

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
		this.tickets.put(id, new Ticket(name, length, null));
		if (this.tickets.size() > MAX_WAITING) {
			this.tickets.remove(this.tickets.keySet().iterator().next());
		}
		return ApiResult.ok().put("upload_url", this.uploadUrl + id).put("file_id", id);
	}

	@Override
	public Prepared prepare(Call call) {
		String id = call.path().substring(Math.min(PATH.length(), call.path().length()));
		return new Prepared(Calls.UPLOAD, null, false, () -> receive(call, id), "rate_limited");
	}

	ApiResult complete(Json.Obj arguments) {
		List<InboxFile> files = new ArrayList<>();
		Json wanted = arguments.get("files");
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
		Optional<ApiResult> refusal = (arguments.text("channel_id") != null) ? share(arguments, files)
				: Optional.empty();
		return refusal.orElseGet(() -> completed(files));
	}

	/** Without a message, a file stays private. */
	private Optional<ApiResult> share(Json.Obj arguments, List<InboxFile> files) {
		Optional<String> channel = this.channels.withId(arguments.text("channel_id"));
		if (channel.isEmpty()) {
			return Optional.of(ApiResult.error("channel_not_found").because("takes the channel's id"));
		}
		if (this.channels.isArchived(channel.get())) {
			return Optional.of(ApiResult.error("is_archived"));
		}
		if (!this.channels.hasBot(channel.get())) {
			return Optional.of(ApiResult.error("not_in_channel").because("chat:write.public does not help files"));
		}
		String threadTs = arguments.text("thread_ts");
		if (threadTs != null && !ChatMethods.isThreadParent(this.store, channel.get(), threadTs)) {
			return Optional.of(ApiResult.error("invalid_arguments").because("no such thread, or a reply itself"));
		}
		this.posting.post(Source.BOT, channel.get(), introduction(arguments), files);
		return Optional.empty();
	}

	private static Json.Obj introduction(Json.Obj arguments) {
		String comment = arguments.text("initial_comment");
		Json.Members message = Json.object().put("text", comment);
		message.putIfPresent("blocks", (comment == null) ? arguments.get("blocks") : null);
		return message.putIfPresent("thread_ts", arguments.get("thread_ts")).build();
	}

	private synchronized ApiResult completed(List<InboxFile> files) {
		List<Json> done = new ArrayList<>();
		for (InboxFile file : files) {
			this.tickets.remove(file.id());
			done.add(Json.object().put("id", file.id()).put("title", file.title()).build());
		}
		return ApiResult.ok().put("files", Json.array(done));
	}

	private synchronized Answer receive(Call call, String id) {
		Ticket ticket = this.tickets.get(id);
		if (ticket == null || !SENDING.contains(call.method())) {
			return Answer.text(404, "not found");
		}
		int size = call.body().length;
		if (size != ticket.length()) {
			return Answer.text(400, "length mismatch")
				.because(size + " bytes came, " + ticket.length() + " were announced");
		}
		this.tickets.put(id, new Ticket(ticket.name(), size, call.body()));
		return Answer.text(200, "OK - " + size).accepted();
	}

	private synchronized Optional<InboxFile> uploaded(String id, @Nullable String title) {
		Ticket ticket = this.tickets.get(id);
		return (ticket == null || ticket.content() == null) ? Optional.empty() : Optional
			.of(new InboxFile(id, ticket.name(), (title != null) ? title : ticket.name(), ticket.content()));
	}

	/** A number in JSON, digits in a form. */
	private static long length(Json.Obj arguments) {
		Json length = arguments.get("length");
		String digits = (length instanceof Json.Num number) ? number.literal() : arguments.text("length");
		return (digits != null && digits.matches("[0-9]{1,12}")) ? Long.parseLong(digits) : -1;
	}

	/** A file under way; {@code content} is {@code null} until its bytes have come. */
	@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the class
	private record Ticket(String name, long length, byte @Nullable [] content) {

	}

}
