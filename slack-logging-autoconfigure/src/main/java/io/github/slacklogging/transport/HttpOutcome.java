package io.github.slacklogging.transport;

import org.jspecify.annotations.Nullable;

/**
 * How one exchange ended. Holds neither the address nor the authorization; a body holds
 * what the other side chose to say.
 */
public sealed interface HttpOutcome {

	/**
	 * There was an answer.
	 *
	 * @param status HTTP status
	 * @param body text as far as it was read; empty where the connection was cut behind a
	 * status that is not 200
	 * @param whole whether the body is all that was sent, neither cut on the way nor
	 * longer than what is read
	 * @param retryAfter header {@code Retry-After}
	 * @param date header {@code Date}
	 * @param scopes header {@code X-OAuth-Scopes}: what the authorization is good for,
	 * where the other side says so
	 */
	record Answered(int status, String body, boolean whole, @Nullable String retryAfter, @Nullable String date,
			@Nullable String scopes) implements HttpOutcome {

		/** An answer that does not say what the authorization is good for. */
		public Answered(int status, String body, boolean whole, @Nullable String retryAfter, @Nullable String date) {
			this(status, body, whole, retryAfter, date, null);
		}

	}

	/**
	 * There was none, or a 200 whose body was cut.
	 *
	 * @param trouble why
	 * @param bodyTaken whether the body had left our hands: if not, or if there was none,
	 * nothing was done by it
	 */
	record Unanswered(TransportTrouble trouble, boolean bodyTaken) implements HttpOutcome {

	}

}
