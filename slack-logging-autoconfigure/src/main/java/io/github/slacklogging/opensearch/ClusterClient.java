package io.github.slacklogging.opensearch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;
import io.github.slacklogging.transport.HttpTransport;
import io.github.slacklogging.transport.RetryAfter;
import io.github.slacklogging.transport.TransportTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Asks a cluster at one of its addresses, beginning with the one that worked last. Where
 * certainly nothing arrived the next one is asked, each at most once. Never repeats what
 * may have arrived: that is told, and the next request begins elsewhere. Thread-safe;
 * waits for nobody, but compresses and asks for the authorization on the thread that
 * sends. After {@link #close()} every answer is {@link ClusterAnswer.Unreachable}.
 */
final class ClusterClient implements Cluster {

	/** What a header may hold. */
	private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]+");

	/** A gateway whose node is away, or a node that is no part of a cluster. */
	private static final Set<Integer> ELSEWHERE = Set.of(502, 503, 504);

	private final Settings settings;

	private final AuthorizationSource authorization;

	private final Supplier<Tick> clock;

	private final HttpTransport transport;

	/** The address to begin with. */
	private final AtomicInteger first = new AtomicInteger();

	ClusterClient(Settings settings, AuthorizationSource authorization, Supplier<Tick> clock) {
		this.settings = settings;
		this.authorization = authorization;
		this.clock = clock;
		this.transport = new HttpTransport(settings.http());
	}

	/**
	 * Asks the cluster. Never throws.
	 * @param request what to ask
	 * @return completes within the deadline of each address asked, on a thread of the
	 * transport, never exceptionally
	 */
	@Override
	public CompletionStage<ClusterAnswer> send(ClusterRequest request) {
		try {
			return begin(request)
				// Whatever kept us from reading an answer, the request was on its way.
				.exceptionally((ex) -> ClusterAnswer.of(TransportTrouble.FAILED, true));
		}
		catch (RuntimeException | LinkageError ex) {
			// Nothing was sent. The text of the exception may hold anything.
			return CompletableFuture.completedFuture(ClusterAnswer.of(TransportTrouble.FAILED, false));
		}
	}

	private CompletionStage<ClusterAnswer> begin(ClusterRequest request) {
		Secret header;
		try {
			header = this.authorization.authorization();
		}
		catch (RuntimeException ex) {
			return notSent("credential unavailable");
		}
		if (header != null && !HEADER.matcher(header.reveal()).matches()) {
			return notSent("malformed credential");
		}
		return ask(new Attempt(request, request.content(), header, this.first.get(), 1));
	}

	private static CompletionStage<ClusterAnswer> notSent(String reason) {
		return CompletableFuture.completedFuture(new ClusterAnswer.Unreachable("none", reason));
	}

	private CompletionStage<ClusterAnswer> ask(Attempt attempt) {
		URI uri = attempt.request().at(this.settings.uris().get(attempt.address()));
		HttpCall call = new HttpCall(attempt.request().method(), uri, attempt.authorization(), attempt.content());
		return this.transport.send(call, this.clock.get().nanos()).thenCompose((outcome) -> ended(attempt, outcome));
	}

	private CompletionStage<ClusterAnswer> ended(Attempt attempt, HttpOutcome outcome) {
		if (outcome instanceof HttpOutcome.Answered answer) {
			return CompletableFuture.completedFuture(answered(attempt, answer));
		}
		HttpOutcome.Unanswered unanswered = (HttpOutcome.Unanswered) outcome;
		if (unanswered.bodyTaken()) {
			leave(attempt);
		}
		else if (unanswered.trouble() != TransportTrouble.CLOSED && attempt.number() < this.settings.uris().size()) {
			return ask(attempt.at(this.settings.addressAfter(attempt.address())));
		}
		return CompletableFuture.completedFuture(ClusterAnswer.of(unanswered.trouble(), unanswered.bodyTaken()));
	}

	private ClusterAnswer answered(Attempt attempt, HttpOutcome.Answered answer) {
		if (answer.status() == 200 && !answer.whole()) {
			leave(attempt);
			return new ClusterAnswer.Unclear("200", "answer too long");
		}
		if (answer.status() == 401) {
			refused();
		}
		if (ELSEWHERE.contains(answer.status())) {
			leave(attempt);
		}
		else {
			this.first.set(attempt.address());
		}
		return new ClusterAnswer.Answered(answer.status(), answer.body(),
				RetryAfter.of(answer, this.clock.get().instant()));
	}

	// Unless another request has found a better one in the meantime.
	private void leave(Attempt attempt) {
		this.first.compareAndSet(attempt.address(), this.settings.addressAfter(attempt.address()));
	}

	private void refused() {
		try {
			this.authorization.refused();
		}
		catch (RuntimeException ex) {
			// The answer says enough.
		}
	}

	/** Gives up what is under way. May be called again. */
	@Override
	public void close() {
		this.transport.close();
	}

	/**
	 * How to reach the cluster. Holds no secret.
	 *
	 * @param uris addresses of its nodes or of what stands before them, with or without a
	 * path
	 * @param http the transport
	 */
	record Settings(List<URI> uris, HttpTransport.Settings http) {

		private static final Set<String> SCHEMES = Set.of("http", "https");

		Settings {
			uris = List.copyOf(uris);
			if (uris.isEmpty() || !uris.stream().allMatch(Settings::isAddress)) {
				throw new IllegalArgumentException("slack.logging.opensearch.uris must be http or https addresses"
						+ " without user information, query and fragment");
			}
		}

		private static boolean isAddress(URI uri) {
			return uri.getScheme() != null && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
					&& uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
					&& uri.getRawFragment() == null;
		}

		int addressAfter(int index) {
			return (index + 1) % this.uris.size();
		}

	}

	/**
	 * One address that is asked.
	 *
	 * @param request what is asked
	 * @param content as it goes over the wire
	 * @param authorization value of the header, {@code null} for none
	 * @param address index of the address
	 * @param number counts the attempts, from 1
	 */
	private record Attempt(ClusterRequest request, HttpCall.Content content, @Nullable Secret authorization,
			int address, int number) {

		Attempt at(int next) {
			return new Attempt(this.request, this.content, this.authorization, next, this.number + 1);
		}

	}

}
