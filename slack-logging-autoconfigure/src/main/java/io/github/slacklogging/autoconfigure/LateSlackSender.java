package io.github.slacklogging.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.slack.WebClientSlackSender;
import org.jspecify.annotations.Nullable;

/**
 * Makes the sender when it is first needed, on the worker's thread: the start of the
 * application loads no HTTP client, and the SSL bundles are known by then.
 */
final class LateSlackSender implements SlackSender {

	private final Supplier<WebClientSlackSender> maker;

	private volatile @Nullable WebClientSlackSender sender;

	private volatile boolean closed;

	LateSlackSender(Supplier<WebClientSlackSender> maker) {
		this.maker = maker;
	}

	@Override
	public CompletionStage<SendResult> send(Destination destination, SlackMessage message) {
		WebClientSlackSender made = this.sender;
		if (made == null) {
			try {
				made = this.maker.get();
			}
			catch (RuntimeException ex) {
				return CompletableFuture
					.completedFuture(new SendResult.Unavailable("none", "no client: " + ex.getClass().getSimpleName()));
			}
			this.sender = made;
		}
		return this.closed ? CompletableFuture.completedFuture(new SendResult.Unavailable("none", "closed"))
				: made.send(destination, message);
	}

	/**
	 * Asks the source of a credential again after a refusal.
	 * @param destination whose credential was refused
	 * @return whether there is another one now
	 */
	boolean renewCredential(String destination) {
		WebClientSlackSender made = this.sender;
		try {
			return made != null && made.renewCredential(destination);
		}
		catch (Throwable ex) {
			// an application's credentials must not keep an answer from being judged
			return false;
		}
	}

	@Override
	public void close() {
		this.closed = true;
		WebClientSlackSender made = this.sender;
		if (made != null) {
			made.close();
		}
	}

}
