package io.github.slacklogging.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The probe in a JVM of its own, with nothing of this machine's environment. Not
 * thread-safe.
 */
public final class ProbeRun implements AutoCloseable {

	/** A JVM that has not ended by then is kept alive by somebody. */
	private static final int MAX_SECONDS = 120;

	private final Path folder;

	private final Process process;

	private ProbeRun(Path folder, Process process) {
		this.folder = folder;
		this.process = process;
	}

	static ProbeRun start(ClassPath classPath, String... arguments) throws IOException {
		return start(ProbeCommand.of(classPath, arguments));
	}

	public static ProbeRun start(ProbeCommand command) throws IOException {
		Path folder = Files.createTempDirectory("slack-logging-it-");
		ProcessBuilder builder = command.in(folder)
			.redirectOutput(folder.resolve("out.txt").toFile())
			.redirectError(folder.resolve("err.txt").toFile());
		return new ProbeRun(folder, builder.start());
	}

	/** Starts the probe and waits until its JVM has ended. */
	static EndedProbe toTheEnd(ClassPath classPath, String... arguments) throws IOException, InterruptedException {
		try (ProbeRun run = start(classPath, arguments)) {
			return run.awaitEnd();
		}
	}

	static EndedProbe toTheEnd(ClassPath classPath, ProbeCommand.Kind kind, Map<String, String> variables,
			String... arguments) throws IOException, InterruptedException {
		ProbeCommand command = ProbeCommand.of(classPath, arguments).as(kind);
		for (Map.Entry<String, String> variable : variables.entrySet()) {
			command = command.withVariable(variable.getKey(), variable.getValue());
		}
		try (ProbeRun run = start(command)) {
			return run.awaitEnd();
		}
	}

	/** Asks the JVM to end, as a platform does: SIGTERM. */
	public void terminate() {
		this.process.destroy();
	}

	public EndedProbe awaitEnd() throws IOException, InterruptedException {
		boolean ended = this.process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
		String out = Files.readString(this.folder.resolve("out.txt"));
		String err = Files.readString(this.folder.resolve("err.txt"));
		if (!ended) {
			throw new AssertionError(
					"The JVM did not end within " + MAX_SECONDS + " s.\nstdout:\n" + out + "\nstderr:\n" + err);
		}
		return new EndedProbe(this.process.exitValue(), out, err);
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		this.process.onExit().join();
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
	}

}
