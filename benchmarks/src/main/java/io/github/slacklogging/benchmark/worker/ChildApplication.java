package io.github.slacklogging.benchmark.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A small application in a JVM of its own, with the starter on its class path or without.
 * Says what it does on standard output, a line each.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ChildApplication {

	/** It has started. */
	static final String READY = "READY";

	/** An error was logged; when follows. */
	static final String LOGGED = "LOGGED ";

	/** All was logged and counted; the books follow. */
	static final String DONE = "DONE ";

	private static final int THREADS = 2;

	private static final int KINDS = 1_000;

	/** Of every so many events one has a throwable. */
	private static final int THROWN = 4;

	private static final Duration FOR_EVER = Duration.ofMinutes(10);

	/**
	 * Starts and does what it is told.
	 * @param arguments {@code idle}; {@code first} and a word to log after a while;
	 * {@code storm} and how many events
	 * @throws Exception if it cannot
	 */
	public static void main(String[] arguments) throws Exception {
		ConfigurableApplicationContext context = SpringApplication.run(ChildApplication.class);
		say(READY);
		switch (arguments[0]) {
			case "first" -> first(arguments[1]);
			case "storm" -> {
				storm(Integer.parseInt(arguments[1]));
				say(DONE + (isBare() ? "" : StarterBooks.afterStorm(context)));
				System.exit(0);
			}
			default -> Thread.sleep(FOR_EVER.toMillis());
		}
	}

	private static boolean isBare() {
		return ChildApplication.class.getResource("/io/github/slacklogging/pipeline/SlackPipeline.class") == null;
	}

	/**
	 * Nothing was logged before: nothing of the way is warm that the start has not
	 * warmed.
	 */
	private static void first(String word) throws InterruptedException {
		Thread.sleep(3_000);
		Exception refused = new IllegalStateException("Order 4711 was refused", new IllegalArgumentException(word));
		Instant called = Instant.now();
		LoggerFactory.getLogger("com.acme.orders.OrderService").error("Order {} failed: {}", 4711, word, refused);
		say(LOGGED + called);
		Thread.sleep(FOR_EVER.toMillis());
	}

	private static void storm(int events) throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			int first = i;
			threads.add(new Thread(() -> {
				for (int number = first; number < events; number += THREADS) {
					log(number);
				}
			}));
		}
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private static void log(int number) {
		int kind = number % KINDS;
		Logger log = (Logger) LoggerFactory.getLogger("com.acme.orders.Service" + kind);
		if (kind % THROWN == 0) {
			log.error("Order {} failed", number, new IllegalStateException("Order " + number + " was refused"));
		}
		else {
			log.error("Order {} failed", number);
		}
	}

	@SuppressWarnings("SystemOut")
	private static void say(String line) {
		System.out.println(line);
	}

}
