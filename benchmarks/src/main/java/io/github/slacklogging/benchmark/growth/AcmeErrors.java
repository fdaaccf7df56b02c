package io.github.slacklogging.benchmark.growth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;

/**
 * Errors of a web application as the appender describes them: a trace of thirty frames,
 * four of them its own, and two entries of context. What tells kinds apart is a method of
 * the application.
 */
final class AcmeErrors {

	private static final int FRAMES = 30;

	private static final int OWN_FRAMES = 4;

	private static final Map<String, String> MDC = Map.of("traceId", "4bf92f3577b34da6a3ce929d0e0e4736", "spanId",
			"00f067aa0ba902b7");

	private final RunId run = RunId.random();

	private long sequence;

	/**
	 * The next error, with a trace that is nobody else's, as the JVM fills it in.
	 * @param kind its number
	 * @param at when it is logged
	 */
	LogEvent next(int kind, Instant at) {
		this.sequence++;
		RecordedThrowable thrown = new RecordedThrowable("java.lang.IllegalStateException",
				"Order " + this.sequence + " failed", frames(kind), (int) this.sequence);
		return new LogEvent(this.run, this.sequence, at, Severity.ERROR, "com.acme.Orders", "http-1", "Order {} failed",
				"Order " + this.sequence + " failed", 1, MDC, List.of(), List.of(), thrown, null);
	}

	private static List<StackTraceElement> frames(int kind) {
		// names are shared, as in the JVM
		String method = ("save" + kind).intern();
		List<StackTraceElement> frames = new ArrayList<>(FRAMES);
		for (int i = 0; i < OWN_FRAMES; i++) {
			frames.add(new StackTraceElement("com.acme.orders.Orders", method, "Orders.java", 10 + i));
		}
		while (frames.size() < FRAMES) {
			frames.add(new StackTraceElement("org.springframework.web.servlet.FrameworkServlet", "service",
					"FrameworkServlet.java", frames.size()));
		}
		return frames;
	}

}
