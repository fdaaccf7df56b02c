package io.github.slacklogging.benchmark.application;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a started application does when it is asked by a letter on its standard input.
 * Answers are single lines that begin with {@link #MARK}.
 */
public final class Commands {

	/** What the application prints itself begins otherwise. */
	public static final String MARK = "@@ ";

	private Commands() {
	}

	/**
	 * Says that the application has started, and obeys until the input ends.
	 * @throws IOException if the input cannot be read
	 */
	public static void obey() throws IOException {
		answer("started");
		for (int command = System.in.read(); command >= 0; command = System.in.read()) {
			switch (command) {
				case 'c' -> answer(Long.toString(classes()));
				case 'h' -> answer(Long.toString(heap()));
				case 't' -> answer(String.join(",", threads()));
				case 'e' -> error();
				default -> {
				}
			}
		}
	}

	private static void answer(String text) {
		System.out.println(MARK + text);
	}

	private static long classes() {
		return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
	}

	/** What is left after full collections: references that are soft or weak take two. */
	private static long heap() {
		System.gc();
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private static TreeSet<String> threads() {
		TreeSet<String> names = new TreeSet<>();
		for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
			names.add(thread.getKey().getName().replace(',', ' '));
		}
		return names;
	}

	/** Between two classes of its own, by which this thread is known in the JVM's log. */
	private static void error() {
		Logger log = LoggerFactory.getLogger(Commands.class);
		IllegalStateException declined = new IllegalStateException("declined",
				new IllegalArgumentException("card expired"));
		answer(Before.word());
		log.error("Order {} failed", 42, declined);
		answer(After.word());
	}

	/** Loaded before the first error. */
	private static final class Before {

		static String word() {
			return Before.class.getSimpleName().toLowerCase(Locale.ROOT);
		}

	}

	/** Loaded after the first error. */
	private static final class After {

		static String word() {
			return After.class.getSimpleName().toLowerCase(Locale.ROOT);
		}

	}

}
