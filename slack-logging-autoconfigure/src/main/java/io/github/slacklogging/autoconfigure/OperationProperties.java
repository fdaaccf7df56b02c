package io.github.slacklogging.autoconfigure;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** What operators and developers see. */
final class OperationProperties {

	private static final int MAX_PORT = 65535;

	private OperationProperties() {
	}

	/**
	 * The health component.
	 *
	 * @param failureStatus Health status while messages do not get through. 'DEGRADED'
	 * keeps the application's own status.
	 */
	record Health(@DefaultValue("DEGRADED") String failureStatus) {

		void check(Problems problems) {
			if (!this.failureStatus.matches("\\w[\\w-]*")) {
				problems.add("health.failure-status", "is not the code of a health status",
						"Write for example DEGRADED or DOWN.");
			}
		}

	}

	/**
	 * The local Slack.
	 *
	 * @param enabled Whether the inbox, a local Slack, is the destination 'default' where
	 * it is on the class path. With 'auto' it is when no destination is configured and no
	 * profile 'prod', 'production' or 'live' is active.
	 * @param port Port of the inbox. With 0, or when it is taken, a free one is used.
	 */
	record Inbox(@DefaultValue("auto") InboxMode enabled, @DefaultValue("8025") int port) {

		boolean isValid() {
			return this.port >= 0 && this.port <= MAX_PORT;
		}

		void check(Problems problems) {
			problems.between("inbox.port", this.port, 0, MAX_PORT);
		}

	}

	/**
	 * The application's own structured log. Read by {@code structured}, which is there
	 * before these properties are bound.
	 *
	 * @param enabled Whether 'log_id' joins the application's own structured console and
	 * file log, where complex values of MDC and key-values become one string.
	 */
	record Structured(@DefaultValue("false") boolean enabled) {
	}

	/** When the inbox is the default destination. */
	enum InboxMode {

		/** No destination is configured and no profile speaks of production. */
		AUTO,

		/** Always. */
		TRUE,

		/** Never. */
		FALSE

	}

}
