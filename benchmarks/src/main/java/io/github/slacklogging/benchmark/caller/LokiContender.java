package io.github.slacklogging.benchmark.caller;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.github.loki4j.client.http.HttpConfig;
import com.github.loki4j.client.http.Loki4jHttpClient;
import com.github.loki4j.client.http.LokiResponse;
import com.github.loki4j.logback.HttpSender;
import com.github.loki4j.logback.Loki4jAppender;
import com.github.loki4j.logback.PipelineConfigAppenderBase.BatchCfg;
import com.github.loki4j.logback.PipelineConfigAppenderBase.HttpCfg;

/**
 * With its defaults, but that a batch does not wait a minute for more events. What it
 * sends is searched for events and thrown away.
 */
final class LokiContender implements Contender {

	private static final byte[] WORD = Request.WORD.getBytes(StandardCharsets.UTF_8);

	private static final long BATCH_MILLIS = 200;

	private final AtomicLong arrived = new AtomicLong();

	private final Loki4jAppender appender = new Loki4jAppender();

	LokiContender(LoggerContext context) {
		BatchCfg batch = new BatchCfg();
		batch.setTimeoutMs(BATCH_MILLIS);
		HttpCfg http = new HttpCfg();
		http.setUrl("http://localhost:9/loki/api/v1/push");
		http.setSender(new Receiver());
		this.appender.setContext(context);
		this.appender.setBatch(batch);
		this.appender.setHttp(http);
		this.appender.setVerbose(false);
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.of(this.arrived.get());
	}

	/**
	 * Does not stop the appender: it would wait until everything is sent, without end.
	 */
	@Override
	public void close() {
		this.arrived.set(0);
	}

	/** Takes the place of a connection to Loki. */
	private final class Receiver implements HttpSender {

		private final HttpConfig.Builder builder = new HttpConfig.Builder();

		@Override
		public HttpConfig.Builder getConfig() {
			return this.builder.setClientConfig(HttpConfig.Builder.java);
		}

		@Override
		public Function<HttpConfig, Loki4jHttpClient> getHttpClientFactory() {
			return Swallowing::new;
		}

	}

	/** Counts the lines of a batch by the word that each of them has once. */
	private final class Swallowing implements Loki4jHttpClient {

		private final HttpConfig config;

		private Swallowing(HttpConfig config) {
			this.config = config;
		}

		@Override
		public HttpConfig getConfig() {
			return this.config;
		}

		@Override
		public LokiResponse send(ByteBuffer batch) {
			long events = 0;
			for (int i = batch.position(); i <= batch.limit() - WORD.length; i++) {
				events += isWordAt(batch, i) ? 1 : 0;
			}
			LokiContender.this.arrived.addAndGet(events);
			return new LokiResponse(204, "");
		}

		private boolean isWordAt(ByteBuffer batch, int index) {
			for (int i = 0; i < WORD.length; i++) {
				if (batch.get(index + i) != WORD[i]) {
					return false;
				}
			}
			return true;
		}

		@Override
		public void close() {
			// nothing is open
		}

	}

}
