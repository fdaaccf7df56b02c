package io.github.slacklogging.benchmark.arrival;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.LoggerFactory;

/**
 * The errors of a shop: of {@value #KINDS} kinds that take turns, each with an exception
 * and a number of its own. Thread-safe.
 */
final class Traffic {

	static final int KINDS = 20;

	/** What breaks, a word for each kind. */
	static final List<String> WORDS = List.of("Payment", "Stock", "Invoice", "Basket", "Parcel", "Voucher", "Customer",
			"Address", "Refund", "Price", "Search", "Login", "Mail", "Report", "Import", "Export", "Cache", "Session",
			"Picture", "Coupon");

	/** What Slack is told of them, and of nothing else that is logged. */
	static final String BROKE = " broke, event-";

	private static final String EARLY = " is slow, early-";

	private static final int FRAMES = 30;

	private final String verb;

	private final List<Logger> loggers = new ArrayList<>();

	private final List<StackTraceElement[]> stacks = new ArrayList<>();

	private Traffic(LoggerContext context, String name, String verb) {
		this.verb = verb;
		for (String word : WORDS) {
			this.loggers.add(context.getLogger("com.acme." + name + "." + word));
			this.stacks.add(stack(word));
		}
	}

	/** What is measured. */
	static Traffic measured() {
		return new Traffic((LoggerContext) LoggerFactory.getILoggerFactory(), "shop", BROKE);
	}

	/** Errors that can be told from those that are measured. */
	static Traffic early() {
		return new Traffic((LoggerContext) LoggerFactory.getILoggerFactory(), "early", EARLY);
	}

	/** The same calls, but nobody listens to these loggers. */
	static Traffic unheard() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		return new Traffic(context, "unheard", BROKE);
	}

	/**
	 * Logs one error.
	 * @param number its own
	 * @return nanoseconds that the call took
	 */
	long log(int number) {
		int kind = number % KINDS;
		String text = WORDS.get(kind) + this.verb + number;
		IllegalStateException exception = new IllegalStateException(text);
		exception.setStackTrace(this.stacks.get(kind));
		Logger logger = this.loggers.get(kind);
		String template = WORDS.get(kind) + this.verb + "{}";
		long begin = System.nanoTime();
		logger.error(template, number, exception);
		return System.nanoTime() - begin;
	}

	private static StackTraceElement[] stack(String word) {
		StackTraceElement[] frames = new StackTraceElement[FRAMES];
		for (int i = 0; i < FRAMES; i++) {
			frames[i] = (i < 3)
					? new StackTraceElement("com.acme.shop." + word, "step" + i, word + ".java", 10 * i + word.length())
					: new StackTraceElement("org.springframework.web.servlet.Filter" + i, "doFilter", "Filter.java", i);
		}
		return frames;
	}

}
