package io.github.slacklogging.structured;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.SequenceNumberGenerator;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/**
 * A real application. Closing it leaves Logback as it was: without a generator, and with
 * Boot's own patterns.
 */
final class StructuredApplication implements AutoCloseable {

	/**
	 * Not strict: a line that repeats a name must still be read to be complained about.
	 */
	private static final JsonMapper JSON = new JsonMapper();

	/** What Boot's logging leaves behind in the JVM. */
	private static final List<String> PROPERTIES = List.of("CONSOLE_LOG_STRUCTURED_FORMAT",
			"FILE_LOG_STRUCTURED_FORMAT", "CONSOLE_LOG_PATTERN", "FILE_LOG_PATTERN", "LOG_CORRELATION_PATTERN",
			"LOG_FILE", "GELF_FILE");

	final Logger log = LoggerFactory.getLogger("shop.orders");

	private final ConfigurableApplicationContext context;

	private final @Nullable SequenceNumberGenerator before;

	private StructuredApplication(ConfigurableApplicationContext context, @Nullable SequenceNumberGenerator before) {
		this.context = context;
		this.before = before;
	}

	/** Without Slack. */
	static StructuredApplication start(String... arguments) {
		List<String> all = new ArrayList<>(List.of("--slack.logging.enabled=false"));
		all.addAll(List.of(arguments));
		return startWithSlack(all.toArray(String[]::new));
	}

	static StructuredApplication startWithSlack(String... arguments) {
		List<String> all = new ArrayList<>(
				List.of("--spring.application.name=orders-api", "--spring.application.version=1.8.2"));
		all.addAll(List.of(arguments));
		SequenceNumberGenerator before = logback().getSequenceNumberGenerator();
		logback().setSequenceNumberGenerator(null);
		// an application that another test left open has configured Logback already
		LoggingSystem.get(StructuredApplication.class.getClassLoader()).cleanUp();
		return new StructuredApplication(
				new SpringApplicationBuilder(OwnAutoConfigurations.class).web(WebApplicationType.NONE)
					.bannerMode(Banner.Mode.OFF)
					.run(all.toArray(String[]::new)),
				before);
	}

	static LoggerContext logback() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

	/** Logs with what Micrometer Tracing leaves in the MDC. */
	void traced(Runnable logging) {
		try (MDC.MDCCloseable trace = MDC.putCloseable("traceId", "0af7651916cd43dd8448eb211c80319c");
				MDC.MDCCloseable span = MDC.putCloseable("spanId", "b7ad6b7169203331")) {
			logging.run();
		}
	}

	/** The line of a structured log that has this message. */
	static JsonNode line(String log, String message) {
		return log.lines()
			.filter((line) -> line.startsWith("{") && line.contains(message))
			.map(JSON::readTree)
			.findFirst()
			.orElseThrow(() -> new AssertionError("no line of " + message + " in\n" + log));
	}

	static String text(JsonNode line, String name) {
		JsonNode value = line.get(name);
		return (value != null) ? value.asString() : "absent";
	}

	@Override
	public void close() {
		this.context.close();
		logback().setSequenceNumberGenerator(this.before);
		PROPERTIES.forEach(System::clearProperty);
		LoggingSystem system = LoggingSystem.get(StructuredApplication.class.getClassLoader());
		system.beforeInitialize();
		system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		// so that the next application configures it again
		system.cleanUp();
	}

}
