package io.github.slacklogging.benchmark.worker;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.pipeline.SlackPipeline;
import org.jspecify.annotations.Nullable;

/**
 * A JVM in which a {@link ChildApplication} runs, ended at the latest with this object.
 */
final class ChildJvm implements AutoCloseable {

	/** What an application without the starter has already. */
	private static final List<String> BARE = List.of("spring-core-", "spring-beans-", "spring-aop-", "spring-context-",
			"spring-expression-", "spring-boot-4", "spring-boot-autoconfigure-", "logback-", "slf4j-", "jspecify-",
			"micrometer-commons-", "micrometer-observation-", "commons-logging-");

	/** What the starter adds, but for the actuator. */
	private static final List<String> ADDED = List.of("spring-web-", "spring-webflux-", "reactor-core-",
			"reactive-streams-", "jackson-core-", "jctools-", "re2j-", "bucket4j", "resilience4j");

	private final Process process;

	private final BufferedReader output;

	private final ScratchFolder spool;

	private ChildJvm(Process process, ScratchFolder spool) {
		this.process = process;
		this.spool = spool;
		this.output = process.inputReader();
	}

	/**
	 * Starts.
	 * @param slack where its errors go, {@code null} for an application without the
	 * starter
	 * @param options of the JVM
	 * @param arguments of the application
	 * @throws IOException if it cannot be started
	 */
	static ChildJvm start(@Nullable URI slack, List<String> options, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(java("java")));
		command.addAll(options);
		command.addAll(List.of("-Dspring.main.banner-mode=off", "-Dlogging.threshold.console=OFF", "-cp",
				classPath(slack != null)));
		ScratchFolder spool = ScratchFolder.create();
		if (slack != null) {
			command.addAll(1, List.of("-Dslack.logging.webhook-url=" + slack, "-Dslack.logging.service-name=child",
					"-Dslack.logging.spool.directory=" + spool.path()));
		}
		command.add(ChildApplication.class.getName());
		command.addAll(List.of(arguments));
		return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start(), spool);
	}

	/** A program of the JDK that runs this. */
	static String java(String program) {
		return Path.of(System.getProperty("java.home"), "bin", program).toString();
	}

	private static String classPath(boolean starter) {
		List<String> entries = new ArrayList<>(List.of(placeOf(ChildApplication.class)));
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			String name = Path.of(entry).getFileName().toString();
			if (isOneOf(BARE, name) || (starter && isOneOf(ADDED, name))) {
				entries.add(entry);
			}
		}
		if (starter) {
			entries.add(placeOf(SlackPipeline.class));
		}
		return String.join(File.pathSeparator, entries);
	}

	private static boolean isOneOf(List<String> beginnings, String name) {
		return beginnings.stream().anyMatch(name::startsWith);
	}

	private static String placeOf(Class<?> type) {
		return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
	}

	long pid() {
		return this.process.pid();
	}

	/**
	 * Waits for a line of its output.
	 * @param beginning of the line
	 * @return what follows
	 * @throws IOException if it ends without saying it
	 */
	String await(String beginning) throws IOException {
		List<String> seen = new ArrayList<>();
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.startsWith(beginning)) {
				return line.substring(beginning.length());
			}
			seen.add(line);
		}
		throw new IOException(
				"The application ended and said " + seen.subList(Math.max(0, seen.size() - 5), seen.size()));
	}

	/**
	 * Waits for its end, and ends it if that takes too long.
	 * @param seconds how long
	 * @return its output by lines; empty where it failed or was ended
	 */
	List<String> finish(long seconds) throws InterruptedException {
		Thread killer = new Thread(() -> {
			try {
				if (!this.process.waitFor(seconds, TimeUnit.SECONDS)) {
					this.process.destroyForcibly();
				}
			}
			catch (InterruptedException ex) {
				this.process.destroyForcibly();
			}
		});
		killer.start();
		String[] lines = this.output.lines().toArray(String[]::new);
		killer.join();
		return (this.process.waitFor() == 0) ? Arrays.asList(lines) : List.of();
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly().onExit().join();
		this.spool.close();
	}

}
