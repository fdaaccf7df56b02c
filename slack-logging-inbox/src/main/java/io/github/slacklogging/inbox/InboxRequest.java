package io.github.slacklogging.inbox;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request that Slack would have got. Immutable.
 *
 * @param receivedAt when it had arrived completely
 * @param method HTTP method
 * @param path path without the query
 * @param channel channel it wants to post to, with the hash; {@code null} if none
 * @param status HTTP status of the answer, 0 if it got no complete answer
 * @param refusal why it was refused, with the places in the payload where the inbox knows
 * them; {@code null} if it was accepted
 * @param body as received, read as UTF-8
 * @param headers with lower-case names; what authorises is masked
 */
public record InboxRequest(Instant receivedAt, String method, String path, @Nullable String channel, int status,
		@Nullable String refusal, String body, Map<String, String> headers) {

	public InboxRequest {
		headers = Map.copyOf(headers);
	}

	/**
	 * Whether Slack would have taken it.
	 * @return {@code true} if it was not refused, even when its answer got lost
	 */
	public boolean isAccepted() {
		return this.refusal == null;
	}

	/**
	 * Whether somebody only asked if the webhook lives, by a body that says of itself
	 * that it is no message, as the starter's doctor does. Such a request is refused by a
	 * webhook that lives, and nothing was lost.
	 * @return {@code true} for such a question
	 */
	public boolean isProbe() {
		return Probe.is(this);
	}

}
