package io.github.slacklogging.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.slacklogging.SendResult;
import org.springframework.http.client.reactive.ClientHttpConnector;

/** Carries requests over connections that live. Thread-safe, never blocks. */
final class Transport {

	// Of the deadline, at most so much goes into finding a dead connection.
	private static final int PROBE_SHARE = 3;

	private static final Outcome ALIVE = Outcome.of(new SendResult.Accepted("alive"));

	private final Connections connections;

	private final TransportLog log = new TransportLog();

	private final Deadlines deadlines = new Deadlines();

	private final Duration deadline;

	private final Set<Exchange> underWay = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	Transport(WebClientSlackSender.Settings settings) {
		this.connections = new Connections(settings);
		this.deadline = settings.responseTimeout();
	}

	/**
	 * Sends a request.
	 * @param request to send
	 * @param reader classifies the answer
	 * @param now monotonic nanoseconds
	 * @return completes within the deadline, never exceptionally; at once after the end
	 */
	CompletionStage<Outcome> send(SlackRequest request, Function<Answer, Outcome> reader, long now) {
		if (this.closed) {
			// Not one connection more, not even to be cut at once.
			return CompletableFuture.completedFuture(Outcome.of(Trouble.CLOSED.result(false)));
		}
		this.log.open();
		this.log.hide(request);
		Connections.Use use = this.connections.use(request.authority(), now);
		if (!use.maybeDead()) {
			return exchange(request, reader, use.connector(), this.deadline);
		}
		Duration share = this.deadline.dividedBy(PROBE_SHARE);
		return exchange(SlackRequest.probe(request.uri()), (answer) -> ALIVE, use.connector(), share)
			.thenCompose((whatever) -> exchange(request, reader, use.connector(), this.deadline.minus(share)));
	}

	private CompletionStage<Outcome> exchange(SlackRequest request, Function<Answer, Outcome> reader,
			ClientHttpConnector connector, Duration time) {
		Exchange exchange = new Exchange(request, reader);
		this.underWay.add(exchange);
		CompletionStage<Outcome> result = exchange.start(connector, this.deadlines, time)
			.whenComplete((ended, never) -> this.underWay.remove(exchange));
		// Asked after it was added: one of the two sides sees the other.
		if (this.closed) {
			exchange.cancel();
		}
		return result;
	}

	/** Makes the client and prepares a request that is never sent. */
	void warmUp(URI uri, long now) {
		new Exchange(SlackRequest.probe(uri), (answer) -> ALIVE).answer(this.connections.connector(now));
	}

	void close() {
		this.closed = true;
		this.underWay.forEach(Exchange::cancel);
		this.deadlines.close();
		this.connections.close();
		this.log.close();
	}

}
