package io.github.slacklogging.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.Mute;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.pipeline.PipelineControl;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the test says, records the orders, and may be held up or have ended. Used
 * by one thread.
 */
public final class ScriptedPipelineControl implements PipelineControl {

	private final List<String> orders = new ArrayList<>();

	private final List<CompletableFuture<?>> unanswered = new ArrayList<>();

	private List<OpenIncident> incidents = List.of();

	private List<Mute> mutes = List.of();

	private List<RejectedMessage> rejected = List.of();

	private List<TestResult> results = List.of();

	private @Nullable KindExplanation kind;

	private @Nullable Mute kept;

	private @Nullable Throwable failure;

	private boolean heldUp;

	private boolean diskBroken;

	private volatile @Nullable CountDownLatch diskHeld;

	private final AtomicInteger readings = new AtomicInteger();

	public ScriptedPipelineControl incidents(OpenIncident... open) {
		this.incidents = List.of(open);
		return this;
	}

	public ScriptedPipelineControl mutes(Mute... standing) {
		this.mutes = List.of(standing);
		return this;
	}

	public ScriptedPipelineControl rejected(List<RejectedMessage> messages) {
		this.rejected = messages;
		return this;
	}

	public ScriptedPipelineControl results(TestResult... answers) {
		this.results = List.of(answers);
		return this;
	}

	public ScriptedPipelineControl kind(KindExplanation known) {
		this.kind = known;
		return this;
	}

	/** What becomes of the next order to mute, {@code null} for a kind nobody knows. */
	public ScriptedPipelineControl kept(@Nullable Mute mute) {
		this.kept = mute;
		return this;
	}

	/** Never answers again. */
	public ScriptedPipelineControl holdUp() {
		this.heldUp = true;
		return this;
	}

	/** Fails from now on. */
	public ScriptedPipelineControl failWith(Throwable cause) {
		this.failure = cause;
		return this;
	}

	/** The disk does not answer before this is counted down. */
	public ScriptedPipelineControl holdDisk(CountDownLatch until) {
		this.diskHeld = until;
		return this;
	}

	/** How often the disk was asked. */
	public int readings() {
		return this.readings.get();
	}

	public ScriptedPipelineControl breakDisk() {
		this.diskBroken = true;
		return this;
	}

	/** What was ordered so far. */
	public List<String> orders() {
		return this.orders;
	}

	/** What was asked and ordered while it was held up. */
	public List<CompletableFuture<?>> unanswered() {
		return this.unanswered;
	}

	@Override
	public CompletionStage<List<OpenIncident>> incidents() {
		return answer(this.incidents);
	}

	@Override
	public CompletionStage<Optional<KindExplanation>> explain(String fingerprint) {
		this.orders.add("explain " + fingerprint);
		return answer(Optional.ofNullable(this.kind).filter((known) -> known.fingerprint().equals(fingerprint)));
	}

	@Override
	public CompletionStage<List<TestResult>> test(@Nullable String destination) {
		this.orders.add("test " + destination);
		if (destination != null && this.results.stream().noneMatch((each) -> each.destination().equals(destination))) {
			throw new IllegalArgumentException("no such destination");
		}
		return answer(this.results);
	}

	@Override
	public CompletionStage<Long> flush() {
		this.orders.add("flush");
		return answer(12L);
	}

	@Override
	public CompletionStage<Optional<Mute>> mute(Mute.Subject subject, Mute.Term term) {
		this.orders.add("mute " + subject + " " + term);
		return answer(Optional.ofNullable(this.kept));
	}

	@Override
	public CompletionStage<Boolean> unmute(Mute.Subject subject) {
		this.orders.add("unmute " + subject);
		return answer(this.mutes.stream().anyMatch((mute) -> mute.subject().equals(subject)));
	}

	@Override
	public CompletionStage<List<Mute>> mutes() {
		return answer(this.mutes);
	}

	@Override
	public List<RejectedMessage> rejected() throws IOException {
		this.readings.incrementAndGet();
		CountDownLatch held = this.diskHeld;
		if (held != null) {
			try {
				held.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}
		if (this.diskBroken) {
			throw new IOException("/secret/place is gone");
		}
		return this.rejected;
	}

	@Override
	public CompletionStage<RetryResult> retryRejected() {
		this.orders.add("retry-rejected");
		return answer(new RetryResult(3, 2, List.of(new Refusal("default", "invalid_blocks"))));
	}

	private <T> CompletionStage<T> answer(T value) {
		if (this.failure != null) {
			return CompletableFuture.failedFuture(this.failure);
		}
		if (this.heldUp) {
			CompletableFuture<T> open = new CompletableFuture<>();
			this.unanswered.add(open);
			return open;
		}
		return CompletableFuture.completedFuture(value);
	}

}
