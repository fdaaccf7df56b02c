package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Burst.Result;
import io.github.slacklogging.benchmark.arrival.Contender.Books;
import io.github.slacklogging.benchmark.arrival.OpenThings.Left;

/** Runs trials of one JVM, in a folder and with a Slack of their own. Used once. */
final class TrialRun {

	private static final Duration START = Duration.ofSeconds(60);

	private static final Duration END = Duration.ofSeconds(12);

	/** A burst that takes longer is no burst: others may start meanwhile. */
	private static final Duration ALONE = Duration.ofSeconds(3);

	/** So long after the last request nothing more comes from a product without books. */
	private static final long STILL_NANOS = 2_000_000_000;

	private static final long LOOK_NANOS = 20_000_000;

	private static final Books NONE = new Books(0, 0, 0, 0, 0);

	private final Quiet quiet;

	private final LocalSlack slack = new LocalSlack();

	private final Path folder;

	private TrialRun(Quiet quiet) throws IOException {
		this.quiet = quiet;
		this.folder = Files.createTempDirectory("arrival");
	}

	/**
	 * Tries them, one after the other.
	 * @param trials of one product in one JVM, which only the last of them may kill
	 * @param quiet shared by all
	 */
	static List<Outcome> of(List<Trial> trials, Quiet quiet) throws Exception {
		TrialRun run = new TrialRun(quiet);
		try (run.slack) {
			return run.run(trials);
		}
	}

	private List<Outcome> run(List<Trial> trials) throws Exception {
		List<Outcome> outcomes = new ArrayList<>();
		try (Child child = start(trials.get(0), trials.stream().map(Trial::events).toList())) {
			for (Trial trial : trials) {
				if (!outcomes.isEmpty()) {
					goOn(child, trial);
				}
				Outcome outcome = run(trial, child);
				System.out.println(trial + ": " + outcome.told() + " told, " + outcome.lost() + " lost");
				outcomes.add(outcome);
			}
		}
		return outcomes;
	}

	private Outcome run(Trial trial, Child child) throws Exception {
		Result reference = result(child.await("ready", START).orElseThrow(this::noStart));
		awaitStillness();
		this.slack.arrivals().clear();
		Printing printing = Printing.from(this.folder);
		long begin = System.nanoTime();
		this.quiet.measure(() -> {
			this.slack.use(trial.weather());
			child.order("go");
			return child.await("burst", ALONE);
		});
		Result burst = result(
				child.await("burst", trial.limits().burst().plusSeconds(5)).orElse(new long[] { 0, 0, 0, 0 }));
		Left left = end(trial, child, begin);
		Books first = child.books();
		Books second = (trial.ending() != Ending.SETTLED && trial.product().isOurs()) ? secondLife(trial) : NONE;
		Arrivals arrivals = this.slack.arrivals();
		return new Outcome(trial, reference, burst, first, second, arrivals.numbers(), arrivals.kinds(),
				arrivals.requests(), printing.since(this.slack.secret(trial.product())), left, child.mostDescriptors());
	}

	private Child start(Trial trial, List<Integer> bursts) throws Exception {
		return this.quiet.start(() -> {
			Child child = Child.start(this.folder, trial.product(), this.slack, bursts, trial.limits().burst());
			child.await("ready", START);
			return child;
		});
	}

	private void goOn(Child child, Trial next) throws Exception {
		this.slack.use(Weather.WELL);
		this.quiet.start(() -> {
			child.next(next.events());
			return child.await("ready", START);
		});
	}

	private IOException noStart() {
		try {
			return new IOException("Not started: " + Files.readString(this.folder.resolve(Printing.ERR)));
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private static Result result(long[] figures) {
		return (figures.length == 4) ? new Result((int) figures[0], figures[1], (int) figures[2], figures[3])
				: new Result(0, figures[0], (int) figures[1], 0);
	}

	private Left end(Trial trial, Child child, long begin) throws IOException {
		if (trial.ending() == Ending.SETTLED) {
			settle(trial, child, begin);
		}
		LockSupport.parkNanos(trial.ending().pause().toNanos());
		if (trial.ending().isKill()) {
			child.close();
			return new Left(-1, -1);
		}
		child.order("close");
		child.await("closed", END);
		Left left = child.await("left", END)
			.map((figures) -> new Left((int) figures[0], (int) figures[1]))
			.orElse(new Left(-1, -1));
		awaitStillness();
		return left;
	}

	private void settle(Trial trial, Child child, long begin) throws IOException {
		if (trial.weather() == Weather.DOWN) {
			LockSupport.parkNanos(Math.max(1, begin + trial.limits().down().toNanos() - System.nanoTime()));
			this.slack.use(Weather.WELL);
		}
		await(trial, child, trial.events());
	}

	/** Until everything is told, or nothing comes any more, or the time is over. */
	private void await(Trial trial, Child child, int events) throws IOException {
		long deadline = System.nanoTime() + trial.limits().after().toNanos();
		while (System.nanoTime() < deadline && !isSettled(trial, child.books(), events)) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	private boolean isSettled(Trial trial, Books books, int events) {
		if (trial.product().isOurs()) {
			return books.waiting() == 0 && books.accepted() + books.recovered() >= events;
		}
		boolean still = this.slack.arrivals().stillness() > STILL_NANOS && books.waiting() == 0;
		return still || this.slack.arrivals().numbers() == events;
	}

	/** What was sent before the end may still be on its way. */
	private void awaitStillness() {
		long deadline = System.nanoTime() + STILL_NANOS;
		while (System.nanoTime() < deadline && this.slack.arrivals().stillness() < STILL_NANOS / 4) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	private Books secondLife(Trial trial) throws Exception {
		this.slack.use(Weather.WELL);
		try (Child child = start(trial, List.of(0))) {
			await(trial, child, 1);
			child.order("close");
			child.await("closed", END);
			return child.books();
		}
	}

}
