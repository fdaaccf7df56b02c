package io.github.slacklogging.pipeline;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.GroupSpool.DeadLetter;
import io.github.slacklogging.MessageOutcome;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.PipelineControl.Refusal;
import io.github.slacklogging.pipeline.PipelineControl.RetryResult;
import io.github.slacklogging.pipeline.Wire.Landing;
import io.github.slacklogging.relay.Verdict;
import io.github.slacklogging.worker.Mailbox;

/**
 * Sends dead letters once more, those of one destination one after the other and the
 * oldest first, as its limits allow. What is acknowledged is deleted from the disk and
 * comes back into the books: it was dropped, so it is recovered and delivered now. All
 * else stays a dead letter. One round at a time; who asks meanwhile joins it. Used by the
 * worker only.
 */
final class Resending {

	/** So often a letter is tried where Slack cannot be reached. */
	private static final int MAX_ATTEMPTS = 3;

	private final GroupSpool spool;

	private final Map<String, Lane> lanes;

	private final PipelineListener listener;

	private final Mailbox mailbox;

	private final List<CompletableFuture<RetryResult>> askers = new ArrayList<>();

	private final Map<String, Deque<DeadLetter>> waiting = new LinkedHashMap<>();

	private final List<Refusal> refused = new ArrayList<>();

	private boolean running;

	private int tried;

	private int delivered;

	Resending(GroupSpool spool, Map<String, Lane> lanes, PipelineListener listener, Mailbox mailbox) {
		this.spool = spool;
		this.lanes = lanes;
		this.listener = listener;
		this.mailbox = mailbox;
	}

	/** Begins, or joins what is under way. */
	void ask(CompletableFuture<RetryResult> answer) {
		this.askers.add(answer);
		if (!this.running) {
			this.running = true;
			this.tried = 0;
			this.delivered = 0;
			this.refused.clear();
			this.spool.deadLetters((found) -> this.mailbox.put((now) -> begin(found, now)));
		}
	}

	private void begin(Optional<List<DeadLetter>> found, Tick now) {
		if (found.isEmpty()) {
			IOException failure = new IOException("the dead letters cannot be read");
			end((asker) -> asker.completeExceptionally(failure));
			return;
		}
		List<DeadLetter> letters = found.get();
		for (int i = letters.size() - 1; i >= 0; i--) {
			String destination = letters.get(i).message().destination();
			if (this.lanes.containsKey(destination)) {
				this.waiting.computeIfAbsent(destination, (name) -> new ArrayDeque<>()).add(letters.get(i));
			}
			else {
				this.refused.add(new Refusal(destination, "no such destination"));
			}
		}
		List.copyOf(this.waiting.keySet()).forEach((destination) -> next(destination, now));
		endIfDone();
	}

	private void next(String destination, Tick now) {
		Deque<DeadLetter> letters = this.waiting.get(destination);
		DeadLetter letter = (letters != null) ? letters.poll() : null;
		if (letter == null) {
			this.waiting.remove(destination);
			return;
		}
		this.tried++;
		send(letter, new SlackCall.Post(letter.message().message()), 1, now);
	}

	private void send(DeadLetter letter, SlackCall call, int attempt, Tick now) {
		Lane lane = this.lanes.get(letter.message().destination());
		if (lane != null) {
			lane.visit(new Visit(call, Severity.ERROR, now, false,
					(landing, then) -> landed(letter, landing, attempt, then)));
		}
	}

	private void landed(DeadLetter letter, Landing landing, int attempt, Tick now) {
		String destination = letter.message().destination();
		boolean throttled = landing.outcome() == MessageOutcome.THROTTLED;
		if (landing.verdict() == Verdict.REDUCE) {
			send(letter, landing.call().reduced(), attempt, now);
			return;
		}
		if (landing.verdict() == Verdict.AGAIN && throttled) {
			send(letter, landing.call(), attempt, now);
			return;
		}
		if (isWorthAnotherTry(landing) && attempt < MAX_ATTEMPTS) {
			send(letter, landing.call(), attempt + 1, now);
			return;
		}
		if (landing.verdict() == Verdict.DELIVERED) {
			delivered(letter.message());
			this.spool.settle(letter);
		}
		else {
			refused(destination, Trials.words(landing.result()), landing.verdict() == Verdict.REJECTED);
		}
		next(destination, now);
		endIfDone();
	}

	/** Not what may have arrived: it could not say that it is a repeat. */
	private static boolean isWorthAnotherTry(Landing landing) {
		boolean again = landing.verdict() == Verdict.AGAIN || landing.verdict() == Verdict.AGAIN_AT_ONCE;
		return again && landing.outcome() != MessageOutcome.AMBIGUOUS;
	}

	/** How its events would have been counted nobody knows any more, nor how severe. */
	private void delivered(RejectedMessage message) {
		this.delivered++;
		if (message.events() > 0) {
			this.listener.recovered(Severity.ERROR, message.events());
			this.listener.delivered(message.destination(), Severity.ERROR, DeliveryKind.SUMMARISED, message.events());
		}
	}

	private void refused(String destination, String reason, boolean thisOneOnly) {
		this.refused.add(new Refusal(destination, reason));
		Deque<DeadLetter> rest = this.waiting.get(destination);
		if (!thisOneOnly && rest != null) {
			// the others would meet the same
			rest.forEach((letter) -> this.refused.add(new Refusal(destination, reason)));
			rest.clear();
		}
	}

	private void endIfDone() {
		if (this.waiting.isEmpty()) {
			RetryResult result = new RetryResult(this.tried, this.delivered, this.refused);
			end((asker) -> asker.complete(result));
		}
	}

	private void end(Consumer<CompletableFuture<RetryResult>> answer) {
		this.running = false;
		List<CompletableFuture<RetryResult>> heard = List.copyOf(this.askers);
		this.askers.clear();
		heard.forEach(answer);
	}

}
