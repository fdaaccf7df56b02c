package io.github.slacklogging.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.SlackHosts;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Sends with Spring's WebClient on a private client of the JDK: to an incoming webhook,
 * or with {@code chat.postMessage} as a bot. HTTP/1.1, no redirects, answers read up to
 * 64 kB, one deadline for the whole exchange. Thread-safe; never blocks; holds no thread
 * before the first send and only daemon threads after it.
 *
 * <p>
 * No URL and no token reaches a result, an exception or a log: not even WebClient's own.
 * What is wrong with a credential before anything is sent (none to be had, a malformed or
 * foreign URL) is a {@link SendResult.CredentialRefused} of status {@code none}.
 */
public final class WebClientSlackSender implements SlackSender {

	private static final String NOT_SENT = "none";

	// What a header may hold, without blanks.
	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

	private final Settings settings;

	private final SlackCredentials credentials;

	private final Supplier<Tick> clock;

	private final Transport transport;

	private final SlackHosts hosts;

	private final Envelope envelope = new Envelope();

	private final Map<String, Secret> lastUsed = new ConcurrentHashMap<>();

	public WebClientSlackSender(Settings settings, SlackCredentials credentials, Supplier<Tick> clock) {
		this.settings = settings;
		this.credentials = credentials;
		this.clock = clock;
		this.transport = new Transport(settings);
		this.hosts = new SlackHosts(settings.allowedHosts());
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		try {
			if (call instanceof SlackCall.Post post) {
				return attempt(destination, post.message());
			}
			return CompletableFuture.completedFuture(
					new SendResult.FeatureRefused(NOT_SENT, call.getClass().getSimpleName(), "unsupported"));
		}
		catch (RuntimeException | LinkageError ex) {
			// Nothing was sent. The text of the exception may hold anything.
			return CompletableFuture.completedFuture(Trouble.FAILED.result(false));
		}
	}

	private CompletionStage<SendResult> attempt(Destination destination, SlackMessage message) {
		Secret secret = credential(destination.name());
		if (secret == null) {
			return refused("credential_unavailable");
		}
		this.lastUsed.put(destination.name(), secret);
		boolean webhook = destination.kind() == Destination.Kind.WEBHOOK;
		URI uri = this.hosts.admitted(webhook ? secret.reveal() : this.settings.postMessageUrl());
		if (uri == null) {
			return refused("url_not_allowed");
		}
		if (!webhook && !TOKEN.matcher(secret.reveal()).matches()) {
			return refused("malformed_token");
		}
		String token = webhook ? null : secret.reveal();
		SlackRequest request = SlackRequest.post(uri, token, this.envelope.write(destination, message));
		return this.transport.send(request,
				(answer) -> new Reading(answer, destination.kind(), message.isReduced(), this.clock.get().instant())
					.result(),
				this.clock.get().nanos());
	}

	private @Nullable Secret credential(String destination) {
		try {
			return this.credentials.credential(destination);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static CompletionStage<SendResult> refused(String code) {
		return CompletableFuture.completedFuture(new SendResult.CredentialRefused(NOT_SENT, code));
	}

	/**
	 * Tells the source of a credential that Slack refused it. Called on the worker's
	 * thread, as the source is.
	 * @param destination its name
	 * @return whether there is another one now, worth a try
	 */
	public boolean renewCredential(String destination) {
		try {
			this.credentials.refused(destination);
			Secret fresh = this.credentials.credential(destination);
			Secret used = this.lastUsed.get(destination);
			return used == null || !used.equals(fresh);
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/** Makes the client, which loads many classes; sends nothing. */
	public void warmUp() {
		this.transport.warmUp(this.settings.apiUrl(), this.clock.get().nanos());
	}

	@Override
	public void close() {
		this.transport.close();
	}

	/**
	 * How to reach Slack. Holds no secret.
	 *
	 * @param apiUrl root of the Web API
	 * @param allowedHosts hosts a URL may name besides Slack's own and this machine
	 * @param connectTimeout for a connection
	 * @param responseTimeout for the whole exchange
	 * @param connectionMaxAge connections older than this are not used again; without
	 * effect before Java 21
	 * @param proxy {@code host:port}; {@code null} for what the JVM says
	 * @param sslContext {@code null} for the JVM's own
	 * @param sslParameters {@code null} for those of the context
	 */
	public record Settings(URI apiUrl, Set<String> allowedHosts, Duration connectTimeout, Duration responseTimeout,
			Duration connectionMaxAge, @Nullable String proxy, @Nullable SSLContext sslContext,
			@Nullable SSLParameters sslParameters) {

		private static final Duration MAX = Duration.ofHours(1);

		public Settings {
			allowedHosts = Set.copyOf(allowedHosts);
			if (!new SlackHosts(allowedHosts).admits(apiUrl)) {
				throw new IllegalArgumentException("slack.logging.api-url must be an https URL of Slack's,"
						+ " or of a host that slack.logging.allowed-hosts names");
			}
			check(connectTimeout, "http.connect-timeout");
			check(responseTimeout, "http.response-timeout");
			check(connectionMaxAge, "http.connection-max-age");
			if (proxy != null) {
				OutboundProxy.of(proxy);
			}
		}

		/**
		 * Whether a message may go there: {@code https} to a host that is allowed, or
		 * this machine.
		 */
		public boolean admits(URI url) {
			return new SlackHosts(this.allowedHosts).admits(url);
		}

		String postMessageUrl() {
			String root = this.apiUrl.toString();
			return root + (root.endsWith("/") ? "" : "/") + "chat.postMessage";
		}

		private static void check(Duration duration, String property) {
			if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX) > 0) {
				throw new IllegalArgumentException("slack.logging." + property + " must be positive and at most 1h");
			}
		}

	}

}
