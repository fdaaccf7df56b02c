package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.benchmark.caller.CallerPart.Stalls;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Figure;

/** What was aimed at. A goal whose figures are missing is left out. */
final class CallerGoals {

	private static final String SNAPSHOT = "An event has to be described before it may wait: its arguments, "
			+ "the MDC, a time, a record and its place in the buffer.";

	private final Readings readings;

	private final Stalls stalls;

	private final List<Goal> goals = new ArrayList<>();

	CallerGoals(Readings readings, Stalls stalls) {
		this.readings = readings;
		this.stalls = stalls;
	}

	List<Goal> all() {
		over(Call.PLAIN, Load.SATURATED, 1, 100);
		over(Call.PLAIN, Load.FITTING, 1, 100);
		over(Call.PLAIN, Load.PACED, 1, 150);
		over(Call.PLAIN, Load.PACED, 4, 150);
		over(Call.THROWABLE, Load.SATURATED, 1, 150);
		over(Call.THROWABLE, Load.FITTING, 1, 150);
		over(Call.THROWABLE, Load.PACED, 1, 150);
		over(Call.THROWABLE, Load.PACED, 4, 150);
		bytes(Call.PLAIN);
		bytes(Call.THROWABLE);
		location(Load.PACED, 1);
		location(Load.PACED, 4);
		bothSinks();
		fullQueue();
		half(Call.PLAIN);
		half(Call.THROWABLE);
		belowThreshold();
		stall();
		return List.copyOf(this.goals);
	}

	private void over(Call call, Load load, int threads, double limit) {
		this.readings.compare(Entrant.OURS, Entrant.NOOP, call, load, threads)
			.ifPresent((difference) -> this.goals
				.add(difference.goal(difference.first().of() + ": ≤ +" + Figure.whole(limit) + " ns over the no-op",
						limit, SNAPSHOT + alone(call, load, threads) + lostShare(difference.first()))));
	}

	/** What is left of it where nothing is done beside it. */
	private String alone(Call call, Load load, int threads) {
		return this.readings.compare(Entrant.OURS_BARE, Entrant.NOOP, call, load, threads)
			.map((bare) -> " Where a thread that throws everything away empties the buffer instead of our worker it is "
					+ bare.inWords() + ".")
			.orElse("");
	}

	private void location(Load load, int threads) {
		this.readings.compare(Entrant.OURS_LOCATION, Entrant.NOOP, Call.PLAIN, load, threads)
			.ifPresent((difference) -> this.goals
				.add(difference.goal(difference.first().of() + ", `message.location=auto`: ≤ +3 µs over the no-op",
						3_000, "The JVM walks its stack to find the frame that logged.")));
	}

	private void bytes(Call call) {
		this.readings.compare(Entrant.OURS, Entrant.NOOP, call, Load.FITTING, 1).ifPresent((difference) -> {
			double more = difference.of(Reading::callerBytes);
			this.goals.add(new Goal(difference.first().of() + ": ≤ +350 B over the no-op",
					Figure.difference(more) + " B", more <= 350, remark(more <= 350, SNAPSHOT)));
		});
	}

	private void bothSinks() {
		this.readings.compare(Entrant.OURS_BOTH, Entrant.OURS, Call.PLAIN, Load.PACED, 4).ifPresent((difference) -> {
			double ratio = difference.ratio();
			this.goals.add(new Goal("Both sinks: ≤ 1.3 × one of them, paced, 4 threads",
					Figure.hundredths(ratio) + " ×", ratio <= 1.3, remark(ratio <= 1.3,
							"Each sink has a buffer and a worker of its own; the event is described once.")));
		});
	}

	private void fullQueue() {
		Optional<Reading> full = this.readings.of(new Case(Entrant.OURS, Call.PLAIN, Load.STUCK, 1));
		Optional<Reading> accepted = this.readings.of(new Case(Entrant.OURS, Call.PLAIN, Load.FITTING, 1));
		if (full.isPresent() && accepted.isPresent()) {
			this.goals.add(new Difference(full.get(), accepted.get()).goal(
					"A full queue costs no more than an accepted event, 1 thread", 0,
					"Fullness is asked for before the event is described; only the count of what is lost is left."));
		}
	}

	private void half(Call call) {
		this.readings.compare(Entrant.OURS, Entrant.ASYNC, call, Load.PACED, 4).ifPresent((difference) -> {
			double ratio = difference.ratio();
			this.goals.add(new Goal(difference.first().of() + ": at most half of `AsyncAppender`",
					Figure.hundredths(ratio) + " ×", ratio <= 0.5,
					remark(ratio <= 0.5, "What Logback itself needs for the event is in both figures.")));
		});
	}

	private void belowThreshold() {
		this.readings.compare(Entrant.OURS, Entrant.NOOP, Call.BELOW_THRESHOLD, Load.SATURATED, 1)
			.ifPresent((difference) -> this.goals
				.add(difference.goal("Below the threshold: nothing measurable over the no-op", difference.error(),
						"The appender reads two numbers; the limit is the error of the two figures.")));
	}

	private void stall() {
		double limit = StallProbe.LIMIT_NANOS;
		boolean met = this.stalls.hungNanos() < limit;
		this.goals.add(new Goal(
				"Longest of 20,000 calls of 4 threads while Slack hangs and nobody empties the queue: < "
						+ Figure.time(limit),
				Figure.time(this.stalls.hungNanos()), met,
				"No-op: " + Figure.time(this.stalls.noopNanos()) + ". The best of five rounds."));
	}

	private static String lostShare(Reading reading) {
		String share = Figure.share(reading.droppedShare());
		return share.isEmpty() ? "" : " Of these events " + share + " were dropped, which is cheaper.";
	}

	private static String remark(boolean met, String reason) {
		return met ? "" : reason;
	}

}
