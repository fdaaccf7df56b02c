package io.github.slacklogging.autoconfigure;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.Severity;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Meters of applications that really run, with the inbox as Slack. */
@Timeout(120)
class RunningMetersTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** Stands in everything that is logged. */
	private static final String EVIL = "evil";

	private static final String CALLER = "caller-of-the-logger";

	private SlackInbox inbox;

	@BeforeEach
	void startInbox() {
		this.inbox = SlackInbox.start();
	}

	@AfterEach
	void stopInbox() {
		this.inbox.close();
	}

	@Test
	void noTagValueComesFromWhatIsLoggedOrAnswered() throws InterruptedException {
		this.inbox.enqueue(Reply.status(799, EVIL));
		this.inbox.enqueue(Reply.status(599, EVIL));
		this.inbox.enqueue(Reply.webhookError(400, EVIL));
		try (ConfigurableApplicationContext context = run(Shop.class)) {
			MeterRegistry registry = context.getBean("first", MeterRegistry.class);
			onThreadOfTheCaller(RunningMetersTests::logWhatIsHostile);
			await().atMost(SOON)
				.until(() -> told(registry) >= 3 && registry.find("slack.logging.masked").meters().size() >= 2);
			assertThat(ours(registry)).flatExtracting((meter) -> meter.getId().getTags())
				.hasSizeGreaterThan(50)
				.allSatisfy((tag) -> assertThat(allowed(tag.getKey())).as(tag.getKey()).contains(tag.getValue()));
			assertThat(ours(registry)).extracting((meter) -> meter.getId().getTag("status")).contains("200", "other");
			assertThat(ours(registry)).extracting((meter) -> meter.getId().toString())
				.noneMatch((id) -> id.contains(EVIL));
		}
	}

	@Test
	void threadsThatLogRegisterNothingAndNewTimersComeOfTheWorker() throws InterruptedException {
		try (ConfigurableApplicationContext context = run(Shop.class)) {
			WatchedRegistry registry = context.getBean("first", WatchedRegistry.class);
			registry.added.clear();
			onThreadOfTheCaller(RunningMetersTests::logWhatIsHostile);
			await().atMost(SOON).until(() -> told(registry) >= 3);
			assertThat(registry.added).isNotEmpty()
				.allSatisfy((thread) -> assertThat(thread).startsWith("slack-logging-"));
		}
	}

	@Test
	void contextAndItsRegistriesAreNotPinnedByARuntimeThatGoesOn() {
		try (ConfigurableApplicationContext owner = run(WithoutMeters.class)) {
			List<WeakReference<Object>> gone = runAndClose();
			for (int i = 0; i < 100 && gone.stream().anyMatch((each) -> each.get() != null); i++) {
				System.gc();
			}
			assertThat(gone).hasSize(5).extracting(WeakReference::get).containsOnlyNulls();
			critical("the runtime goes on");
			assertThat(this.inbox.takeMessage(SOON).text()).contains("the runtime goes on");
		}
	}

	/** A parent with two registries and a child that only uses them. */
	private List<WeakReference<Object>> runAndClose() {
		List<WeakReference<Object>> passing = new ArrayList<>();
		ConfigurableApplicationContext parent = run(Shop.class);
		ConfigurableApplicationContext child = new SpringApplicationBuilder(Child.class).parent(parent)
			.web(WebApplicationType.NONE)
			.run(arguments());
		critical("told while both run");
		assertThat(this.inbox.takeMessage(SOON).text()).contains("told while both run");
		MeterRegistry composite = child.getBean(MeterRegistry.class);
		await().atMost(SOON).until(() -> told(parent.getBean("second", MeterRegistry.class)) >= 1);
		Stream.of(parent, child, composite, parent.getBean("first"), parent.getBean("second"))
			.forEach((each) -> passing.add(new WeakReference<>(each)));
		child.close();
		// a child that ends takes nothing off its parent's registry
		assertThat(ours(parent.getBean("first", MeterRegistry.class))).isNotEmpty();
		parent.close();
		// Spring Boot 4.0.0 leaves them there, without us too
		List.copyOf(Metrics.globalRegistry.getRegistries()).forEach(Metrics::removeRegistry);
		return passing;
	}

	private static void logWhatIsHostile() {
		MDC.put(EVIL, EVIL);
		MDC.put("traceId", EVIL);
		for (int i = 0; i < 30; i++) {
			Logger logger = LoggerFactory.getLogger(EVIL + "." + i);
			logger.atError()
				.addMarker(MarkerFactory.getMarker(EVIL + i))
				.addKeyValue("slack.fingerprint", EVIL + i)
				.addKeyValue("destination", EVIL)
				.addKeyValue("status", EVIL)
				.setCause(new EvilException(EVIL + " severity=evil reason=evil rule=evil " + i))
				.log("evil {} mary.evil@evil.example Authorization: Bearer evil0123456789abcdef", EVIL + i);
			logger.warn("evil outcome {}", EVIL);
		}
		for (int i = 0; i < 3; i++) {
			critical("evil " + EVIL + i);
		}
		MDC.clear();
	}

	private static void critical(String message) {
		LoggerFactory.getLogger("com.acme." + EVIL).error(MarkerFactory.getMarker("CRITICAL"), message);
	}

	private static void onThreadOfTheCaller(Runnable task) throws InterruptedException {
		Thread thread = new Thread(task, CALLER);
		thread.start();
		thread.join();
	}

	private static double told(MeterRegistry registry) {
		return registry.find("slack.logging.events.delivered")
			.functionCounters()
			.stream()
			.mapToDouble(FunctionCounter::count)
			.sum();
	}

	private static List<Meter> ours(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith("slack.logging."))
			.toList();
	}

	/**
	 * Everything a tag may say, spelt out: a value that is not here came from somewhere
	 * else.
	 */
	private static Set<String> allowed(String key) {
		return switch (key) {
			case "destination" -> Set.of("default", "oncall");
			case "severity" -> words(Severity.values());
			case "outcome" ->
				union(words(MessageOutcome.values()), Set.of("accepted", "filtered", "dropped", "recovered"));
			case "reason" -> words(DropReason.values());
			case "how" -> words(DeliveryKind.values());
			case "rule" -> Set.of("email", "authorization", "customer");
			case "status" -> Set.of("200", "400", "429", "500", "other", "connect_timeout", "connect", "tls", "timeout",
					"closed", "lost", "failed", "unknown_host");
			// how a registry without percentiles of its own shows them
			case "phi" -> Set.of("0.5", "0.95", "0.99");
			default -> Set.of();
		};
	}

	private static Set<String> words(Enum<?>[] values) {
		return Stream.of(values).map((value) -> value.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static Set<String> union(Set<String> first, Set<String> second) {
		return Stream.concat(first.stream(), second.stream()).collect(Collectors.toSet());
	}

	private ConfigurableApplicationContext run(Class<?> source) {
		return new SpringApplicationBuilder(source).web(WebApplicationType.NONE).run(arguments());
	}

	private String[] arguments() {
		return new String[] { "--slack.logging.webhook-url=" + this.inbox.webhookUrl(),
				"--slack.logging.destinations.oncall.webhook-url=" + this.inbox.webhookUrl(),
				"--slack.logging.level=WARN", "--slack.logging.digest.every=1s", "--slack.logging.shutdown.timeout=2s",
				"--slack.logging.rate-limit.per-second=20", "--slack.logging.retry.initial-backoff=50ms",
				"--slack.logging.masking.patterns.customer=evil\\d" };
	}

	/** Says on which threads meters were added. */
	static final class WatchedRegistry extends SimpleMeterRegistry {

		private final List<String> added = new CopyOnWriteArrayList<>();

		WatchedRegistry() {
			config().onMeterAdded((meter) -> {
				if (meter.getId().getName().startsWith("slack.logging.")) {
					this.added.add(Thread.currentThread().getName());
				}
			});
		}

	}

	static final class EvilException extends RuntimeException {

		EvilException(String message) {
			super(message);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	@ImportAutoConfiguration({ MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class })
	static class Shop {

		@Bean
		WatchedRegistry first() {
			return new WatchedRegistry();
		}

		@Bean
		WatchedRegistry second() {
			return new WatchedRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(OwnAutoConfigurations.class)
	static class WithoutMeters {

	}

	@Configuration(proxyBeanMethods = false)
	static class Child {

	}

}
