package io.github.slacklogging.benchmark.arrival;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Threads and descriptors that are open in this JVM; a JAR of the class path is none of
 * them, as the JVM opens it when it first looks into it. Linux only: elsewhere there are
 * no descriptors to see. Immutable.
 *
 * @param threads that live
 * @param descriptors how many
 */
record OpenThings(Set<Thread> threads, int descriptors) {

	private static final Path OPEN = Path.of("/proc/self/fd");

	private static final int MAX_ROUNDS = 24;

	private static final long ROUND_NANOS = Duration.ofMillis(125).toNanos();

	static OpenThings now() {
		return new OpenThings(new HashSet<>(Thread.getAllStackTraces().keySet()), describe());
	}

	/** Everything that is open, without a look at what it is. */
	static int roughly() {
		String[] names = new File(OPEN.toString()).list();
		return (names != null) ? names.length : 0;
	}

	/** After a time in which garbage is collected: at most three seconds. */
	static OpenThings settled() {
		OpenThings last = now();
		for (int round = 0; round < MAX_ROUNDS && last.hasClients(); round++) {
			last = collected();
		}
		return last;
	}

	/**
	 * What is left of what came since, when garbage has been collected for up to three
	 * seconds: on Java 17 an HTTP client ends its thread when it is collected.
	 */
	Left left() {
		OpenThings last = now();
		for (int round = 0; round < MAX_ROUNDS && !last.since(this).isEmpty(); round++) {
			last = collected();
		}
		return last.since(this);
	}

	private static OpenThings collected() {
		System.gc();
		LockSupport.parkNanos(ROUND_NANOS);
		return now();
	}

	private boolean hasClients() {
		return this.threads.stream().anyMatch((thread) -> thread.getName().startsWith("HttpClient-"));
	}

	private Left since(OpenThings before) {
		Set<Thread> more = new HashSet<>(this.threads);
		more.removeAll(before.threads());
		return new Left(more.size(), Math.max(0, this.descriptors - before.descriptors()));
	}

	private static int describe() {
		try (Stream<Path> all = Files.list(OPEN)) {
			return (int) all.filter((each) -> !target(each).endsWith(".jar")).count();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** A descriptor may be gone before one looks at it. */
	private static String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		}
		catch (IOException ex) {
			return ".jar";
		}
	}

	/**
	 * What is left.
	 *
	 * @param threads how many
	 * @param descriptors how many
	 */
	record Left(int threads, int descriptors) {

		boolean isEmpty() {
			return this.threads == 0 && this.descriptors == 0;
		}

	}

}
