package io.github.slacklogging.doctor;

import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.HttpTransport;
import io.github.slacklogging.transport.TransportTrouble;
import org.jspecify.annotations.Nullable;

/**
 * The way to another host, the one that messages take: its proxy, its certificates, its
 * time-outs. Thread-safe; each question blocks for at most the transport's deadline.
 *
 * @param transport carries the questions
 * @param clock the time
 */
public record Line(HttpTransport transport, Supplier<Tick> clock) {

	Asked ask(String method, URI uri, @Nullable Secret authorization, HttpCall.Content content) {
		Tick before = this.clock.get();
		HttpOutcome outcome = await(new HttpCall(method, uri, authorization, content), before.nanos());
		return new Asked(outcome, before, this.clock.get());
	}

	private HttpOutcome await(HttpCall call, long nanos) {
		try {
			return this.transport.send(call, nanos).toCompletableFuture().get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new HttpOutcome.Unanswered(TransportTrouble.CLOSED, false);
		}
		catch (ExecutionException ex) {
			return new HttpOutcome.Unanswered(TransportTrouble.FAILED, false);
		}
	}

}
