package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Burst.Result;
import io.github.slacklogging.benchmark.arrival.Contender.Books;
import io.github.slacklogging.benchmark.arrival.OpenThings.Left;

/** Runs one trial, in a folder and with a Slack of its own. Used once. */
final class TrialRun {

	private static final Duration START = Duration.ofSeconds(60);

	private static final Duration END = Duration.ofSeconds(12);

	/** A burst that takes longer is no burst: others may start meanwhile. */
	private static final Duration ALONE = Duration.ofSeconds(3);

	/** So long after the last request nothing more comes from a product without books. */
	private static final long STILL_NANOS = 2_000_000_000;

	private static final long LOOK_NANOS = 20_000_000;

	private static final Books NONE = new Books(0, 0, 0, 0, 0);

	private final Trial trial;

	private final Quiet quiet;

	private final LocalSlack slack = new LocalSlack();

	private final Path folder;

	private TrialRun(Trial trial, Quiet quiet) throws IOException {
		this.trial = trial;
		this.quiet = quiet;
		this.folder = Files.createTempDirectory("arrival");
	}

	static Outcome of(Trial trial, Quiet quiet) throws Exception {
		TrialRun run = new TrialRun(trial, quiet);
		try (run.slack) {
			return run.run();
		}
	}

	private Outcome run() throws Exception {
		Duration limit = this.trial.limits().burst();
		try (Child child = start(this.trial.events())) {
			Result reference = result(child.await("ready", START).orElseThrow(this::noStart));
			awaitStillness();
			this.slack.arrivals().clear();
			Printing printing = Printing.from(this.folder);
			long begin = System.nanoTime();
			this.quiet.measure(() -> {
				this.slack.use(this.trial.weather());
				child.order("go");
				return child.await("burst", ALONE);
			});
			Result burst = result(child.await("burst", limit.plusSeconds(5)).orElse(new long[] { 0, 0, 0, 0 }));
			Left left = end(child, begin);
			Books first = child.books();
			Books second = (this.trial.ending() != Ending.SETTLED && this.trial.product().isOurs()) ? secondLife()
					: NONE;
			Arrivals arrivals = this.slack.arrivals();
			return new Outcome(this.trial, reference, burst, first, second, arrivals.numbers(), arrivals.kinds(),
					arrivals.requests(), printing.since(this.slack.secret(this.trial.product())), left,
					child.mostDescriptors());
		}
	}

	private Child start(int events) throws Exception {
		return this.quiet.start(() -> {
			Child child = Child.start(this.folder, this.trial.product(), this.slack, events,
					this.trial.limits().burst());
			child.await("ready", START);
			return child;
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

	private Left end(Child child, long begin) throws IOException {
		if (this.trial.ending() == Ending.SETTLED) {
			settle(child, begin);
		}
		LockSupport.parkNanos(this.trial.ending().pause().toNanos());
		if (this.trial.ending().isKill()) {
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

	private void settle(Child child, long begin) throws IOException {
		if (this.trial.weather() == Weather.DOWN) {
			LockSupport.parkNanos(Math.max(1, begin + this.trial.limits().down().toNanos() - System.nanoTime()));
			this.slack.use(Weather.WELL);
		}
		await(child, this.trial.events());
	}

	/** Until everything is told, or nothing comes any more, or the time is over. */
	private void await(Child child, int events) throws IOException {
		long deadline = System.nanoTime() + this.trial.limits().after().toNanos();
		while (System.nanoTime() < deadline && !isSettled(child.books(), events)) {
			LockSupport.parkNanos(LOOK_NANOS);
		}
	}

	private boolean isSettled(Books books, int events) {
		if (this.trial.product().isOurs()) {
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

	private Books secondLife() throws Exception {
		this.slack.use(Weather.WELL);
		try (Child child = start(0)) {
			await(child, 1);
			child.order("close");
			child.await("closed", END);
			return child.books();
		}
	}

}
