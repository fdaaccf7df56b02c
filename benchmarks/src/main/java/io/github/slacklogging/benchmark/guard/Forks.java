package io.github.slacklogging.benchmark.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the JVMs that measure, one after the other, like the one that asks. */
final class Forks {

	/**
	 * Without escape analysis, whose success differs from one JVM to the next: every
	 * object that the code makes is counted, each time the same number of bytes.
	 */
	private static final List<String> EXACT = List.of("-XX:TieredStopAtLevel=1");

	private static final int BURSTS_FOR_BYTES = 64;

	private static final int BURSTS_FOR_NANOS = 600;

	/** Only the best counts: a neighbour that takes the processor must break nothing. */
	private static final int FORKS_FOR_NANOS = 3;

	/**
	 * What calls allocate.
	 * @param subject whose cost
	 * @return bytes by calls
	 */
	Map<Call, Double> bytes(Subject subject) throws IOException {
		Map<Call, Double> bytes = new EnumMap<>(Call.class);
		for (Cost cost : run(subject, EXACT, BURSTS_FOR_BYTES)) {
			bytes.put(cost.call(), cost.bytes());
		}
		return bytes;
	}

	/**
	 * How long calls take at best.
	 * @param subjects whose cost; their JVMs take turns
	 * @return nanoseconds by subjects and calls
	 */
	Map<Subject, Map<Call, Double>> nanos(List<Subject> subjects) throws IOException {
		Map<Subject, Map<Call, Double>> nanos = new EnumMap<>(Subject.class);
		for (int i = 0; i < FORKS_FOR_NANOS; i++) {
			for (Subject subject : subjects) {
				Map<Call, Double> best = nanos.computeIfAbsent(subject, (key) -> new EnumMap<>(Call.class));
				run(subject, List.of(), BURSTS_FOR_NANOS)
					.forEach((cost) -> best.merge(cost.call(), cost.nanos(), Math::min));
			}
		}
		return nanos;
	}

	private static List<Cost> run(Subject subject, List<String> options, int bursts) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		// a collector without threads of its own: there may be two processors only
		command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				Fork.class.getName(), subject.name(), Integer.toString(bursts)));
		Process fork = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (Stream<String> lines = fork.inputReader().lines()) {
			List<Cost> costs = lines.map(Cost::parse).toList();
			int status = fork.onExit().join().exitValue();
			if (status != 0 || costs.size() != Call.values().length) {
				throw new IOException(subject + " ended with " + status + " and measured " + costs);
			}
			return costs;
		}
	}

}
