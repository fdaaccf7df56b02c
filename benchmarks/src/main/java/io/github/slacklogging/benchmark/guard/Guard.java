package io.github.slacklogging.benchmark.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fails a build in which a logging call costs its thread more than it did. Bytes beyond
 * those of an appender that does nothing are exact, and compared with a number for this
 * Java; time is compared, generously, with that of the appender that does nothing in the
 * same run. Run from the root of the project by {@code benchmarks/run guard}.
 */
public final class Guard {

	private static final Path FILE = Path.of("benchmarks", "guard.properties");

	/** Of this Java. */
	private static final String BYTES = "bytes." + Runtime.version().feature() + ".";

	/** Bytes are whole and exact; this is for the one that a JVM takes for itself. */
	private static final double LEAST_DIFFERENCE = 0.5;

	private final Bounds bounds;

	private final Forks forks = new Forks();

	private final List<String> failures = new ArrayList<>();

	private final Set<String> compared = new HashSet<>();

	private Guard(Bounds bounds) {
		this.bounds = bounds;
	}

	/**
	 * Measures and compares. Ends with 1 when something has become worse.
	 * @param arguments bounds that are tried in the place of those of the file, such as
	 * {@code ratio.never.plain=1.5}
	 * @throws IOException if it cannot be measured
	 */
	public static void main(String[] arguments) throws IOException {
		Guard guard = new Guard(Bounds.of(FILE, arguments));
		guard.compareBytes();
		guard.compareNanos();
		guard.compareNames();
		guard.failures.forEach((failure) -> System.out.println("FAILED: " + failure));
		System.exit(guard.failures.isEmpty() ? 0 : 1);
	}

	private void compareBytes() throws IOException {
		Map<Call, Double> noop = this.forks.bytes(Subject.NOOP);
		for (Subject subject : List.of(Subject.NEVER, Subject.AUTO, Subject.FULL)) {
			Map<Call, Double> bytes = this.forks.bytes(subject);
			for (Call call : Call.values()) {
				compareBytes(subject, call, bytes.getOrDefault(call, Double.NaN) - noop.getOrDefault(call, Double.NaN));
			}
		}
	}

	private void compareBytes(Subject subject, Call call, double measured) {
		String name = BYTES + subject.inWords() + "." + call.inWords();
		OptionalDouble bound = bound(name);
		System.out.printf(Locale.ROOT, "%-28s %8.0f of %s B%n", name, measured, inWords(bound));
		if (bound.isEmpty()) {
			return;
		}
		double more = measured - bound.getAsDouble();
		String line = String.format(Locale.ROOT, "%s=%.0f", name, measured);
		if (more < -LEAST_DIFFERENCE) {
			System.out.printf(Locale.ROOT, "Well done: %.0f B less. Keep it: write %s into %s.%n", -more, line, FILE);
		}
		else if (!(more < LEAST_DIFFERENCE)) {
			this.failures.add(String.format(Locale.ROOT,
					"%s: a call allocates %.0f B more than before, %.0f instead of %.0f beyond an appender that does "
							+ "nothing. Find what is made on the caller's thread that was not, or, if it is worth it, "
							+ "write %s into %s and say why in the commit.",
					name, more, measured, bound.getAsDouble(), line, FILE));
		}
	}

	private void compareNanos() throws IOException {
		Map<Subject, Map<Call, Double>> nanos = this.forks.nanos(List.of(Subject.NOOP, Subject.NEVER, Subject.FULL));
		for (Subject subject : List.of(Subject.NEVER, Subject.FULL)) {
			for (Call call : Call.values()) {
				compareRatio(subject, call, of(nanos, Subject.NOOP, call), of(nanos, subject, call));
			}
		}
	}

	private static double of(Map<Subject, Map<Call, Double>> nanos, Subject subject, Call call) {
		return nanos.getOrDefault(subject, new EnumMap<>(Call.class)).getOrDefault(call, Double.NaN);
	}

	private void compareRatio(Subject subject, Call call, double noop, double measured) {
		String name = "ratio." + subject.inWords() + "." + call.inWords();
		OptionalDouble bound = bound(name);
		double ratio = measured / noop;
		System.out.printf(Locale.ROOT, "%-28s %8.2f of %s (%.0f ns, an appender that does nothing %.0f ns)%n", name,
				ratio, inWords(bound), measured, noop);
		if (bound.isPresent() && !(ratio <= bound.getAsDouble())) {
			this.failures.add(String.format(Locale.ROOT,
					"%s: a call takes %.2f times as long as with an appender that does nothing (%.0f ns, %.0f ns), and "
							+ "at most %.2f times was allowed. Run it again on a quiet machine; if it stays, look with "
							+ "benchmarks/run Caller -prof stack for what is done on the caller's thread that was not.",
					name, ratio, measured, noop, bound.getAsDouble()));
		}
	}

	private OptionalDouble bound(String name) {
		this.compared.add(name);
		return this.bounds.of(name);
	}

	/** A bound that is compared with nothing cannot fail. */
	private void compareNames() {
		Set<String> left = new TreeSet<>(this.bounds.names());
		left.removeAll(this.compared);
		left.removeIf((name) -> name.startsWith("bytes.") && !name.startsWith(BYTES));
		left.forEach((name) -> this.failures
			.add(name + ": nothing that is measured is called so. Correct the name in " + FILE + "."));
	}

	private static String inWords(OptionalDouble bound) {
		return bound.isPresent() ? String.format(Locale.ROOT, "%.6g", bound.getAsDouble()).replaceAll("\\.?0+$", "")
				: "no bound";
	}

}
