package io.github.slacklogging.benchmark.caller;

/** What is logged; named like the method that does it. */
enum Call {

	/** An ERROR with two arguments. */
	PLAIN("plain"),

	/** The same with a throwable. */
	THROWABLE("throwable"),

	/** An INFO where the appender wants an ERROR. */
	BELOW_THRESHOLD("belowThreshold");

	private final String method;

	Call(String method) {
		this.method = method;
	}

	String method() {
		return this.method;
	}

	String pattern() {
		return CallerBenchmark.class.getName().replace(".", "\\.") + "\\." + this.method + "$";
	}

}
