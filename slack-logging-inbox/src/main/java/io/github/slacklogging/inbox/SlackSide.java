package io.github.slacklogging.inbox;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A part of Slack that answers requests: the webhooks, the Web API, the file upload. */
interface SlackSide {

	/**
	 * Understands a request, without any effect yet.
	 * @param call the request
	 * @return what it wants
	 */
	Prepared prepare(Call call);

	/**
	 * A request that is understood.
	 *
	 * @param method as {@link Calls} name it
	 * @param channel the channel it concerns, {@code null} if none
	 * @param posts whether it would post a message there
	 * @param answer carries it out and gives Slack's answer
	 * @param tooFast error code of this part of Slack for a 429
	 */
	record Prepared(String method, @Nullable String channel, boolean posts, Supplier<Answer> answer, String tooFast) {

	}

}
