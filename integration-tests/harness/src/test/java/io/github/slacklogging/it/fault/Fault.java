package io.github.slacklogging.it.fault;

/** What breaks, in the order of the table. */
enum Fault {

	DOWN("Slack is down: nobody listens", Clarity.CLEAR),

	NEVER_ANSWERS("Slack never answers", Clarity.UNCLEAR),

	DRIPS("Slack answers one byte a second", Clarity.UNCLEAR),

	RESETS("Connections are reset", Clarity.UNCLEAR),

	STALE_CONNECTION("An idle connection has died unnoticed", Clarity.UNCLEAR),

	THROTTLED_AS_JSON("429 with `Retry-After`, as JSON", Clarity.CLEAR),

	THROTTLED_AS_TEXT("429 with `Retry-After`, as text", Clarity.CLEAR),

	THROTTLED_BY_BODY("429 without `Retry-After`, as JSON", Clarity.CLEAR),

	THROTTLED_WITHOUT_WORD("429 without `Retry-After`, as text", Clarity.CLEAR),

	GARBAGE("200 with garbage", Clarity.UNCLEAR),

	REDIRECT("Redirect to another host", Clarity.CLEAR),

	FORBIDDEN("403, then mended and restarted", Clarity.CLEAR),

	NOT_FOUND("404, then mended and restarted", Clarity.CLEAR),

	GONE("410, then mended and restarted", Clarity.CLEAR),

	TLS("TLS fails, then mended and restarted", Clarity.CLEAR),

	UNKNOWN_HOST("Unknown host, then mended and restarted", Clarity.CLEAR),

	HALF_DEAD("One of two destinations is dead", Clarity.CLEAR),

	KILLED_IN_OUTAGE("`kill -9` during an outage, then restart", Clarity.CLEAR),

	TERMINATED("SIGTERM right after 200 errors", Clarity.CLEAR),

	TERMINATED_IN_OUTAGE("SIGTERM during an outage, then restart", Clarity.CLEAR),

	KILLED_IN_FLIGHT("`kill -9` between send and acknowledgement, then restart", Clarity.UNCLEAR),

	TORN_SPOOL("A spool file is cut off, then restart", Clarity.CLEAR),

	DAMAGED_SPOOL("A byte of a spool file is flipped, then restart", Clarity.CLEAR),

	TWO_INSTANCES("Two instances on one spool directory, both killed, one restarted", Clarity.CLEAR),

	DISK_FULL("The disk is full during an outage", Clarity.CLEAR),

	DISK_READ_ONLY("The disk is read-only during an outage", Clarity.CLEAR),

	DISK_HANGS("`fsync` hangs during an outage", Clarity.CLEAR),

	FAILED_BEAN("Failed start: a bean cannot be created", Clarity.CLEAR),

	FAILED_RUNNER("Failed start: a runner throws", Clarity.CLEAR),

	PORT_IN_USE("Failed start: the port is in use", Clarity.CLEAR),

	BROKEN_YAML("Failed start: `application.yml` is broken", Clarity.CLEAR),

	HANGING_START("Failed start: it hangs", Clarity.CLEAR),

	STORM("A million errors of 20,000 kinds with `-Xmx96m`", Clarity.CLEAR),

	LOGGING_LOOP("The transport's own loggers at TRACE", Clarity.CLEAR),

	INTERRUPTED_THREAD("An interrupted thread logs", Clarity.CLEAR),

	NON_BLOCKING_THREAD("A thread of Reactor's that must not block logs", Clarity.CLEAR);

	private final String title;

	private final Clarity clarity;

	Fault(String title, Clarity clarity) {
		this.title = title;
		this.clarity = clarity;
	}

	/** As the table names it. */
	String title() {
		return this.title;
	}

	/** Whether nobody can know if a message has arrived. */
	boolean isUnclear() {
		return this.clarity == Clarity.UNCLEAR;
	}

	private enum Clarity {

		CLEAR, UNCLEAR

	}

}
