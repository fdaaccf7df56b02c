package io.github.slacklogging.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Carries requests over connections that live, with Spring's WebClient on a private
 * client of the JDK: HTTP/1.1, no redirects, TLS 1.2 and newer, one deadline for each
 * exchange from the name look-up to the last byte. Never repeats a request. Thread-safe;
 * never blocks; holds no thread before the first request and only daemon threads after
 * it. Results complete on those. After {@link #close()} nothing is sent.
 *
 * <p>
 * No address and no authorization reaches an outcome, an exception or a log: not even
 * WebClient's own.
 */
public final class HttpTransport implements AutoCloseable {

	// Of the deadline, at most so much goes into finding a dead connection.
	private static final int PROBE_SHARE = 3;

	private final Settings settings;

	private final Connections connections;

	private final TransportLog log = new TransportLog();

	private final Deadlines deadlines;

	private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	public HttpTransport(Settings settings) {
		this(settings, new Connections(settings, null));
	}

	private HttpTransport(Settings settings, Connections connections) {
		this.settings = settings;
		this.connections = connections;
		this.deadlines = new Deadlines(settings.threads() + "-deadline");
	}

	/**
	 * One for a rehearsal: whatever is sent ends at a port of this process, on its
	 * loopback interface, past any proxy, and is answered with {@code ok}. The port is
	 * open until {@link #close()}, which leaves nothing behind.
	 * @throws IOException if there is no such port
	 */
	public static HttpTransport rehearsed(Settings settings) throws IOException {
		return new HttpTransport(settings, new Connections(settings, new Rehearsed()));
	}

	/**
	 * Sends a request.
	 * @param call to send
	 * @param nowNanos monotonic nanoseconds
	 * @return completes within the deadline, never exceptionally; at once after the end
	 */
	public CompletionStage<HttpOutcome> send(HttpCall call, long nowNanos) {
		if (this.closed) {
			// Not one connection more, not even to be cut at once.
			return CompletableFuture.completedFuture(new HttpOutcome.Unanswered(TransportTrouble.CLOSED, false));
		}
		this.log.open();
		this.log.hide(call);
		Connections.Use use = this.connections.use(call.authority(), nowNanos);
		Duration deadline = this.settings.responseTimeout();
		if (!use.maybeDead()) {
			return exchange(call, use.connector(), deadline);
		}
		Duration share = deadline.dividedBy(PROBE_SHARE);
		return exchange(HttpCall.probe(call.uri()), use.connector(), share)
			.thenCompose((whatever) -> exchange(call, use.connector(), deadline.minus(share)));
	}

	/**
	 * Something will be sent soon: makes the client meanwhile, on a thread of its own,
	 * and reads what the JVM trusts. Connects to nobody. Never blocks; does nothing where
	 * there is a client, or after the end.
	 * @param nowNanos monotonic nanoseconds
	 */
	public void getReady(long nowNanos) {
		if (!this.closed) {
			this.connections.getReady(nowNanos);
			// Asked after it was begun: one of the two sides sees the other.
			if (this.closed) {
				this.connections.close();
			}
		}
	}

	private CompletionStage<HttpOutcome> exchange(HttpCall call, ClientHttpConnector connector, Duration time) {
		Exchange exchange = new Exchange(call, this.settings.maxAnswerBytes());
		this.underWay.add(exchange);
		CompletionStage<HttpOutcome> result = exchange.start(connector, this.deadlines, time)
			.whenComplete((ended, never) -> this.underWay.remove(exchange));
		// Asked after it was added: one of the two sides sees the other.
		if (this.closed) {
			exchange.cancel();
		}
		return result;
	}

	/** Gives up what is under way. May be called again. */
	@Override
	public void close() {
		this.closed = true;
		this.underWay.forEach(Exchange::cancel);
		this.deadlines.close();
		this.connections.close();
		this.log.close();
	}

	/**
	 * How to reach a host. Holds no secret.
	 *
	 * @param connectTimeout for a connection
	 * @param responseTimeout for the whole of an exchange
	 * @param connectionMaxAge connections older than this are not used again; without
	 * effect before Java 21
	 * @param proxy {@code host:port}; {@code null} for what the JVM says
	 * @param sslContext {@code null} for the JVM's own
	 * @param sslParameters {@code null} for those of the context
	 * @param maxAnswerBytes the rest of a longer body is not read
	 * @param threads how the names of the threads begin; by {@code slack-logging-} the
	 * appender knows its own voice
	 * @param properties prefix of the properties, for what is said of a wrong one:
	 * {@code slack.logging.http}
	 */
	public record Settings(Duration connectTimeout, Duration responseTimeout, Duration connectionMaxAge,
			@Nullable String proxy, @Nullable SSLContext sslContext, @Nullable SSLParameters sslParameters,
			int maxAnswerBytes, String threads, String properties) {

		private static final Duration MAX = Duration.ofHours(1);

		public Settings {
			check(connectTimeout, properties + ".connect-timeout");
			check(responseTimeout, properties + ".response-timeout");
			check(connectionMaxAge, properties + ".connection-max-age");
			if (proxy != null) {
				OutboundProxy.of(proxy, properties + ".proxy");
			}
			if (maxAnswerBytes < 1 || !threads.startsWith("slack-logging-")) {
				throw new IllegalArgumentException(
						"Answers must be read at least in part, by threads that are known as ours");
			}
		}

		/** The configured proxy. */
		@Nullable OutboundProxy outboundProxy() {
			return (this.proxy != null) ? OutboundProxy.of(this.proxy, this.properties + ".proxy") : null;
		}

		private static void check(Duration duration, String property) {
			if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX) > 0) {
				throw new IllegalArgumentException(property + " must be positive and at most 1h");
			}
		}

	}

}
