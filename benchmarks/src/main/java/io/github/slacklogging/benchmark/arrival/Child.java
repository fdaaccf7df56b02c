package io.github.slacklogging.benchmark.arrival;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.benchmark.arrival.Contender.Books;

/** A {@link Run} as seen from the JVM that started it. Used by one thread. */
final class Child implements AutoCloseable {

	private static final long LOOK_NANOS = 20_000_000;

	private final Process process;

	private final Path folder;

	private Path report;

	private Child(Process process, Path folder, int events) {
		this.process = process;
		this.folder = folder;
		this.report = Run.report(folder, events);
	}

	/**
	 * Starts one.
	 * @param folder of the round, where its output goes too
	 * @param product on its class path, apart from this folder's own classes
	 * @param slack where it sends to
	 * @param bursts errors of each, 0 alone for a second life
	 * @param limit of a burst
	 */
	static Child start(Path folder, Product product, LocalSlack slack, List<Integer> bursts, Duration limit)
			throws IOException {
		String classPath = "benchmarks/target/classes:benchmarks/arrival/" + product.module() + "/target/lib/*";
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
						classPath, Run.class.getName(), folder.toString(), product.argument(), slack.address(product),
						slack.token(), String.valueOf(limit.toMillis())));
		bursts.forEach((events) -> command.add(String.valueOf(events)));
		Process process = new ProcessBuilder(command)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(Printing.OUT).toFile()))
			.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve(Printing.ERR).toFile()))
			.start();
		return new Child(process, folder, bursts.get(0));
	}

	/**
	 * From now on its next burst is what it is asked about.
	 * @param events of that
	 */
	void next(int events) throws IOException {
		this.report = Run.report(this.folder, events);
		order("next");
	}

	void order(String what) throws IOException {
		OutputStream orders = this.process.getOutputStream();
		orders.write((what + "\n").getBytes(StandardCharsets.UTF_8));
		orders.flush();
	}

	/**
	 * Waits for a line.
	 * @return its figures, empty if it did not come in time
	 */
	Optional<long[]> await(String what, Duration limit) throws IOException {
		long deadline = System.nanoTime() + limit.toNanos();
		Optional<long[]> told = latest(what);
		while (told.isEmpty() && System.nanoTime() < deadline && this.process.isAlive()) {
			LockSupport.parkNanos(LOOK_NANOS);
			told = latest(what);
		}
		return told.isPresent() ? told : latest(what);
	}

	/** What it said last of its books. */
	Books books() throws IOException {
		return latest("books").map((figures) -> new Books(figures[0], figures[1], figures[2], figures[3], figures[4]))
			.orElse(new Books(0, 0, 0, 0, 0));
	}

	/** The most descriptors that it had at once. */
	long mostDescriptors() throws IOException {
		return lines("books").stream().mapToLong((line) -> figures(line)[5]).max().orElse(0);
	}

	private Optional<long[]> latest(String what) throws IOException {
		List<String> lines = lines(what);
		return lines.isEmpty() ? Optional.empty() : Optional.of(figures(lines.get(lines.size() - 1)));
	}

	/** The last line may be half written. */
	private List<String> lines(String what) throws IOException {
		if (!Files.exists(this.report)) {
			return List.of();
		}
		String text = Files.readString(this.report);
		return text.substring(0, text.lastIndexOf('\n') + 1)
			.lines()
			.filter((line) -> line.startsWith(what + " "))
			.toList();
	}

	private static long[] figures(String line) {
		return Arrays.stream(line.split(" ")).skip(1).mapToLong(Long::parseLong).toArray();
	}

	/** Ends it as {@code kill -9} does. */
	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
