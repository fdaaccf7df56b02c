package io.github.slacklogging.benchmark.caller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.github.maricn.logback.SlackAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Posts each event to a server in the same JVM that accepts everything. */
final class MaricnContender implements Contender {

	/** Connections that wait for the server; more would cost the caller a second. */
	private static final int BACKLOG = 1_000;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicLong arrived = new AtomicLong();

	private final Appender<ILoggingEvent> appender;

	private MaricnContender(LoggerContext context, boolean queued) {
		this.server = server();
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::accept);
		this.server.start();
		SlackAppender direct = new SlackAppender();
		direct.setContext(context);
		direct.setWebhookUri("http://127.0.0.1:" + this.server.getAddress().getPort() + "/services/T0/B0/swallowed");
		this.appender = queued ? queue(context, direct) : direct;
	}

	/** Posts on the thread that logs. */
	static MaricnContender direct(LoggerContext context) {
		return new MaricnContender(context, false);
	}

	/** Posts on the thread of an {@code AsyncAppender} with its defaults. */
	static MaricnContender queued(LoggerContext context) {
		return new MaricnContender(context, true);
	}

	private static AsyncAppender queue(LoggerContext context, SlackAppender direct) {
		direct.start();
		AsyncAppender queue = new AsyncAppender();
		queue.setContext(context);
		queue.addAppender(direct);
		return queue;
	}

	private static HttpServer server() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(HttpExchange exchange) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(200, -1);
			this.arrived.incrementAndGet();
		}
	}

	@Override
	public Appender<ILoggingEvent> appender() {
		return this.appender;
	}

	@Override
	public OptionalLong arrived() {
		return OptionalLong.of(this.arrived.get());
	}

	@Override
	public void close() {
		this.appender.stop();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
