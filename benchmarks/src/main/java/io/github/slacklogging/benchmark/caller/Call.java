package io.github.slacklogging.benchmark.caller;

/** What is logged; named like the method that does it. */
enum Call {

	/** An ERROR with two arguments. */
	PLAIN("plain", "Plain event"),

	/** The same with a throwable. */
	THROWABLE("throwable", "Event with a throwable"),

	/** An INFO where the appender wants an ERROR. */
	BELOW_THRESHOLD("belowThreshold", "Event below the threshold");

	private final String method;

	private final String title;

	Call(String method, String title) {
		this.method = method;
		this.title = title;
	}

	/** As at the beginning of a sentence. */
	String title() {
		return this.title;
	}

	/** Tells JMH which method it is. */
	String pattern() {
		return CallerBenchmark.class.getName().replace(".", "\\.") + "\\." + this.method + "$";
	}

}
