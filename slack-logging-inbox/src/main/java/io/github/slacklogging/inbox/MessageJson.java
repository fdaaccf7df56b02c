package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A message as the Web API tells it: what was sent, and what Slack adds to it. One thing
 * it does not add: blocks made of a bare text. Thread-safe.
 */
final class MessageJson {

	private final Channels channels;

	private final MessageStore store;

	private final FileJson files;

	private final String url;

	MessageJson(Channels channels, MessageStore store, FileJson files, String url) {
		this.channels = channels;
		this.store = store;
		this.files = files;
		this.url = url;
	}

	/** The message alone. */
	Json.Obj of(InboxMessage message, boolean metadata) {
		return members(message, metadata).build();
	}

	/** The message with what can be said of its thread. */
	Json.Obj inThread(InboxMessage message, boolean metadata) {
		Json.Members members = members(message, metadata);
		List<InboxMessage> replies = repliesTo(message);
		if (!replies.isEmpty()) {
			List<String> authors = replies.stream().map(MessageJson::authorOf).distinct().toList();
			members.put("thread_ts", message.ts())
				.put("reply_count", Json.of(replies.size()))
				.put("reply_users_count", Json.of(authors.size()))
				.put("latest_reply", replies.get(replies.size() - 1).ts())
				.putTexts("reply_users", authors)
				.put("is_locked", Json.of(false))
				.put("subscribed", Json.of(false));
		}
		return members.build();
	}

	/** The message among what the bot reacted to, or what is pinned. */
	Json.Obj asItem(InboxMessage message, boolean pins) {
		Json.Members members = members(pins ? message : message.pinned(false), false);
		return members.put("permalink", permalink(message)).build();
	}

	/** Leads to the inbox's page. */
	String permalink(InboxMessage message) {
		String id = this.channels.idOf(message.channel());
		String link = this.url + "archives/" + id + "/p" + message.ts().replace(".", "");
		return (message.threadTs() != null) ? link + "?thread_ts=" + message.threadTs() + "&cid=" + id : link;
	}

	List<InboxMessage> repliesTo(InboxMessage parent) {
		return this.store.messages()
			.stream()
			.filter((each) -> parent.ts().equals(each.threadTs()) && parent.channel().equals(each.channel()))
			.toList();
	}

	private Json.Members members(InboxMessage message, boolean metadata) {
		Json.Members members = Json.object().put("type", "message");
		author(message, members);
		members.put("ts", message.ts()).put("text", message.text()).put("team", Identity.TEAM);
		members.putIfPresent("blocks", numbered(message.blocksJson(), MessageJson::block));
		members.putIfPresent("attachments", numbered(message.attachmentsJson(), MessageJson::attachment));
		if (metadata) {
			members.putIfPresent("metadata", MessageEdit.parsed(message.metadataJson()));
		}
		if (message.threadTs() != null) {
			members.put("thread_ts", message.threadTs()).put("parent_user_id", Identity.USER);
		}
		surroundings(message, members);
		return members;
	}

	/** Under a name of its own a message is a bot's and nobody's. */
	private static void author(InboxMessage message, Json.Members members) {
		boolean own = message.source() == Source.BOT && message.username() == null && message.iconEmoji() == null;
		if (message.isBroadcast()) {
			members.put("subtype", "thread_broadcast");
		}
		else if (!own) {
			members.put("subtype", "bot_message");
		}
		members.put("bot_id", Identity.BOT).put("app_id", Identity.APP);
		if (own) {
			members.put("user", Identity.USER).put("bot_profile", Identity.profile());
		}
		if (message.username() != null) {
			members.put("username", message.username());
		}
		if (message.iconEmoji() != null) {
			members.put("icons", Json.object().put("emoji", message.iconEmoji()).build());
		}
	}

	private void surroundings(InboxMessage message, Json.Members members) {
		if (message.isEdited()) {
			Json edited = Json.object().put("user", Identity.USER).put("ts", ts(message.receivedAt())).build();
			members.put("edited", edited);
		}
		if (!message.files().isEmpty()) {
			members.put("files", Json.array(message.files().stream().map(this.files::of).toList()))
				.put("upload", Json.of(true));
		}
		if (!message.reactions().isEmpty()) {
			members.put("reactions", Json.array(message.reactions().stream().map(MessageJson::reaction).toList()));
		}
		if (message.isPinned()) {
			members.putTexts("pinned_to", List.of(this.channels.idOf(message.channel())));
		}
	}

	private static String authorOf(InboxMessage message) {
		return (message.source() == Source.BOT && message.username() == null) ? Identity.USER : Identity.BOT;
	}

	private static Json reaction(String name) {
		return Json.object()
			.put("name", name)
			.putTexts("users", List.of(Identity.USER))
			.put("count", Json.of(1))
			.build();
	}

	private static @Nullable Json numbered(@Nullable String array, Numbering numbering) {
		Json items = MessageEdit.parsed(array);
		if (items == null) {
			return null;
		}
		List<Json> numbered = new ArrayList<>();
		items.items().forEach((item) -> numbered.add(numbering.number(item, numbered.size() + 1)));
		return Json.array(numbered);
	}

	private static Json block(Json block, int number) {
		return with(block, "block_id", Json.of(String.format(Locale.ROOT, "b%04d", number)));
	}

	private static Json attachment(Json attachment, int number) {
		Json withFallback = with(attachment, "fallback", Json.of("[no preview available]"));
		return with(withFallback, "id", Json.of(number));
	}

	/** The object with one more member, unless it has it. */
	private static Json with(Json object, String key, Json value) {
		if (!(object instanceof Json.Obj known) || known.get(key) != null) {
			return object;
		}
		Json.Members members = Json.object();
		known.members().forEach(members::put);
		return members.put(key, value).build();
	}

	private static String ts(Instant instant) {
		return String.format(Locale.ROOT, "%d.%06d", instant.getEpochSecond(), instant.getNano() / 1_000);
	}

	/** What Slack adds to the items of an array. */
	private interface Numbering {

		Json number(Json item, int number);

	}

}
