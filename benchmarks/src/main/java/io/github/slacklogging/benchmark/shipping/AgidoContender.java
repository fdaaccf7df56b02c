package io.github.slacklogging.benchmark.shipping;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;

/**
 * {@code com.agido:logback-elasticsearch-appender} as its README configures it in "Quick
 * start", with {@code includeMdc}. It ships from a thread that ends when there is nothing
 * left to do. Its queue of events has no bound; {@code maxQueueSize} bounds the text that
 * is made of a batch, and a batch is all there is unless {@code maxBatchSize} says
 * otherwise. Source: its class {@code AbstractElasticsearchPublisher}, 3.0.19.
 */
final class AgidoContender implements Contender {

	private static final String THREADS = "es-writer-";

	private static final String CONFIGURATION = """
			<configuration>
				<appender name="ELASTIC" class="com.agido.logback.elasticsearch.ElasticsearchAppender">
					<url>%s/_bulk</url>
					<index>%s-%%date{yyyy-MM-dd}</index>
					<includeMdc>true</includeMdc>
					<maxBatchSize>%d</maxBatchSize>
					<headers>
						<header><name>Content-Type</name><value>application/json</value></header>
					</headers>
					<properties>
						<esProperty><name>level</name><value>%%level</value></esProperty>
						<esProperty><name>logger</name><value>%%logger</value></esProperty>
						<esProperty><name>thread</name><value>%%thread</value></esProperty>
						<esProperty><name>stacktrace</name><value>%%ex</value></esProperty>
					</properties>
				</appender>
				<root level="INFO">
					<appender-ref ref="ELASTIC"/>
				</root>
			</configuration>
			""";

	private final LoggerContext context = new LoggerContext();

	/**
	 * Ready to log.
	 * @param uri of the node
	 * @param service first part of the name of the index
	 * @param maxBatchSize most events in a request, -1 (its default) for no bound
	 */
	AgidoContender(String uri, String service, int maxBatchSize) {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.context);
		String configuration = CONFIGURATION.formatted(uri, service, maxBatchSize);
		try {
			configurator.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
		}
		catch (JoranException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public LoggerContext context() {
		return this.context;
	}

	@Override
	public boolean isIdle() {
		return Thread.getAllStackTraces().keySet().stream().noneMatch((thread) -> thread.getName().startsWith(THREADS));
	}

	/** It counts none. */
	@Override
	public long lossesTold() {
		return 0;
	}

	/** Its own words, as Logback's status holds them. */
	@Override
	public String tells() {
		Map<String, Integer> told = new TreeMap<>();
		for (Status status : this.context.getStatusManager().getCopyOfStatusList()) {
			if (status.getLevel() > Status.INFO) {
				String text = status.getMessage();
				told.merge(text.substring(0, Math.min(200, text.length())), 1, Integer::sum);
			}
		}
		return told.toString();
	}

	@Override
	public void close() {
		this.context.stop();
	}

}
