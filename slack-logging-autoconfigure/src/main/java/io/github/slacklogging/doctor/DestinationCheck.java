package io.github.slacklogging.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Finding;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SelfCheck;

/**
 * One destination: its secret, the way to Slack, and what Slack says to it. Posts
 * nothing. Thread-safe; blocks for a few exchanges.
 */
public final class DestinationCheck implements SelfCheck {

	private final Destination destination;

	private final CredentialLookup credentials;

	private final Line line;

	private final URI apiUrl;

	private final Function<URI, Route> routes;

	/**
	 * Asks nobody yet.
	 * @param destination to examine
	 * @param credentials gives its secret
	 * @param line to Slack
	 * @param apiUrl root of the Web API, with a slash at its end
	 * @param routes how a host is reached
	 */
	public DestinationCheck(Destination destination, CredentialLookup credentials, Line line, URI apiUrl,
			Function<URI, Route> routes) {
		this.destination = destination;
		this.credentials = credentials;
		this.line = line;
		this.apiUrl = apiUrl;
		this.routes = routes;
	}

	/** What the destination is called in findings. */
	public static String subject(Destination destination) {
		return "destination " + destination.name();
	}

	@Override
	public List<Finding> examine() {
		String subject = subject(this.destination);
		CredentialLookup.Result result = this.credentials.credential(this.destination.name());
		if (result instanceof CredentialLookup.Result.Missing missing) {
			return List.of(new Finding(subject, word(), missing.outcome(), missing.why(), missing.advice()));
		}
		Secret secret = ((CredentialLookup.Result.Found) result).secret();
		return new ArrayList<>(isBot() ? asBot(subject, secret) : toWebhook(subject, secret));
	}

	private boolean isBot() {
		return this.destination.kind() == Destination.Kind.BOT;
	}

	private String word() {
		return isBot() ? "token" : "webhook";
	}

	private List<Finding> asBot(String subject, Secret token) {
		String channel = this.destination.channel();
		return new BotQuestions(subject, this.line, this.apiUrl, Secret.of("Bearer " + token.reveal()),
				noAnswer(this.apiUrl))
			.about((channel != null) ? channel : "");
	}

	private List<Finding> toWebhook(String subject, Secret secret) {
		URI url = URI.create(secret.reveal());
		return new WebhookQuestion(subject, this.line, noAnswer(url)).ask(url);
	}

	private NoAnswer noAnswer(URI uri) {
		return new NoAnswer(String.valueOf(uri.getHost()), this.routes.apply(uri));
	}

}
