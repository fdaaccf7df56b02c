package io.github.slacklogging.benchmark.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An application in a JVM of its own, started when this is made.
 */
final class Child implements AutoCloseable {

	/** As {@code Commands.MARK} of the application. */
	private static final String MARK = "@@ ";

	/**
	 * Classes are loaded in the background for a while: so long nothing happens. Longer
	 * than the half second after which the starter rehearses an error.
	 */
	private static final Duration STILL = Duration.ofMillis(800);

	private static final int MAX_LOOKS = 20;

	/** Threads that have no work end a second after it: less than both together. */
	private static final Duration PAUSE = Duration.ofMillis(600);

	private final Process process;

	private final BufferedReader out;

	private final double millis;

	private final double processorMillis;

	private Child(Process process, long begun) throws IOException {
		this.process = process;
		this.out = process.inputReader();
		answer();
		this.millis = (System.nanoTime() - begun) / 1e6;
		this.processorMillis = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
	}

	/**
	 * Starts it and waits until it has started.
	 * @param command that starts it
	 * @param folder where it runs
	 */
	static Child start(List<String> command, Path folder) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectError(folder.resolve("stderr.txt").toFile());
		long begun = System.nanoTime();
		return new Child(builder.start(), begun);
	}

	/**
	 * From before the process was made until the application said that it has started.
	 */
	double millis() {
		return this.millis;
	}

	/** Time of all processors by then. */
	double processorMillis() {
		return this.processorMillis;
	}

	/** What is there when the background has come to rest. */
	Sample.Settled settle() throws IOException, InterruptedException {
		long before = -1;
		long classes = number('c');
		for (int look = 0; look < MAX_LOOKS && classes != before; look++) {
			Thread.sleep(STILL.toMillis());
			before = classes;
			classes = number('c');
		}
		Thread.sleep(PAUSE.toMillis());
		Set<String> threads = new TreeSet<>(List.of(ask('t').split(",")));
		return new Sample.Settled(classes, number('h'), threads);
	}

	/** Logs an error. */
	void fail() throws IOException {
		ask('e');
		answer();
	}

	private long number(char command) throws IOException {
		return Long.parseLong(ask(command));
	}

	private String ask(char command) throws IOException {
		OutputStream in = this.process.getOutputStream();
		in.write(command);
		in.flush();
		return answer();
	}

	private String answer() throws IOException {
		String line = this.out.readLine();
		while (line != null && !line.startsWith(MARK)) {
			line = this.out.readLine();
		}
		if (line == null) {
			throw new IOException("The application ended");
		}
		return line.substring(MARK.length());
	}

	/** Ends it at once: nothing of its end is measured. */
	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
