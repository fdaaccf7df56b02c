package io.github.slacklogging.slack;

import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.HttpTransport;
import io.github.slacklogging.transport.TransportTrouble;
import org.jspecify.annotations.Nullable;

/** Sends requests and has their answers read. Thread-safe, never blocks. */
final class Requests {

	private final WebClientSlackSender.Settings settings;

	private final HttpTransport transport;

	private final Supplier<Tick> clock;

	Requests(WebClientSlackSender.Settings settings, HttpTransport transport, Supplier<Tick> clock) {
		this.settings = settings;
		this.transport = transport;
		this.clock = clock;
	}

	/** Something will be sent soon. */
	void getReady() {
		this.transport.getReady(this.clock.get().nanos());
	}

	/** A message to a webhook, whose URL is its secret. */
	CompletionStage<Outcome> webhook(URI webhook, byte[] body, boolean reduced) {
		return send(SlackMethod.WEBHOOK, webhook, null, body, reduced);
	}

	/** A file to the URL that Slack gave for it; the token does not go there. */
	CompletionStage<Outcome> upload(URI url, byte[] file) {
		return send(SlackMethod.UPLOAD, url, null, file, true);
	}

	/**
	 * A method of the Web API.
	 * @param method to call
	 * @param token bearer token
	 * @param body as the method takes it
	 * @param reduced whether it shows no message, or its reduced form
	 */
	CompletionStage<Outcome> ask(SlackMethod method, String token, byte[] body, boolean reduced) {
		return send(method, this.settings.methodUrl(method.slackName()), token, body, reduced);
	}

	private CompletionStage<Outcome> send(SlackMethod method, URI uri, @Nullable String token, byte[] body,
			boolean reduced) {
		HttpCall call = new HttpCall("POST", uri, (token != null) ? Secret.of("Bearer " + token) : null,
				HttpCall.Content.of(method.contentType(), body));
		return this.transport.send(call, this.clock.get().nanos())
			.thenApply((outcome) -> read(outcome, method, reduced));
	}

	private Outcome read(HttpOutcome outcome, SlackMethod method, boolean reduced) {
		if (outcome instanceof HttpOutcome.Unanswered unanswered) {
			return Outcome.of(unanswered);
		}
		try {
			return new Reading((HttpOutcome.Answered) outcome, method, reduced, this.clock.get().instant()).outcome();
		}
		catch (RuntimeException ex) {
			// There was an answer, so the message had left our hands.
			return Outcome.of(new HttpOutcome.Unanswered(TransportTrouble.FAILED, true));
		}
	}

}
