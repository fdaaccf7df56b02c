package io.github.slacklogging.benchmark.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK that starts applications.
 *
 * @param feature its version, 17 for example
 * @param home where it is
 */
record Jdk(int feature, Path home) {

	/** Where distributions put them. */
	private static final Path INSTALLED = Path.of("/usr/lib/jvm");

	static Jdk running() {
		return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
	}

	/** The one that runs, and the newest of those wanted that are found beside it. */
	static List<Jdk> found(int... wanted) throws IOException {
		List<Jdk> found = new ArrayList<>(List.of(running()));
		for (int feature : wanted) {
			if (feature != running().feature()) {
				installed(feature).ifPresent(found::add);
			}
		}
		return found;
	}

	private static Optional<Jdk> installed(int feature) throws IOException {
		if (!Files.isDirectory(INSTALLED)) {
			return Optional.empty();
		}
		try (Stream<Path> homes = Files.list(INSTALLED)) {
			return homes.filter((home) -> isOf(home, feature))
				.sorted()
				.map((home) -> new Jdk(feature, home))
				.findFirst();
		}
	}

	private static boolean isOf(Path home, int feature) {
		try {
			return Files.isExecutable(home.resolve("bin/javac"))
					&& Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + feature);
		}
		catch (IOException ex) {
			return false;
		}
	}

	String java() {
		return this.home.resolve("bin/java").toString();
	}

	String javac() {
		return this.home.resolve("bin/javac").toString();
	}

	/** What this one calls a file of classes that were prepared by an earlier run. */
	String cacheName() {
		return hasAotCache() ? "AOT cache" : "CDS archive";
	}

	String writeCache(Path file) {
		return (hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file;
	}

	String readCache(Path file) {
		return (hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file;
	}

	/** JEP 514: in one step. */
	private boolean hasAotCache() {
		return this.feature >= 25;
	}

}
