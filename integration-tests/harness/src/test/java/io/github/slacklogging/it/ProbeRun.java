package io.github.slacklogging.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The probe in a JVM of its own, with nothing of this machine's environment. Not
 * thread-safe.
 */
final class ProbeRun implements AutoCloseable {

	/** A JVM that has not ended by then is kept alive by somebody. */
	private static final int MAX_SECONDS = 120;

	private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot");

	/** How the application is run. */
	enum Kind {

		/** By its {@code main}. */
		PROBE("ProbeApplication"),

		/** Ten times, as developer tools do. */
		RESTARTED("RestartedProbe"),

		/** In a class loader of its own, as containers do. */
		UNDEPLOYED("UndeployedProbe");

		private final String mainClass;

		Kind(String mainClass) {
			this.mainClass = mainClass;
		}

		String mainClass() {
			return "io.github.slacklogging.it.probe." + this.mainClass;
		}

	}

	private final Path folder;

	private final Process process;

	private ProbeRun(Path folder, Process process) {
		this.folder = folder;
		this.process = process;
	}

	static ProbeRun start(ClassPath classPath, String... arguments) throws IOException {
		return start(classPath, Kind.PROBE, Map.of(), arguments);
	}

	static ProbeRun start(ClassPath classPath, Kind kind, Map<String, String> variables, String... arguments)
			throws IOException {
		Path folder = Files.createTempDirectory("slack-logging-it-");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
						// a collection collects everything that nobody holds
						"-XX:SoftRefLRUPolicyMSPerMB=0", "-cp", classPath.toString(), kind.mainClass()));
		if (Stream.of(arguments).noneMatch((argument) -> argument.startsWith("--server.port="))) {
			command.add("--server.port=0");
		}
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(folder.resolve("out.txt").toFile())
			.redirectError(folder.resolve("err.txt").toFile());
		builder.environment().keySet().retainAll(KEPT_VARIABLES);
		builder.environment().putAll(variables);
		return new ProbeRun(folder, builder.start());
	}

	/** Starts the probe and waits until its JVM has ended. */
	static EndedProbe toTheEnd(ClassPath classPath, String... arguments) throws IOException, InterruptedException {
		try (ProbeRun run = start(classPath, arguments)) {
			return run.awaitEnd();
		}
	}

	static EndedProbe toTheEnd(ClassPath classPath, Kind kind, Map<String, String> variables, String... arguments)
			throws IOException, InterruptedException {
		try (ProbeRun run = start(classPath, kind, variables, arguments)) {
			return run.awaitEnd();
		}
	}

	/** Asks the JVM to end, as a platform does: SIGTERM. */
	void terminate() {
		this.process.destroy();
	}

	EndedProbe awaitEnd() throws IOException, InterruptedException {
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
		for (String file : List.of("out.txt", "err.txt")) {
			Files.deleteIfExists(this.folder.resolve(file));
		}
		this.folder.toFile().delete();
	}

}
