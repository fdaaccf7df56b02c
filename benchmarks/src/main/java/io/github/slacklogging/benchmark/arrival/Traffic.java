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

	/**
	 * Classes of all frames are there and loaded, as those of real ones are: Boot lets
	 * Logback look for the JAR of each, and a class that is nowhere is looked for in all
	 * of them, each time.
	 */
	private static final String OWN = Traffic.class.getName();

	private static final String LIBRARY = "java.util.concurrent.ThreadPoolExecutor";

	private static final int OWN_FRAMES = 3;

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

	/** The same calls with Logback as Boot sets it up, but nobody listens. */
	static Traffic unheard() {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		context.setPackagingDataEnabled(true);
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
			frames[i] = (i < OWN_FRAMES)
					? new StackTraceElement(OWN, "step" + i + "Of" + word, "Traffic.java", 10 * i + word.length())
					: new StackTraceElement(LIBRARY, "run" + i, "ThreadPoolExecutor.java", i);
		}
		return frames;
	}

}
