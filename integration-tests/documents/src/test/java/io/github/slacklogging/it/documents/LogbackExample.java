package io.github.slacklogging.it.documents;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import io.github.slacklogging.structured.LogIdConverter;
import org.slf4j.LoggerFactory;

import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.ClassUtils;

/**
 * A {@code logback-spring.xml}, or a part of one, read by Boot's own reader in a context
 * of its own.
 */
final class LogbackExample {

	private static final String BOOTS_READER = "org.springframework.boot.logging.logback.SpringBootJoranConfigurator";

	private final Path folder;

	/**
	 * A check.
	 * @param folder in the place of folders that only the reader has
	 */
	LogbackExample(Path folder) {
		this.folder = folder;
		// what the start of an application makes known
		PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("logId", LogIdConverter::new);
	}

	/** What Logback warns of when it reads this. */
	List<String> problems(String xml) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(((LoggerContext) LoggerFactory.getILoggerFactory()).getMDCAdapter());
		context.putProperty("LOG_FILE", this.folder.resolve("application.log").toString());
		JoranConfigurator reader = reader();
		reader.setContext(context);
		try {
			reader.doConfigure(new ByteArrayInputStream(whole(xml).getBytes(StandardCharsets.UTF_8)));
			return context.getStatusManager()
				.getCopyOfStatusList()
				.stream()
				.filter((status) -> status.getEffectiveLevel() >= Status.WARN)
				.map(Status::toString)
				.toList();
		}
		catch (JoranException ex) {
			return List.of(ex.toString());
		}
		finally {
			context.stop();
		}
	}

	private String whole(String xml) {
		String local = xml.replaceAll("/var/log/", this.folder + "/");
		return local.contains("<configuration") ? local : "<configuration>" + local + "</configuration>";
	}

	/** Boot shows it to nobody; only it understands springProfile and springProperty. */
	private static JoranConfigurator reader() {
		try {
			Constructor<?> constructor = ClassUtils.forName(BOOTS_READER, null)
				.getDeclaredConstructor(LoggingInitializationContext.class);
			constructor.setAccessible(true);
			return (JoranConfigurator) constructor
				.newInstance(new LoggingInitializationContext(new StandardEnvironment()));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
