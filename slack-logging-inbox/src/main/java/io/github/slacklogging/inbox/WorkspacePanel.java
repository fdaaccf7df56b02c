package io.github.slacklogging.inbox;

import java.util.List;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What this Slack looks like, for the page to show and to change: channels, the bot's
 * token, how strictly it judges, its limits, and what an application needs to talk to it.
 * Thread-safe.
 */
final class WorkspacePanel {

	/** Beyond any list that a person reads. */
	private static final int MAX_WEBHOOKS = 100;

	private final Channels channels;

	private final Tokens tokens;

	private final Judge judge;

	private final Limits limits;

	private final InboxServer server;

	WorkspacePanel(Channels channels, Tokens tokens, Judge judge, Limits limits, InboxServer server) {
		this.channels = channels;
		this.tokens = tokens;
		this.judge = judge;
		this.limits = limits;
		this.server = server;
	}

	Json.Obj json() {
		Json.Members json = Json.object()
			.putTexts("archived", this.channels.archived())
			.putTexts("withoutBot", this.channels.withoutBot())
			.put("token", this.tokens.isGood() ? "good" : "revoked")
			.put("lenient", Json.of(this.judge.isLenient()))
			.put("limits", this.limits.choice())
			.put("webhooks", webhooks())
			.put("botToken", this.tokens.current())
			.put("apiUrl", this.server.url().resolve(WebApiEndpoint.PATH).toString());
		this.server.exposed().ifPresent((host) -> json.put("exposed", host));
		return json.build();
	}

	/** Every member of the order is one change; none is made if one is wrong. */
	void change(Json.Obj order) throws PageRefusal {
		if (order.members().isEmpty()) {
			throw new PageRefusal(400, "This changes nothing.");
		}
		for (String key : order.members().keySet()) {
			check(order, key);
		}
		order.members().keySet().forEach((key) -> change(order, key));
	}

	private static void check(Json.Obj order, String key) throws PageRefusal {
		Json value = order.get(key);
		boolean right = switch (key) {
			case "archive", "unarchive", "removeBot", "addBot" -> isChannel(order.text(key));
			case "revokeToken", "restoreToken" -> Json.of(true).equals(value);
			case "lenient" -> value instanceof Json.Bool;
			case "limits" -> List.of("default", "none", "slack").contains(String.valueOf(order.text(key)));
			default -> throw new PageRefusal(400, "The workspace has nothing that is called \"" + key + "\".");
		};
		if (!right) {
			throw new PageRefusal(400, "This is no value for \"" + key + "\".");
		}
	}

	private void change(Json.Obj order, String key) {
		String text = String.valueOf(order.text(key));
		switch (key) {
			case "archive" -> this.channels.archive(Channels.checked(text), true);
			case "unarchive" -> this.channels.archive(Channels.checked(text), false);
			case "removeBot" -> this.channels.admitBot(Channels.checked(text), false);
			case "addBot" -> this.channels.admitBot(Channels.checked(text), true);
			case "revokeToken" -> this.tokens.refuseAll("token_revoked");
			case "restoreToken" -> this.tokens.restore();
			case "lenient" -> this.judge.lenient(Draft.isTrue(order.get(key)));
			default -> limit(text);
		}
	}

	private void limit(String choice) {
		switch (choice) {
			case "slack" -> this.limits.likeSlack();
			case "none" -> this.limits.none();
			default -> this.limits.asAtTheStart();
		}
	}

	private static boolean isChannel(@Nullable String name) {
		try {
			return name != null && !Channels.checked(name).isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private Json webhooks() {
		Json.Members webhooks = Json.object();
		this.channels.named(SlackInbox.DEFAULT_CHANNEL);
		this.channels.all()
			.stream()
			.limit(MAX_WEBHOOKS)
			.forEach((channel) -> webhooks.put(channel, WebhookEndpoint.url(this.server.url(), channel).toString()));
		return webhooks.build();
	}

}
