package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackSender;

/**
 * One incoming webhook that several replicas post to: one message a second and a few more
 * at once, otherwise 429 with {@code Retry-After: 1}. Source: docs.slack.dev, "Rate
 * limits"; the number of those "few" is not published. Simulated, for one thread.
 */
final class SharedSlack {

	private static final Duration PERIOD = Duration.ofSeconds(1);

	private static final int BURST = 5;

	/** There and back, at least; it varies by as much again. */
	private static final Duration LATENCY = Duration.ofMillis(100);

	private final SimulatedTime time;

	private final Random random;

	private double permits = BURST;

	private Duration countedAt = Duration.ZERO;

	private Duration lastRefusal = Duration.ZERO;

	private int posts;

	private int refusals;

	SharedSlack(SimulatedTime time, Random random) {
		this.time = time;
		this.random = random;
	}

	/**
	 * The way of one replica to it.
	 * @param heard told of each answer that it gives, when it gives it
	 */
	SlackSender sender(Consumer<SendResult> heard) {
		return (destination, call) -> {
			CompletableFuture<SendResult> answer = new CompletableFuture<>();
			Duration there = LATENCY.dividedBy(2)
				.plus(Duration.ofNanos((long) (LATENCY.toNanos() * this.random.nextDouble())));
			this.time.after(there, () -> {
				SendResult result = answer();
				this.time.after(LATENCY.dividedBy(2), () -> {
					answer.complete(result);
					heard.accept(result);
				});
			});
			return answer;
		};
	}

	private SendResult answer() {
		Duration now = this.time.passed();
		double refilled = (double) now.minus(this.countedAt).toNanos() / PERIOD.toNanos();
		this.permits = Math.min(BURST, this.permits + refilled);
		this.countedAt = now;
		if (this.permits >= 1) {
			this.permits--;
			this.posts++;
			return new SendResult.Accepted("200");
		}
		this.refusals++;
		this.lastRefusal = now;
		return new SendResult.Throttled("429", PERIOD);
	}

	/** Messages that stand in the channel. */
	int posts() {
		return this.posts;
	}

	/** Answers with 429. */
	int refusals() {
		return this.refusals;
	}

	/** When the last of them was given. */
	Duration lastRefusal() {
		return this.lastRefusal;
	}

}
