package io.github.slacklogging.benchmark.worker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.appender.RunSequence;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.autoconfigure.Assembled;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.runtime.PipelineAssembly;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;

/**
 * What the starter makes of an address, with all its defaults, in a Logback of its own:
 * appender, buffer, worker, client and spool, as in an application.
 */
final class LoggingSetUp implements AutoCloseable {

	private static final Marker CRITICAL = new BasicMarkerFactory().getMarker("CRITICAL");

	private final LoggerContext context = new LoggerContext();

	private final Logger log = this.context.getLogger("com.acme.orders.OrderService");

	private final PipelineAssembly assembly;

	/**
	 * Started.
	 * @param slack where errors go
	 * @param spool where they wait
	 */
	LoggingSetUp(URI slack, Path spool) {
		this.assembly = Assembled
			.of(Map.of("slack.logging.webhook-url", slack.toString(), "slack.logging.spool.directory", spool.toString(),
					"slack.logging.service-name", "orders", "slack.logging.service-version", "1.8.2",
					"slack.logging.host", "orders-1", "slack.logging.grouping.in-app", "com.acme"));
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.setSequenceNumberGenerator(new RunSequence());
		SlackAppender appender = new SlackAppender();
		appender.setContext(this.context);
		appender.connect(this.assembly.outlets(), this.assembly.appender());
		appender.start();
		this.log.setLevel(Level.INFO);
		this.log.setAdditive(false);
		this.log.addAppender(appender);
		this.assembly.pipeline().start();
	}

	/** As an application has it done half a second after its start. */
	void rehearse() {
		this.assembly.rehearse(Errors.of(Shape.PLAIN, 1, 1));
		this.assembly.rehearse(Errors.of(Shape.THROWABLE, 1, 1));
	}

	Logger log() {
		return this.log;
	}

	/**
	 * Logs an error.
	 * @param critical whether it is marked as such
	 * @param word in its text
	 * @param thrown with it
	 */
	void log(boolean critical, String word, Throwable thrown) {
		if (critical) {
			this.log.error(CRITICAL, "Order {} failed: {}", 4711, word, thrown);
		}
		else {
			this.log.error("Order {} failed: {}", 4711, word, thrown);
		}
	}

	PipelineStatus status() {
		return this.assembly.pipeline().status();
	}

	@Override
	public void close() {
		this.assembly.pipeline().close();
	}

}
