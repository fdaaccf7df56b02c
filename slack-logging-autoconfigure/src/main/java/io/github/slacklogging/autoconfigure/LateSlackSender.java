package io.github.slacklogging.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.slack.WebClientSlackSender;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sender when it is first needed, on the worker's thread: the start of the
 * application loads no HTTP client, and the SSL bundles are known by then.
 */
final class LateSlackSender implements SlackSender, Relay.Credentials {

	private final Supplier<WebClientSlackSender> maker;

	private volatile @Nullable WebClientSlackSender sender;

	private boolean closed;

	LateSlackSender(Supplier<WebClientSlackSender> maker) {
		this.maker = maker;
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackCall call) {
		WebClientSlackSender made;
		try {
			made = made();
		}
		catch (RuntimeException ex) {
			return unavailable("no client: " + ex.getClass().getSimpleName());
		}
		return (made != null) ? made.send(destination, call) : unavailable("closed");
	}

	@Override
	public void getReady() {
		try {
			WebClientSlackSender made = made();
			if (made != null) {
				made.getReady();
			}
		}
		catch (Throwable ex) {
			// whoever sends is told
		}
	}

	/** Under a lock, so that no client is made behind the back of {@link #close()}. */
	private synchronized @Nullable WebClientSlackSender made() {
		if (this.sender == null && !this.closed) {
			this.sender = this.maker.get();
		}
		return this.closed ? null : this.sender;
	}

	private static CompletionStage<SendResult> unavailable(String reason) {
		return CompletableFuture.completedFuture(new SendResult.Unavailable("none", reason));
	}

	@Override
	public boolean renew(String destination) {
		return safely((made) -> made.renewCredential(destination));
	}

	@Override
	public boolean hasOther(String destination) {
		return safely((made) -> made.hasOtherCredential(destination));
	}

	// An application's credentials must not keep an answer from being judged.
	private boolean safely(Predicate<WebClientSlackSender> question) {
		WebClientSlackSender made = this.sender;
		try {
			return made != null && question.test(made);
		}
		catch (Throwable ex) {
			return false;
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		WebClientSlackSender made = this.sender;
		if (made != null) {
			made.close();
		}
	}

}
