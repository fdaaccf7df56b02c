package io.github.slacklogging.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

	// Bytes go and text comes: no codec is needed, and finding the usual ones loads half
	// a framework.
	private static final ExchangeStrategies NO_CODECS = ExchangeStrategies.empty().build();

	// reactor.core.publisher.Hooks: the key of the local hook for errors that come after
	// the end. Without one Reactor logs them, and the subscriber itself asks only the
	// context that it was given.
	private static final Context IGNORING_ERRORS_AFTER_THE_END = Context.of("reactor.onErrorDropped.local",
			(Consumer<Throwable>) Exchange::ignore);

	// What a token of OAuth may do; Slack answers so.
	private static final String SCOPES = "X-OAuth-Scopes";

	private final HttpCall call;

	private final int maxAnswerBytes;

	private final CompletableFuture<HttpOutcome> end = new CompletableFuture<>();

	private volatile boolean bodyTaken;

	Exchange(HttpCall call, int maxAnswerBytes) {
		this.call = call;
		this.maxAnswerBytes = maxAnswerBytes;
	}

	/**
	 * Starts. Never blocks.
	 * @param connector sends
	 * @param deadlines keep the time
	 * @param deadline for all of it
	 * @return completes within the deadline, never exceptionally
	 */
	CompletionStage<HttpOutcome> start(ClientHttpConnector connector, Deadlines deadlines, Duration deadline) {
		Disposable exchange = answer(connector).subscribe(this.end::complete, this.end::completeExceptionally, null,
				IGNORING_ERRORS_AFTER_THE_END);
		deadlines.set(this.end, deadline);
		return this.end.handle((outcome, thrown) -> {
			exchange.dispose();
			return (thrown != null) ? new HttpOutcome.Unanswered(TransportTrouble.of(thrown), this.bodyTaken) : outcome;
		});
	}

	void cancel() {
		this.end.completeExceptionally(new CancellationException());
	}

	Mono<HttpOutcome> answer(ClientHttpConnector connector) {
		return WebClient.builder()
			.clientConnector(new SecretConnector(connector, this.call))
			.exchangeStrategies(NO_CODECS)
			.build()
			.method(HttpMethod.valueOf(this.call.method()))
			.uri(this.call.publicUri())
			.header(HttpHeaders.USER_AGENT, "slack-logging")
			.headers(this::describeBody)
			.body((outgoing, context) -> write(outgoing))
			.exchangeToMono(this::read);
	}

	private void describeBody(HttpHeaders headers) {
		HttpCall.Content content = this.call.content();
		if (content.bytes().length == 0) {
			return;
		}
		headers.set(HttpHeaders.CONTENT_TYPE, content.type());
		headers.setContentLength(content.bytes().length);
		if (content.encoding() != null) {
			headers.set(HttpHeaders.CONTENT_ENCODING, content.encoding());
		}
	}

	// The client asks for the body when the connection stands and the headers are on
	// their way: until then nothing can have been delivered.
	private Mono<Void> write(ClientHttpRequest outgoing) {
		byte[] body = this.call.content().bytes();
		if (body.length == 0) {
			return outgoing.setComplete();
		}
		return outgoing.writeWith(Mono.fromSupplier(() -> {
			this.bodyTaken = true;
			return DefaultDataBufferFactory.sharedInstance.wrap(body);
		}));
	}

	private static void ignore(Throwable late) {
	}

	private Mono<HttpOutcome> read(ClientResponse response) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		// One byte more tells whether there is more.
		return DataBufferUtils
			.join(DataBufferUtils.takeUntilByteCount(response.body(BodyExtractors.toDataBuffers()),
					this.maxAnswerBytes + 1L))
			.map(this::text)
			.defaultIfEmpty(Text.NONE)
			// The status alone says enough, unless it is the one that needs its body.
			.onErrorResume((cut) -> (status == 200) ? Mono.error(cut) : Mono.just(Text.LOST))
			.map((body) -> new HttpOutcome.Answered(status, body.text(), body.whole(),
					headers.getFirst(HttpHeaders.RETRY_AFTER), headers.getFirst(HttpHeaders.DATE),
					headers.getFirst(SCOPES)));
	}

	private Text text(DataBuffer buffer) {
		try {
			int length = Math.min(buffer.readableByteCount(), this.maxAnswerBytes);
			return new Text(buffer.toString(buffer.readPosition(), length, StandardCharsets.UTF_8),
					length == buffer.readableByteCount());
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	/** What was read of a body. */
	private record Text(String text, boolean whole) {

		static final Text NONE = new Text("", true);

		static final Text LOST = new Text("", false);

	}

}
