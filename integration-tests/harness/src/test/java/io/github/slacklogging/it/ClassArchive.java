package io.github.slacklogging.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The classes of a class path as the JVM maps them into memory, so that hundreds of
 * probes do not find, read and verify the same ones: a start takes a quarter less of the
 * processor. Made by a start that is thrown away, once a class path has been used a few
 * times; until then, and where it cannot be made, probes start without. Thread-safe; the
 * one that makes it blocks for some seconds, others do not wait. Source: JEP 350.
 */
final class ClassArchive {

	private static final int WORTH_IT = 3;

	private static final Path FOLDER = Path.of("target", "class-archives").toAbsolutePath();

	/** It starts, has an error to tell of, and ends. Nobody listens there. */
	private static final List<String> TRAINING = List.of("--server.port=0", "--probe.end=close",
			"--slack.logging.webhook-url=http://127.0.0.1:9/services/T0/B0/nobody",
			"--slack.logging.shutdown.timeout=1s", "--slack.logging.spool.enabled=false");

	private static final Map<String, ClassArchive> ALL = new ConcurrentHashMap<>();

	private final String classPath;

	private final Path file;

	private int uses;

	private volatile boolean made;

	private ClassArchive(String classPath) {
		this.classPath = classPath;
		this.file = FOLDER.resolve(Integer.toHexString(classPath.hashCode()) + ".jsa");
	}

	/**
	 * What lets a JVM use it.
	 * @param classPath of the JVM
	 * @param options of all probes, with which it is made
	 */
	static List<String> options(ClassPath classPath, List<String> options) {
		// in a folder classes may change, so the JVM archives none
		if (!classPath.entries().stream().allMatch((entry) -> entry.toString().endsWith(".jar"))) {
			return List.of();
		}
		ClassArchive archive = ALL.computeIfAbsent(classPath.toString(), ClassArchive::new);
		if (archive.isWorthMaking()) {
			archive.make(options);
		}
		return archive.made ? List.of("-XX:SharedArchiveFile=" + archive.file, "-Xlog:cds*=off") : List.of();
	}

	private synchronized boolean isWorthMaking() {
		return ++this.uses == WORTH_IT;
	}

	private void make(List<String> options) {
		try {
			Files.createDirectories(FOLDER);
			List<String> command = new ArrayList<>(List.of(ProbeCommand.java()));
			command.addAll(options);
			command.addAll(List.of("-XX:ArchiveClassesAtExit=" + this.file, "-cp", this.classPath,
					ProbeCommand.Kind.PROBE.mainClass()));
			command.addAll(TRAINING);
			ProcessBuilder builder = new ProcessBuilder(command).directory(FOLDER.toFile())
				.redirectErrorStream(true)
				.redirectOutput(this.file.resolveSibling(this.file.getFileName() + ".log").toFile());
			builder.environment().keySet().retainAll(ProbeCommand.KEPT_VARIABLES);
			Process training = builder.start();
			this.made = training.waitFor(1, TimeUnit.MINUTES) && Files.exists(this.file);
			training.destroyForcibly();
		}
		catch (IOException ex) {
			// probes start without
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
