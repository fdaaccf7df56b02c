package io.github.slacklogging.benchmark.shipping;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.autoconfigure.Assembled;
import io.github.slacklogging.runtime.PipelineAssembly;

/** This library with its defaults and one property: the address. */
final class OurContender implements Contender {

	private final LoggerContext context = new LoggerContext();

	private final SlackAppender appender = new SlackAppender();

	private final LogShipping shipping;

	OurContender(String uri, String service) {
		PipelineAssembly assembly = Assembled
			.of(Map.of("slack.logging.opensearch.uris", uri, "slack.logging.service-name", service));
		this.shipping = Assembled.shippingOf(assembly);
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.setSequenceNumberGenerator(new RunSequence());
		this.appender.setContext(this.context);
		this.appender.connect(assembly.outlets(), assembly.appender());
		this.appender.start();
		Logger root = this.context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		root.setLevel(Level.INFO);
		root.addAppender(this.appender);
		this.shipping.start();
	}

	@Override
	public LoggerContext context() {
		return this.context;
	}

	@Override
	public boolean isIdle() {
		ShippingStatus status = this.shipping.status();
		return status.bufferSize() == 0 && status.waiting() == 0;
	}

	@Override
	public long lossesTold() {
		return this.shipping.status().dropped().values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public String tells() {
		return this.shipping.status().dropped().toString();
	}

	@Override
	public void close() {
		this.appender.stop();
		this.shipping.close();
	}

}
