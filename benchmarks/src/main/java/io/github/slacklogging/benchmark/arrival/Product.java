package io.github.slacklogging.benchmark.arrival;

/** What errors go through. */
enum Product {

	/** The starter with an incoming webhook. */
	WEBHOOK("ours, webhook", "starter", "webhook"),

	/** The starter with a bot's token. */
	BOT("ours, bot", "starter", "bot"),

	/** The other appender, called by the thread that logs. */
	MARICN("logback-slack-appender", "maricn", "maricn"),

	/** The other appender behind a queue. */
	MARICN_ASYNC("logback-slack-appender, async", "maricn", "maricn-async");

	private final String label;

	private final String module;

	private final String argument;

	Product(String label, String module, String argument) {
		this.label = label;
		this.module = module;
		this.argument = argument;
	}

	String label() {
		return this.label;
	}

	/** Below {@code benchmarks/arrival}: brings what the JVM has on its class path. */
	String module() {
		return this.module;
	}

	/** As {@link Run} knows it. */
	String argument() {
		return this.argument;
	}

	/** Whether it keeps books, and has a second life. */
	boolean isOurs() {
		return this.module.equals("starter");
	}

}
