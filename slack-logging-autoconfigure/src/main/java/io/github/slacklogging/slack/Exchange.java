package io.github.slacklogging.slack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One request and its answer, within one deadline from the name look-up to the last byte.
 * The JDK's own time-out ends at the headers, Reactor's needs threads that stay.
 */
final class Exchange {

	// Slack needs no codec of ours, and finding the usual ones loads half a framework.
	private static final ExchangeStrategies NO_CODECS = ExchangeStrategies.empty().build();

	// reactor.core.publisher.Hooks: the key of the local hook for errors that come after
	// the end. Without one Reactor logs them, and the subscriber itself asks only the
	// context that it was given.
	private static final Context IGNORING_ERRORS_AFTER_THE_END = Context.of("reactor.onErrorDropped.local",
			(Consumer<Throwable>) Exchange::ignore);

	private final SlackRequest request;

	private final Function<Answer, Outcome> reader;

	private final CompletableFuture<Outcome> end = new CompletableFuture<>();

	private volatile boolean bodyTaken;

	Exchange(SlackRequest request, Function<Answer, Outcome> reader) {
		this.request = request;
		this.reader = reader;
	}

	/**
	 * Starts. Never blocks.
	 * @param connector sends
	 * @param deadlines keep the time
	 * @param deadline for all of it
	 * @return completes within the deadline, never exceptionally
	 */
	CompletionStage<Outcome> start(ClientHttpConnector connector, Deadlines deadlines, Duration deadline) {
		Disposable exchange = answer(connector).map(this.reader)
			.subscribe(this.end::complete, this.end::completeExceptionally, null, IGNORING_ERRORS_AFTER_THE_END);
		deadlines.set(this.end, deadline);
		return this.end.handle((outcome, thrown) -> {
			exchange.dispose();
			return (thrown != null) ? Outcome.of(Trouble.of(thrown).result(this.bodyTaken)) : outcome;
		});
	}

	void cancel() {
		this.end.completeExceptionally(new CancellationException());
	}

	Mono<Answer> answer(ClientHttpConnector connector) {
		return WebClient.builder()
			.clientConnector(new SecretConnector(connector, this.request))
			.exchangeStrategies(NO_CODECS)
			.build()
			.method(this.request.method())
			.uri(this.request.publicUri())
			.header(HttpHeaders.USER_AGENT, "slack-logging")
			.headers(this::describeBody)
			.body((outgoing, context) -> write(outgoing))
			.exchangeToMono(Exchange::read);
	}

	private void describeBody(HttpHeaders headers) {
		if (this.request.body().length > 0) {
			headers.set(HttpHeaders.CONTENT_TYPE, this.request.contentType());
			headers.setContentLength(this.request.body().length);
		}
	}

	// The client asks for the body when the connection stands and the headers are on
	// their way: until then nothing can have been delivered.
	private Mono<Void> write(ClientHttpRequest outgoing) {
		if (this.request.body().length == 0) {
			return outgoing.setComplete();
		}
		return outgoing.writeWith(Mono.fromSupplier(() -> {
			this.bodyTaken = true;
			return DefaultDataBufferFactory.sharedInstance.wrap(this.request.body());
		}));
	}

	private static void ignore(Throwable late) {
	}

	private static Mono<Answer> read(ClientResponse response) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		return DataBufferUtils
			.join(DataBufferUtils.takeUntilByteCount(response.body(BodyExtractors.toDataBuffers()), Answer.MAX_BYTES))
			.map(Exchange::text)
			.defaultIfEmpty("")
			// The status alone says enough, unless it is the one that needs its body.
			.onErrorResume((cut) -> (status == 200) ? Mono.error(cut) : Mono.just(""))
			.map((body) -> new Answer(status, body, headers.getFirst(HttpHeaders.RETRY_AFTER),
					headers.getFirst(HttpHeaders.DATE)));
	}

	private static String text(DataBuffer buffer) {
		try {
			return buffer.toString(StandardCharsets.UTF_8);
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

}
