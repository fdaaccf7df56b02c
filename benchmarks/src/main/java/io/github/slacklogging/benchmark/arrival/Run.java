package io.github.slacklogging.benchmark.arrival;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Burst.Result;
import io.github.slacklogging.benchmark.arrival.OpenThings.Left;

/**
 * The JVM of one product. It logs when its standard input says {@code go}, closes when it
 * says {@code close}, and opens for more errors when it says {@code next}. Arguments:
 * folder for all files, product, address, secret, the longest time for a burst in
 * milliseconds, and the numbers of errors of each burst (0 alone for a second life, which
 * only tells what the first burst of another JVM left).
 */
public final class Run {

	private static final int WARM_UP = 400;

	private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(5);

	private final Contender contender;

	private final Path folder;

	private final BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

	private Run(Path folder, Contender contender) {
		this.folder = folder;
		this.contender = contender;
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Run run = new Run(Path.of(arguments[0]), contender(arguments[1], arguments[2], arguments[3]));
		Duration limit = Duration.ofMillis(Long.parseLong(arguments[4]));
		int[] bursts = Arrays.stream(arguments).skip(5).mapToInt(Integer::parseInt).toArray();
		if (bursts[0] > 0) {
			run.first(bursts, limit);
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

	private void first(int[] bursts, Duration limit) throws IOException, InterruptedException {
		// what is told is open before one looks, and no product's
		List<RunReport> reports = new ArrayList<>();
		for (int events : bursts) {
			reports.add(new RunReport(report(this.folder, events)));
		}
		warmUp();
		OpenThings before = OpenThings.settled();
		for (int i = 0; i < bursts.length; i++) {
			if (i > 0) {
				await("next");
			}
			burst(bursts[i], limit, spool(i), reports.get(i));
			Left left = before.left();
			reports.get(i).tell("left", left.threads(), left.descriptors());
		}
	}

	private void burst(int events, Duration limit, Path spool, RunReport report)
			throws IOException, InterruptedException {
		this.contender.open(spool);
		Result reference = new Burst(Traffic.unheard(), events).run(limit);
		report.tell("ready", reference.longestNanos(), reference.stalled());
		await("go");
		Thread books = report.keepTelling(this.contender);
		Result result = new Burst(Traffic.measured(), events).run(limit);
		report.tell("burst", result.returned(), result.longestNanos(), result.stalled(), result.millis());
		await("close");
		close(books, report);
	}

	private void second() throws IOException, InterruptedException {
		RunReport report = new RunReport(report(this.folder, 0));
		this.contender.open(spool(0));
		Thread books = report.keepTelling(this.contender);
		report.tell("ready", 0, 0);
		await("close");
		close(books, report);
	}

	private void close(Thread books, RunReport report) throws InterruptedException {
		books.interrupt();
		books.join();
		long begin = System.nanoTime();
		this.contender.close();
		report.tell(this.contender.books());
		report.tell("closed", Duration.ofNanos(System.nanoTime() - begin).toMillis());
	}

	/** Where a burst is told of; its number of errors is its name. */
	static Path report(Path folder, int events) {
		return folder.resolve("report-" + events);
	}

	private Path spool(int burst) {
		return this.folder.resolve("spool-" + burst);
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
