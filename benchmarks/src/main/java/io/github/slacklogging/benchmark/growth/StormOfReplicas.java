package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The same storm at all replicas of an application that share one webhook: what they all
 * need is down for a while, and each of them logs what fails. Deterministic.
 */
final class StormOfReplicas {

	static final Duration LASTS = Duration.ofMinutes(2);

	static final int KINDS = 4;

	/** Of each replica. */
	static final int ERRORS_PER_SECOND = 10;

	/** Shorter than an incident needs to become quiet, so that none is closed yet. */
	static final Duration WATCHED = Duration.ofMinutes(16);

	private final SimulatedTime time = new SimulatedTime();

	private final SharedSlack slack;

	private final List<Replica> replicas = new ArrayList<>();

	StormOfReplicas(int replicas, long seed) {
		Random random = new Random(seed);
		this.slack = new SharedSlack(this.time, random);
		for (int i = 0; i < replicas; i++) {
			Replica replica = new Replica(this.time, this.slack, new Random(random.nextLong()));
			this.replicas.add(replica);
			// they notice it within a moment
			this.time.after(Duration.ofMillis(random.nextInt(500)), () -> fail(replica, 0));
		}
	}

	private void fail(Replica replica, int number) {
		replica.log(number % KINDS);
		if (number + 1 < LASTS.toSeconds() * ERRORS_PER_SECOND) {
			this.time.after(Duration.ofSeconds(1).dividedBy(ERRORS_PER_SECOND), () -> fail(replica, number + 1));
		}
	}

	Outcome outcome() {
		List<Integer> perMinute = new ArrayList<>();
		int before = 0;
		for (int minute = 1; minute <= WATCHED.toMinutes(); minute++) {
			this.time.runFor(Duration.ofMinutes(minute));
			perMinute.add(this.slack.posts() - before);
			before = this.slack.posts();
		}
		return new Outcome(this.replicas.size(), perMinute, this.slack.posts(), this.slack.refusals(),
				latest(Replica::toldFirst), this.slack.lastRefusal(), latest(Replica::caughtUp));
	}

	/** The latest, {@code null} where one is missing. */
	private @Nullable Duration latest(Function<Replica, @Nullable Duration> moment) {
		Duration latest = Duration.ZERO;
		for (Replica replica : this.replicas) {
			Duration its = moment.apply(replica);
			if (its == null) {
				return null;
			}
			latest = (its.compareTo(latest) > 0) ? its : latest;
		}
		return latest;
	}

	/**
	 * How it went.
	 *
	 * @param replicas how many
	 * @param perMinute messages in the channel, minute by minute
	 * @param posts in all
	 * @param refusals answers with 429
	 * @param toldFirst when each replica had told something, {@code null} for not at all
	 * @param lastRefusal when the last 429 came
	 * @param caughtUp since when nothing was due that was not told, {@code null} where
	 * something was at the end
	 */
	record Outcome(int replicas, List<Integer> perMinute, int posts, int refusals, @Nullable Duration toldFirst,
			Duration lastRefusal, @Nullable Duration caughtUp) {

	}

}
