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

	InboxMessage toMessage(String ts, Instant now, int edits) {
		Json args = this.arguments;
		String text = Objects.requireNonNullElse(args.text("text"), "");
		return new InboxMessage(ts, now, this.source, this.channel, text, array("blocks"), array("attachments"),
				color(), args.write(), args.text("thread_ts"), args.text("username"), args.text("icon_emoji"), edits,
				this.files);
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
