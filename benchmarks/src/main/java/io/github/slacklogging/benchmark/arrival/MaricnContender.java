package io.github.slacklogging.benchmark.arrival;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/**
 * {@code com.github.maricn:logback-slack-appender} as its README configures it: alone, or
 * behind Logback's {@code AsyncAppender}, "currently recommended way", and with Logback's
 * packaging data, which every application of Spring Boot has. It keeps no books.
 */
final class MaricnContender implements Contender {

	private static final String CONFIGURATION = """
			<configuration packagingData="true">
				<appender name="SLACK" class="com.github.maricn.logback.SlackAppender">
					<webhookUri>%s</webhookUri>
					<channel>#%s</channel>
					<layout class="ch.qos.logback.classic.PatternLayout">
						<pattern>%%-4relative [%%thread] %%-5level %%class - %%msg%%n</pattern>
					</layout>
					<username>arrival</username>
					<iconEmoji>:stuck_out_tongue_winking_eye:</iconEmoji>
					<colorCoding>true</colorCoding>
					<filter class="ch.qos.logback.classic.filter.ThresholdFilter">
						<level>ERROR</level>
					</filter>
				</appender>
				<appender name="ASYNC_SLACK" class="ch.qos.logback.classic.AsyncAppender">
					<appender-ref ref="SLACK"/>
				</appender>
				<root level="INFO">
					<appender-ref ref="%s"/>
				</root>
			</configuration>
			""";

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final String configuration;

	/**
	 * Not open yet.
	 * @param url of the webhook
	 * @param queued whether the asynchronous appender stands before it
	 */
	MaricnContender(String url, boolean queued) {
		this.configuration = CONFIGURATION.formatted(url, LocalSlack.CHANNEL, queued ? "ASYNC_SLACK" : "SLACK");
	}

	@Override
	public void open(Path folder) {
		this.context.reset();
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		try {
			this.context.start();
			configurator.doConfigure(new ByteArrayInputStream(this.configuration.getBytes(StandardCharsets.UTF_8)));
		}
		catch (JoranException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public Books books() {
		return new Books(0, 0, queue(), 0, 0);
	}

	private int queue() {
		return (this.context.getLogger(Logger.ROOT_LOGGER_NAME)
			.getAppender("ASYNC_SLACK") instanceof AsyncAppender appender) ? appender.getNumberOfElementsInQueue() : 0;
	}

	@Override
	public void close() {
		this.context.stop();
	}

}
