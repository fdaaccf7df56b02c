package io.github.slacklogging.benchmark.arrival;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.runtime.SlackLoggingLifecycle;
import io.github.slacklogging.runtime.SlackLoggingRuntime;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with the starter and its defaults. The console is off, so that whatever
 * is printed is the starter's own. The application's packages are named, since the class
 * with {@code main} is not in them here.
 */
final class StarterContender implements Contender {

	private final Map<String, Object> destination;

	private @Nullable ConfigurableApplicationContext context;

	private @Nullable SlackLoggingRuntime runtime;

	/**
	 * Not open yet.
	 * @param destination its properties
	 */
	StarterContender(Map<String, Object> destination) {
		this.destination = Map.copyOf(destination);
	}

	static StarterContender ofWebhook(String url) {
		return new StarterContender(Map.of("slack.logging.webhook-url", url));
	}

	static StarterContender ofBot(String url, String token) {
		return new StarterContender(Map.of("slack.logging.api-url", url, "slack.logging.bot-token", token,
				"slack.logging.channel", "#" + LocalSlack.CHANNEL));
	}

	@Override
	public void open(Path folder) {
		Map<String, Object> properties = new TreeMap<>(this.destination);
		properties.put("slack.logging.spool.directory", folder.toString());
		properties.put("slack.logging.grouping.in-app", Traffic.class.getPackageName());
		properties.put("spring.application.name", "arrival");
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.threshold.console", "OFF");
		SpringApplication application = new SpringApplication(Shop.class);
		List<String> arguments = properties.entrySet()
			.stream()
			.map((each) -> "--" + each.getKey() + "=" + each.getValue())
			.toList();
		ConfigurableApplicationContext opened = application.run(arguments.toArray(String[]::new));
		this.context = opened;
		this.runtime = opened.getBean(SlackLoggingLifecycle.class).runtime();
	}

	@Override
	public Books books() {
		PipelineStatus status = Objects.requireNonNull(Objects.requireNonNull(this.runtime).status());
		return new Books(status.accepted(), sum(status.delivered()), status.waiting() + status.bufferSize(),
				sum(status.dropped()), status.recovered());
	}

	private static long sum(Map<?, Long> counts) {
		return counts.values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public void close() {
		Objects.requireNonNull(this.context).close();
		this.context = null;
	}

	/** Has the starter and nothing else. */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Shop {

	}

}
