package io.github.slacklogging.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.Finding;
import io.github.slacklogging.transport.HttpOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bot is in its channel, found out without posting. By its id the channel
 * itself is asked for ({@code conversations.info}); a name is looked for among the
 * channels that the bot is in ({@code users.conversations}), which are few. Both want
 * {@code channels:read} for public and {@code groups:read} for private channels, which
 * posting does not, so that a bot without them is no worse. Source: the methods' pages,
 * docs.slack.dev.
 */
record ChannelQuestion(BotQuestions bot, Scopes scopes) {

	private static final String CHECK = "channel";

	private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{7,}");

	/** A bot is in few channels; nobody waits for more pages. */
	private static final int MAX_PAGES = 5;

	private static final String TRY = "POST /actuator/slacklogging with action=test posts a message and shows it.";

	Finding about(String channel) {
		boolean open = this.scopes.has("channels:read");
		boolean closed = this.scopes.has("groups:read");
		if (!open && !closed) {
			return skipped(channel, "without the scope channels:read (private ones: groups:read) nobody tells");
		}
		if (ID.matcher(channel).matches()) {
			return byId(channel);
		}
		return byName(channel.startsWith("#") ? channel.substring(1) : channel, open, closed);
	}

	private Finding skipped(String channel, String why) {
		return Finding.skipped(this.bot.subject(), CHECK, channel + " was not looked at: " + why,
				"Grant them to have it looked at, or try: " + TRY);
	}

	private Finding byId(String id) {
		SlackAnswer answer = answer(this.bot.ask("conversations.info", "channel=" + BotQuestions.encoded(id)));
		if (answer == null) {
			return skipped(id, "Slack did not answer");
		}
		if (answer.error().equals("missing_scope")) {
			return skipped(id, "for a channel of its kind the token's scopes do not suffice");
		}
		if (!answer.isOk() || answer.channels().isEmpty()) {
			return Finding.failed(this.bot.subject(), CHECK, id + " cannot be found: " + answer.error(),
					"Correct slack.logging.channel, or invite the bot: a private channel exists for its members only.");
		}
		return judge(id, answer.channels().get(0));
	}

	private Finding judge(String id, Map<String, String> channel) {
		String words = channel.containsKey("name") ? "#" + channel.get("name") + " (" + id + ")" : id;
		if ("true".equals(channel.get("is_archived"))) {
			return archived(words);
		}
		return "false".equals(channel.get("is_member")) ? absent(words) : member(words);
	}

	private Finding archived(String words) {
		return Finding.failed(this.bot.subject(), CHECK, words + " is archived", "Restore it, or name another one.");
	}

	private Finding member(String words) {
		return Finding.ok(this.bot.subject(), CHECK, "the bot is in " + words);
	}

	/** With the scope for it, a bot posts to public channels from outside. */
	private Finding absent(String words) {
		String invite = "Invite it in the channel: /invite @<name of the app>.";
		return this.scopes.has("chat:write.public")
				? Finding.warning(this.bot.subject(), CHECK,
						"the bot is not in " + words + ": messages arrive where that is public, files do not", invite)
				: Finding.failed(this.bot.subject(), CHECK, "the bot is not in " + words + ": nothing arrives", invite);
	}

	private Finding byName(String name, boolean open, boolean closed) {
		List<String> types = new ArrayList<>();
		if (open) {
			types.add("public_channel");
		}
		if (closed) {
			types.add("private_channel");
		}
		String form = "limit=200&types=" + BotQuestions.encoded(String.join(",", types));
		String cursor = "";
		for (int page = 0; page < MAX_PAGES; page++) {
			SlackAnswer answer = answer(this.bot.ask("users.conversations", form + cursor));
			if (answer == null || !answer.isOk()) {
				return skipped("#" + name, (answer != null) ? answer.error() : "Slack did not answer");
			}
			Optional<Finding> found = find(name, answer.channels());
			if (found.isPresent()) {
				return found.get();
			}
			if (answer.cursor() == null) {
				return notFound("#" + name, types);
			}
			cursor = "&cursor=" + BotQuestions.encoded(answer.cursor());
		}
		return skipped("#" + name, "the bot is in too many channels");
	}

	private Optional<Finding> find(String name, List<Map<String, String>> channels) {
		return channels.stream()
			.filter((channel) -> name.equals(channel.get("name")))
			.findFirst()
			.map((channel) -> "true".equals(channel.get("is_archived")) ? archived("#" + name) : member("#" + name));
	}

	private Finding notFound(String words, List<String> types) {
		return (types.size() == 2) ? absent(words) : skipped(words, "the bot is in no " + types.get(0).replace('_', ' ')
				+ " of this name," + " and the others cannot be seen");
	}

	private static @Nullable SlackAnswer answer(Asked asked) {
		return (asked.outcome() instanceof HttpOutcome.Answered answer) ? SlackAnswer.read(answer.body()) : null;
	}

}
