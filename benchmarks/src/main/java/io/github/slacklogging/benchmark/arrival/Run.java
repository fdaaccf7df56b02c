package io.github.slacklogging.benchmark.arrival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Burst.Result;
import io.github.slacklogging.benchmark.arrival.OpenThings.Left;

/**
 * The JVM of one product. It logs when its standard input says {@code go}, and closes
 * when it says {@code close}. Arguments: folder for all files, product, address, secret,
 * number of errors (0 for a second life, which only tells what the first one left), and
 * the longest time for a burst in milliseconds.
 */
public final class Run {

	static final String REPORT = "report";

	private static final int WARM_UP = 400;

	private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(5);

	private final RunReport report;

	private final Contender contender;

	private final Path folder;

	private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

	private Run(Path folder, Contender contender, RunReport report) {
		this.folder = folder;
		this.contender = contender;
		this.report = report;
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Path.of(arguments[0]);
		int events = Integer.parseInt(arguments[4]);
		RunReport report = new RunReport(folder.resolve(REPORT + "-" + events));
		Run run = new Run(folder, contender(arguments[1], arguments[2], arguments[3]), report);
		if (events > 0) {
			run.first(events, Duration.ofMillis(Long.parseLong(arguments[5])));
		}
		else {
			run.second();
		}
		System.exit(0);
	}

	/** A product's classes are loaded where it is named, and nowhere else. */
	private static Contender contender(String product, String address, String secret) {
		return switch (product) {
			case "webhook" -> StarterContender.ofWebhook(address);
			case "bot" -> StarterContender.ofBot(address, secret);
			case "maricn" -> new MaricnContender(address, false);
			case "maricn-async" -> new MaricnContender(address, true);
			default -> throw new IllegalArgumentException(product);
		};
	}

	private void first(int events, Duration limit) throws IOException, InterruptedException {
		warmUp();
		OpenThings before = OpenThings.settled();
		this.contender.open(this.folder.resolve("spool"));
		Result reference = new Burst(Traffic.unheard(), events).run(limit);
		this.report.tell("ready", reference.longestNanos(), reference.stalled());
		await("go");
		Thread books = this.report.keepTelling(this.contender);
		Result result = new Burst(Traffic.measured(), events).run(limit);
		this.report.tell("burst", result.returned(), result.longestNanos(), result.stalled(), result.millis());
		await("close");
		close(books);
		Left left = before.left();
		this.report.tell("left", left.threads(), left.descriptors());
	}

	private void second() throws IOException, InterruptedException {
		this.contender.open(this.folder.resolve("spool"));
		Thread books = this.report.keepTelling(this.contender);
		this.report.tell("ready", 0, 0);
		await("close");
		close(books);
	}

	private void close(Thread books) throws InterruptedException {
		books.interrupt();
		books.join();
		long begin = System.nanoTime();
		this.contender.close();
		this.report.tell(this.contender.books());
		this.report.tell("closed", Duration.ofNanos(System.nanoTime() - begin).toMillis());
	}

	/** In a context of its own, before anything is measured; Slack is well meanwhile. */
	private void warmUp() throws InterruptedException {
		this.contender.open(this.folder.resolve("warm-up"));
		new Burst(Traffic.early(), WARM_UP).run(WARM_UP_LIMIT);
		long deadline = System.nanoTime() + WARM_UP_LIMIT.toNanos();
		while (this.contender.books().told() == 0 && this.contender.books().accepted() > 0
				&& System.nanoTime() < deadline) {
			LockSupport.parkNanos(20_000_000);
		}
		this.contender.close();
	}

	private void await(String order) throws IOException {
		for (String line = this.orders.readLine(); !order.equals(line); line = this.orders.readLine()) {
			if (line == null) {
				System.exit(1);
			}
		}
	}

}
