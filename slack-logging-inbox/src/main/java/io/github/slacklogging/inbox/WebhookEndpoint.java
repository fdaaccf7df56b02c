package io.github.slacklogging.inbox;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.block.Refusal;
import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/**
 * Incoming webhooks: {@code /services/<team>/<service>/<channel>}. One URL is one
 * channel, as Slack has it; the last segment, a secret there, names the channel here.
 * Errors are a status and a bare code. {@code username} and {@code icon_emoji} are
 * honoured as by Slack's legacy webhooks.
 */
final class WebhookEndpoint implements SlackSide {

	private final Channels channels;

	private final Posting posting;

	private final Judge judge;

	WebhookEndpoint(Channels channels, Posting posting, Judge judge) {
		this.channels = channels;
		this.posting = posting;
		this.judge = judge;
	}

	/** The address of a channel's webhook; its name with the hash. */
	static URI url(URI inbox, String channel) {
		return inbox.resolve("/services/" + Identity.TEAM + "/" + Identity.BOT + "/" + channel.substring(1));
	}

	@Override
	public Prepared prepare(Call call) {
		String[] segments = call.path().split("/", -1);
		Optional<String> meant = (segments.length == 5) ? this.channels.meant(segments[4]) : Optional.empty();
		if (segments.length < 5 || !segments[2].equals(Identity.TEAM)) {
			return refused("no_team");
		}
		if (!segments[3].equals(Identity.BOT)) {
			return refused("no_service");
		}
		if (meant.isEmpty()) {
			return refused("invalid_token");
		}
		if (!call.method().equals("POST")) {
			return new Prepared(Calls.WEBHOOK, null, false, () -> Answer.text(405, ""), "rate_limited");
		}
		Optional<String> channel = this.channels.named(meant.get()).filter(this.channels::isVisible);
		if (channel.isEmpty()) {
			return new Prepared(Calls.WEBHOOK, meant.get(), false, () -> WebhookErrors.of("channel_not_found"),
					"rate_limited");
		}
		return new Prepared(Calls.WEBHOOK, channel.get(), true, () -> answer(call, channel.get()), "rate_limited");
	}

	private Answer answer(Call call, String channel) {
		if (this.channels.isArchived(channel)) {
			return WebhookErrors.of("channel_is_archived");
		}
		Optional<String> body = call.bodyAsUtf8();
		if (call.mediaType().equals("application/x-www-form-urlencoded")) {
			body = body.map((form) -> Call.form(form).get("payload"));
		}
		if (body.isEmpty()) {
			return Answer.text(400, "invalid_payload").because("invalid_payload: not UTF-8, or a form without payload");
		}
		try {
			return (Json.read(body.get()) instanceof Json.Obj payload) ? answer(payload, channel)
					: Answer.text(400, "invalid_payload").because("invalid_payload: not a JSON object");
		}
		catch (MalformedJsonException ex) {
			return Answer.text(400, "invalid_payload").because("invalid_payload: " + ex.getMessage());
		}
	}

	private Answer answer(Json.Obj payload, String channel) {
		Optional<Refusal> refusal = this.judge.judge(payload).refusal();
		if (refusal.isPresent()) {
			return Answer.text(400, code(refusal.get())).because(refusal.get().toString(), refusal.get().violations());
		}
		this.posting.post(InboxMessage.Source.WEBHOOK, channel, payload, List.of());
		return Answer.text(200, "ok");
	}

	/** Webhooks know fewer codes than the Web API and give no detail. */
	private static String code(Refusal refusal) {
		return switch (refusal.code()) {
			case "no_text", "invalid_blocks", "invalid_attachments", "too_many_attachments" -> refusal.code();
			case "invalid_blocks_format", "msg_blocks_too_long" -> "invalid_blocks";
			case "attachment_payload_limit_exceeded" -> "invalid_attachments";
			default -> "invalid_payload";
		};
	}

	private static Prepared refused(String code) {
		return new Prepared(Calls.WEBHOOK, null, false, () -> WebhookErrors.of(code), "rate_limited");
	}

}
