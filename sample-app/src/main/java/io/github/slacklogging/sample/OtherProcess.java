package io.github.slacklogging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * A JVM with the class path of this one and its way to Slack. What it prints is nobody's:
 * it would frighten between the lines of this one. Thread-safe; waits for its end.
 */
@Component
class OtherProcess {

	/** What it is told as this application was. */
	private static final List<String> HANDED_ON = List.of("slack.logging.api-url",
			"slack.logging.destinations.orders.bot-token", "slack.logging.enabled", "spring.profiles.active",
			"logging.file.name", "sample.log-page");

	/** A JVM that has just begun is slow: its last message may take a while. */
	private static final Map<String, String> ALWAYS = Map.of("spring.main.web-application-type", "none",
			"slack.logging.inbox.enabled", "false", "slack.logging.level", "ERROR", "slack.logging.shutdown.timeout",
			"30s", "slack.logging.http.response-timeout", "20s");

	private static final long MOST_SECONDS = 120;

	private final Environment environment;

	private final JsonMapper json;

	OtherProcess(Environment environment, JsonMapper json) {
		this.environment = environment;
		this.json = json;
	}

	void run(Class<?> main, Map<String, String> properties) {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
				main.getName());
		// not as arguments, which every user of the machine may read
		builder.environment().put("SPRING_APPLICATION_JSON", this.json.writeValueAsString(settings(properties)));
		builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
		try {
			Process process = builder.start();
			if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Map<String, String> settings(Map<String, String> properties) {
		Map<String, String> settings = new LinkedHashMap<>(ALWAYS);
		HANDED_ON.forEach((name) -> {
			String value = this.environment.getProperty(name);
			if (value != null) {
				settings.put(name, value);
			}
		});
		settings.putAll(properties);
		return settings;
	}

}
