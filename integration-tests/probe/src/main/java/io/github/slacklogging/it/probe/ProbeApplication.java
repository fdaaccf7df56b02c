package io.github.slacklogging.it.probe;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.it.probe.job.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Starts, reports what it became, logs one error, and ends as {@code probe.end} says:
 * {@code return} from {@code main} (the default), {@code close} the context, {@code exit}
 * with {@value #EXIT_CODE}, or {@code wait} for a signal. With {@code obey} it reports
 * and logs nothing of its own, but does what its standard input says, see
 * {@link Commands}. {@code probe.failing-thread} lets a thread die before the end;
 * {@code probe.failing-bean}, {@code probe.hanging-bean}, {@code probe.slow-bean} and
 * {@code probe.failing-runner} spoil the start, and so does {@code probe.telling-bean},
 * which tells {@code PROBE_SECRET} in its exception; {@code probe.credentials} adds
 * {@link StrangeCredentials} of it; {@code probe.jobs} adds {@link Jobs}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Jobs.class)
public class ProbeApplication {

	private static final int EXIT_CODE = 3;

	private static final String NO_HOOK = "--probe.shutdown-hook=false";

	private static final Logger logger = LoggerFactory.getLogger(ProbeApplication.class);

	public static void main(String[] args) throws IOException, InterruptedException {
		SpringApplication application = new SpringApplication(ProbeApplication.class);
		if (Arrays.asList(args).contains(NO_HOOK)) {
			application.setRegisterShutdownHook(false);
		}
		ConfigurableApplicationContext context = application.run(args);
		String end = context.getEnvironment().getProperty("probe.end", "return");
		if (end.equals("obey")) {
			new Commands(context).obey();
			return;
		}
		System.out.print(Report.of(application, context));
		logger.error("Order {} failed", 4711, new IllegalStateException("Out of stock"));
		if (context.getEnvironment().getProperty("probe.failing-thread", Boolean.class, false)) {
			letAThreadDie();
		}
		end(end, context);
	}

	private static void letAThreadDie() throws InterruptedException {
		Thread worker = new Thread(() -> {
			throw new IllegalStateException("No more coal");
		}, "worker-1");
		worker.start();
		worker.join();
	}

	private static void end(String how, ConfigurableApplicationContext context) throws InterruptedException {
		switch (how) {
			case "return" -> {
			}
			case "close" -> context.close();
			case "exit" -> System.exit(EXIT_CODE);
			case "wait" -> new CountDownLatch(1).await();
			default -> throw new IllegalArgumentException("probe.end=" + how);
		}
	}

	@Bean
	@ConditionalOnBooleanProperty("probe.farewell")
	AutoCloseable farewell() {
		return () -> logger.error("Could not say goodbye");
	}

	@Bean
	@ConditionalOnBooleanProperty("probe.failing-runner")
	ApplicationRunner failingRunner() {
		return (arguments) -> {
			logger.error("The shop is empty");
			throw new IllegalStateException("No stock, no shop");
		};
	}

	@Bean
	@ConditionalOnBooleanProperty("probe.hanging-bean")
	Object hangingBean() throws InterruptedException {
		logger.error("The stock does not answer");
		new CountDownLatch(1).await();
		return "never";
	}

	/**
	 * Never done, but never where it was: no look at it finds what the last one found.
	 */
	@Bean
	@ConditionalOnBooleanProperty("probe.slow-bean")
	Object slowBean() {
		logger.error("The stock is being counted");
		for (int i = 0; i >= 0; i++) {
			count(i % 7);
		}
		return "never";
	}

	private static void count(int shelves) {
		if (shelves > 0) {
			count(shelves - 1);
		}
		else {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
		}
	}

	@Bean
	@ConditionalOnProperty("probe.credentials")
	SlackCredentials credentials(Environment environment) {
		return new StrangeCredentials(environment.getRequiredProperty("probe.credentials"),
				environment.getRequiredProperty("PROBE_SECRET"));
	}

	@Bean
	@ConditionalOnBooleanProperty("probe.telling-bean")
	Object tellingBean(Environment environment) {
		String secret = environment.getRequiredProperty("PROBE_SECRET");
		logger.error("Cannot reach {}", secret);
		throw new IllegalStateException("Cannot reach " + secret);
	}

	@Bean
	@ConditionalOnBooleanProperty("probe.failing-bean")
	Object failingBean() {
		logger.error("The stock is unknown");
		throw new IllegalStateException("No stock, no shop");
	}

}
