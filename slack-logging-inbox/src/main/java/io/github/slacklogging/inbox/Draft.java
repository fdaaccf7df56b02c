package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A checked message that has no {@code ts} yet.
 *
 * @param source how it was sent
 * @param channel with the hash
 * @param arguments of the request, or for an edit what the message shall be
 * @param files shared with it
 */
record Draft(InboxMessage.Source source, String channel, Json arguments, List<InboxFile> files) {

	Draft(InboxMessage.Source source, String channel, Json arguments) {
		this(source, channel, arguments, List.of());
	}

	InboxMessage toMessage(String ts, Instant now) {
		Json args = this.arguments;
		String text = Objects.requireNonNullElse(args.text("text"), "");
		String threadTs = args.text("thread_ts");
		return new InboxMessage(ts, now, this.source, this.channel, text, array("blocks"), array("attachments"),
				metadata(), color(), withoutToken().write(), threadTs,
				threadTs != null && isTrue(args.get("reply_broadcast")), args.text("username"), args.text("icon_emoji"),
				0, false, List.of(), List.of(), false, this.files);
	}

	/** A boolean in JSON, a word in a form. */
	static boolean isTrue(@Nullable Json value) {
		return (value instanceof Json.Bool flag && flag.value())
				|| (value instanceof Json.Text word && (word.value().equals("true") || word.value().equals("1")));
	}

	/** A form may carry the token that authorises it; no message has it. */
	private Json withoutToken() {
		if (this.arguments.get("token") == null) {
			return this.arguments;
		}
		Json.Members members = Json.object();
		((Json.Obj) this.arguments).members().forEach((key, value) -> {
			if (!key.equals("token")) {
				members.put(key, value);
			}
		});
		return members.build();
	}

	private @Nullable String metadata() {
		return (this.arguments.get("metadata") instanceof Json.Obj object && !object.members().isEmpty())
				? object.write() : null;
	}

	private @Nullable String array(String key) {
		Json array = this.arguments.get(key);
		return (array == null || array.items().isEmpty()) ? null : array.write();
	}

	private @Nullable String color() {
		Json attachments = this.arguments.get("attachments");
		return (attachments == null) ? null
				: attachments.items()
					.stream()
					.map((each) -> each.text("color"))
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null);
	}

}
