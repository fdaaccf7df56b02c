package io.github.slacklogging.opensearch;

import java.time.Duration;

import io.github.slacklogging.transport.TransportTrouble;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended. Holds no address and no secret, as far as the cluster told none.
 */
sealed interface ClusterAnswer {

	/** Where no node answered. */
	static ClusterAnswer of(TransportTrouble trouble, boolean bodyTaken) {
		return bodyTaken ? new Unclear(trouble.status(), trouble.reason())
				: new Unreachable(trouble.status(), trouble.reason());
	}

	/** What the meters call it: the HTTP status, or a word for why there is none. */
	String tag();

	/**
	 * A node answered, or a proxy before it.
	 *
	 * @param status HTTP status
	 * @param body all of it where the status is 200; it may be cut elsewhere
	 * @param retryAfter how long it asks to wait, one second to one day
	 */
	record Answered(int status, String body, @Nullable Duration retryAfter) implements ClusterAnswer {

		@Override
		public String tag() {
			return String.valueOf(this.status);
		}

	}

	/**
	 * No node was told anything: certainly not done.
	 *
	 * @param status tag for the meters
	 * @param reason what went wrong with the node asked last
	 */
	record Unreachable(String status, String reason) implements ClusterAnswer {

		@Override
		public String tag() {
			return this.status;
		}

	}

	/**
	 * It may have been done.
	 *
	 * @param status tag for the meters
	 * @param reason what went wrong
	 */
	record Unclear(String status, String reason) implements ClusterAnswer {

		@Override
		public String tag() {
			return this.status;
		}

	}

}
