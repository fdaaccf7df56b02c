package io.github.slacklogging.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The probe in a JVM of its own, doing what it is told over its standard input. Every
 * command blocks until the probe has answered. Used by one thread.
 */
public final class DrivenProbe implements AutoCloseable {

	/** For one command, or for the start or the end of the JVM. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String ANSWER = "probe.done.";

	private final Path errors;

	private final Process process;

	private final Writer commands;

	private final StringBuffer output = new StringBuffer();

	private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

	private final Thread reader;

	private DrivenProbe(Path errors, Process process) {
		this.errors = errors;
		this.process = process;
		this.commands = process.outputWriter(StandardCharsets.UTF_8);
		this.reader = new Thread(this::read, "driven-probe");
		this.reader.setDaemon(true);
		this.reader.start();
	}

	/**
	 * Starts a probe, without waiting for it.
	 * @param command how to start it
	 * @param folder it runs in
	 */
	public static DrivenProbe start(ProbeCommand command, Path folder) {
		try {
			Path errors = Files.createTempFile(folder, "err-", ".txt");
			ProcessBuilder builder = command.with(List.of("--probe.end=obey")).in(folder);
			return new DrivenProbe(errors, builder.redirectError(errors.toFile()).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until the application has started. */
	public DrivenProbe awaitStart() {
		answerTo("start");
		return this;
	}

	public void log(int events, int kinds) {
		ask("log", events + " " + kinds);
	}

	/**
	 * Logs slowly.
	 * @param events how many
	 * @param kinds of how many kinds
	 * @param pause between some of them
	 * @param every after how many of them
	 */
	public void log(int events, int kinds, Duration pause, int every) {
		ask("log", events + " " + kinds + " " + pause.toMillis() + " " + every);
	}

	/**
	 * Logs one kind on a thread that is interrupted.
	 * @return whether it still is afterwards
	 */
	public boolean logInterrupted(int events) {
		return Boolean.parseBoolean(ask("interrupted", String.valueOf(events)));
	}

	/**
	 * Logs one kind on a thread of Reactor's.
	 * @return whether that was a thread that must not block
	 */
	public boolean logOnNonBlockingThread(int events) {
		return Boolean.parseBoolean(ask("reactor", String.valueOf(events)));
	}

	/**
	 * Throws one exception again and again in hot code, and logs it.
	 * @param times how often
	 * @return how often it came without a stack
	 */
	public int logHotFailures(int times) {
		return Integer.parseInt(ask("throws", String.valueOf(times)));
	}

	/** Logs one error whose stack has at least so many frames. */
	public void logDeepFailure(int frames) {
		ask("deep", String.valueOf(frames));
	}

	/**
	 * Logs lines that are numbered from 1 in each of its lives, unless it was told
	 * another first number.
	 * @param lines how many
	 * @param errorEvery after how many of them one is an error, 0 for none
	 * @param pause between some of them
	 * @param every after how many of them
	 * @param padding how much longer than usual each is, in characters
	 */
	public void logLines(int lines, int errorEvery, Duration pause, int every, int padding) {
		ask("lines", lines + " " + errorEvery + " " + pause.toMillis() + " " + every + " " + padding);
	}

	/**
	 * Logs lines each of which has an MDC key and a key of a key-value pair of its own.
	 * @return how many of these are as hostile as can be
	 */
	public int logLabels(int lines) {
		return Integer.parseInt(ask("labels", String.valueOf(lines)));
	}

	/** Gives all events that are logged later the same number. */
	public void stopNumbering() {
		ask("same-number", "");
	}

	/** Logs a text of one line in every place that an event has for one. */
	public void say(String text) {
		ask("say", text);
	}

	/** Tells of a job that failed, with a text of one line in every place for one. */
	public void failJob(String text) {
		ask("fail-job", text);
	}

	/** Lets it write down what can be seen from within, and tells how many lines. */
	public int disclose(Path file) {
		return Integer.parseInt(ask("disclose", file.toString()));
	}

	public Books books() {
		return Books.read(ask("books", ""));
	}

	/** Looks at the books until they are as described. */
	public Books await(String description, Predicate<Books> condition) {
		return Patience.until(description, this::books, condition, this::toString);
	}

	public void closeContext() {
		ask("close", "");
	}

	/** Lets it return from {@code main}, and waits for the end of its JVM. */
	public EndedProbe end() {
		try {
			this.commands.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return awaitEnd();
	}

	/** SIGTERM, as a platform does, and waits for the end. */
	public EndedProbe terminate() {
		// Process.destroy() would close its standard input too, which ends it otherwise
		this.process.toHandle().destroy();
		return awaitEnd();
	}

	/** SIGKILL: nothing of the application runs any more. */
	public EndedProbe kill() {
		this.process.toHandle().destroyForcibly();
		return awaitEnd();
	}

	public EndedProbe awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("The JVM did not end in " + PATIENCE.toSeconds() + " s\n" + this);
			}
			this.reader.join();
			return new EndedProbe(this.process.exitValue(), this.output.toString(), stderr());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	public String stderr() {
		try {
			return Files.readString(this.errors);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private String ask(String command, String arguments) {
		try {
			this.commands.write((command + " " + arguments).strip() + "\n");
			this.commands.flush();
		}
		catch (IOException ex) {
			throw new AssertionError("The probe takes no command\n" + this, ex);
		}
		return answerTo(command);
	}

	private String answerTo(String command) {
		String start = ANSWER + command + "=";
		try {
			String answer = this.answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			if (answer == null || !answer.startsWith(start)) {
				throw new AssertionError("No answer to '" + command + "' but " + answer + "\n" + this);
			}
			return answer.substring(start.length());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.output.append(line).append('\n');
				if (line.startsWith(ANSWER)) {
					this.answers.add(line);
				}
			}
		}
		catch (IOException ex) {
			this.output.append(ex).append('\n');
		}
		// nobody waits for an answer of the dead
		this.answers.add("the end of the JVM");
	}

	@Override
	public String toString() {
		return "stdout:\n" + this.output + "\nstderr:\n" + stderr();
	}

}
