package io.github.slacklogging.slack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.SlackHosts;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.HttpTransport;
import io.github.slacklogging.transport.TransportTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Asks Slack with Spring's WebClient on a private client of the JDK: an incoming webhook,
 * or the Web API as a bot. HTTP/1.1, no redirects, answers read up to 64 kB, one deadline
 * for each exchange; a file takes three of them, everything else one. Thread-safe; never
 * blocks; holds no thread before the first send and only daemon threads after it. After
 * {@link #close()} whatever would be sent is {@link SendResult.Unavailable}.
 *
 * <p>
 * No URL and no token reaches a result, an exception or a log: not even WebClient's own.
 * What is wrong with a credential before anything is sent (none to be had, a malformed or
 * foreign URL) is a {@link SendResult.CredentialRefused} of status {@code none}; what a
 * webhook cannot do is a {@link SendResult.FeatureRefused} of the same status.
 */
public final class WebClientSlackSender implements SlackSender {

	private static final String NOT_SENT = "none";

	private static final URI NOBODY = URI.create("http://localhost/made-up/");

	// As good for a webhook as for a bot.
	private static final Secret MADE_UP = Secret.of(NOBODY.toString());

	// What a header may hold, without blanks.
	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

	private final UsedSecrets secrets;

	private final HttpTransport transport;

	private final SlackHosts hosts;

	private final Envelope envelope = new Envelope();

	private final Requests requests;

	private final BotCalls bot;

	public WebClientSlackSender(Settings settings, SlackCredentials credentials, Supplier<Tick> clock) {
		this(settings, credentials, clock, new HttpTransport(settings.transport()));
	}

	private WebClientSlackSender(Settings settings, SlackCredentials credentials, Supplier<Tick> clock,
			HttpTransport transport) {
		this.secrets = new UsedSecrets(credentials);
		this.transport = transport;
		this.hosts = new SlackHosts(settings.allowedHosts());
		this.requests = new Requests(settings, this.transport, clock);
		this.bot = new BotCalls(this.requests, this.hosts, this.envelope);
	}

	/**
	 * One for a rehearsal: whatever is sent ends at a port of this process and is
	 * answered there. It knows no credential but a made-up one, and no host of Slack's.
	 * {@link #close()} leaves nothing behind.
	 * @param settings as they are
	 * @param clock the time
	 * @throws IOException if there is no such port
	 */
	public static WebClientSlackSender rehearsed(Settings settings, Supplier<Tick> clock) throws IOException {
		Settings toNobody = new Settings(NOBODY, Set.of(), settings.connectTimeout(), settings.responseTimeout(),
				settings.connectionMaxAge(), settings.proxy(), settings.sslContext(), settings.sslParameters());
		return new WebClientSlackSender(toNobody, (destination) -> MADE_UP, clock,
				HttpTransport.rehearsed(toNobody.transport()));
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		try {
			CompletionStage<SendResult> sent = (destination.kind() == Destination.Kind.WEBHOOK)
					? toWebhook(destination, call) : asBot(destination, call);
			return sent.exceptionally((ex) -> notSent());
		}
		catch (RuntimeException | LinkageError ex) {
			// Nothing was sent. The text of the exception may hold anything.
			return CompletableFuture.completedFuture(notSent());
		}
	}

	@Override
	public void getReady() {
		this.requests.getReady();
	}

	private static SendResult notSent() {
		return Outcome.of(new HttpOutcome.Unanswered(TransportTrouble.FAILED, false)).result();
	}

	private CompletionStage<SendResult> toWebhook(Destination destination, SlackCall call) {
		if (!(call instanceof SlackCall.Post post)) {
			return CompletableFuture
				.completedFuture(new SendResult.FeatureRefused(NOT_SENT, SlackMethod.of(call).slackName(), "webhook"));
		}
		Secret secret = this.secrets.take(destination.name());
		if (secret == null) {
			return refused("credential_unavailable");
		}
		URI uri = this.hosts.admitted(secret.reveal());
		if (uri == null) {
			return refused("url_not_allowed");
		}
		return this.requests.webhook(uri, this.envelope.webhook(post.message()), call.isReduced())
			.thenApply(Outcome::result);
	}

	private CompletionStage<SendResult> asBot(Destination destination, SlackCall call) {
		Secret secret = this.secrets.take(destination.name());
		if (secret == null) {
			return refused("credential_unavailable");
		}
		if (!TOKEN.matcher(secret.reveal()).matches()) {
			return refused("malformed_token");
		}
		return this.bot.send(destination, secret.reveal(), call);
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
		return this.secrets.renew(destination);
	}

	/**
	 * Whether the source of a credential has another one than was last used. Called on
	 * the worker's thread, as the source is.
	 * @param destination its name
	 */
	public boolean hasOtherCredential(String destination) {
		return this.secrets.hasOther(destination);
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
	 * @param responseTimeout for the whole of an exchange
	 * @param connectionMaxAge connections older than this are not used again; without
	 * effect before Java 21
	 * @param proxy {@code host:port}; {@code null} for what the JVM says
	 * @param sslContext {@code null} for the JVM's own
	 * @param sslParameters {@code null} for those of the context
	 */
	public record Settings(URI apiUrl, Set<String> allowedHosts, Duration connectTimeout, Duration responseTimeout,
			Duration connectionMaxAge, @Nullable String proxy, @Nullable SSLContext sslContext,
			@Nullable SSLParameters sslParameters) {

		/** More than Slack ever answers. */
		private static final int MAX_ANSWER_BYTES = 64 * 1024;

		public Settings {
			allowedHosts = Set.copyOf(allowedHosts);
			if (!new SlackHosts(allowedHosts).admits(apiUrl)) {
				throw new IllegalArgumentException("slack.logging.api-url must be an https URL of Slack's,"
						+ " or of a host that slack.logging.allowed-hosts names");
			}
			transport(connectTimeout, responseTimeout, connectionMaxAge, proxy, sslContext, sslParameters);
		}

		/**
		 * Whether a message may go there: {@code https} to a host that is allowed, or
		 * this machine.
		 */
		public boolean admits(URI url) {
			return new SlackHosts(this.allowedHosts).admits(url);
		}

		URI methodUrl(String method) {
			String root = this.apiUrl.toString();
			return URI.create(root + (root.endsWith("/") ? "" : "/") + method);
		}

		HttpTransport.Settings transport() {
			return transport(this.connectTimeout, this.responseTimeout, this.connectionMaxAge, this.proxy,
					this.sslContext, this.sslParameters);
		}

		// It checks itself.
		private static HttpTransport.Settings transport(Duration connectTimeout, Duration responseTimeout,
				Duration connectionMaxAge, @Nullable String proxy, @Nullable SSLContext sslContext,
				@Nullable SSLParameters sslParameters) {
			return new HttpTransport.Settings(connectTimeout, responseTimeout, connectionMaxAge, proxy, sslContext,
					sslParameters, MAX_ANSWER_BYTES, "slack-logging-http", "slack.logging.http");
		}

	}

}
