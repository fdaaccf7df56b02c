package io.github.slacklogging.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The run-time class path of a module, as Maven resolved it in this build. Immutable.
 *
 * @param entries jars, or folders of classes where nothing was packed yet
 */
public record ClassPath(List<Path> entries) {

	private static final String INBOX = "slack-logging-inbox";

	/** Where the build wrote it, seen from this module's folder. */
	public static ClassPath of(String module) {
		return read(Path.of("..", module));
	}

	static ClassPath ofStarter() {
		return read(Path.of("..", "..", "slack-logging-spring-boot-starter"));
	}

	/** With what was prepared ahead of time for the probe. */
	static ClassPath ofAot() {
		ClassPath libraries = of("aot");
		List<Path> sum = new ArrayList<>(List.of(Path.of("..", "aot", "target", "classes").toAbsolutePath()));
		sum.addAll(libraries.entries());
		return new ClassPath(sum);
	}

	private static ClassPath read(Path module) {
		try {
			String text = Files.readString(module.resolve("target").resolve("classpath.txt")).strip();
			return new ClassPath(Arrays.stream(text.split(File.pathSeparator)).map(Path::of).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Build the module first (mvn verify does): " + module, ex);
		}
	}

	public ClassPath withoutInbox() {
		return only((name) -> !name.equals(INBOX));
	}

	/** Adds the matching artifacts of another one. */
	ClassPath with(ClassPath other, Predicate<String> artifact) {
		List<Path> sum = new ArrayList<>(this.entries);
		sum.addAll(other.only(artifact).entries());
		return new ClassPath(sum);
	}

	ClassPath only(Predicate<String> artifact) {
		return new ClassPath(this.entries.stream().filter((entry) -> artifact.test(artifact(entry))).toList());
	}

	/** Names of the artifacts, without versions. */
	List<String> artifacts() {
		return this.entries.stream().map(ClassPath::artifact).toList();
	}

	/** Both {@code artifact/version/x.jar} and {@code artifact/target/x.jar}. */
	private static String artifact(Path entry) {
		return entry.getName(entry.getNameCount() - 3).toString();
	}

	@Override
	public String toString() {
		return String.join(File.pathSeparator, this.entries.stream().map(Path::toString).toList());
	}

}
