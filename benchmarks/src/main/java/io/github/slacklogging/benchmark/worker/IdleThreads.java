package io.github.slacklogging.benchmark.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What an idle application does: how often its threads were scheduled, and the time they
 * had. As Linux tells it.
 */
final class IdleThreads {

	/** For the JIT and what an application does after its start. */
	private final long settleMillis;

	private final long sampleMillis;

	/**
	 * Looks so long.
	 * @param settleMillis after the start
	 * @param sampleMillis from the first look to the second
	 */
	IdleThreads(long settleMillis, long sampleMillis) {
		this.settleMillis = settleMillis;
		this.sampleMillis = sampleMillis;
	}

	/** Whether this system tells. */
	static boolean canBeSeen() {
		return Files.isReadable(Path.of("/proc/self/task"));
	}

	double seconds() {
		return this.sampleMillis / 1e3;
	}

	/**
	 * Looks at two applications at the same time.
	 * @param slack of the second one
	 * @return without the starter, and with it
	 */
	List<Sample> of(URI slack) throws IOException, InterruptedException {
		try (ChildJvm bare = ChildJvm.start(null, List.of(), "idle");
				ChildJvm starter = ChildJvm.start(slack, List.of(), "idle")) {
			bare.await(ChildApplication.READY);
			starter.await(ChildApplication.READY);
			Thread.sleep(this.settleMillis);
			Look bareBefore = Look.at(bare.pid());
			Look starterBefore = Look.at(starter.pid());
			Thread.sleep(this.sampleMillis);
			Look bareAfter = Look.at(bare.pid());
			Look starterAfter = Look.at(starter.pid());
			return List.of(bareAfter.since(bareBefore, names(bare.pid())),
					starterAfter.since(starterBefore, names(starter.pid())));
		}
	}

	/** By their number; asked last, since that wakes them. */
	private static Map<Long, String> names(long pid) throws IOException {
		Process dump = new ProcessBuilder(ChildJvm.java("jcmd"), String.valueOf(pid), "Thread.print")
			.redirectErrorStream(true)
			.start();
		String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Map<Long, String> names = new TreeMap<>();
		// hexadecimal up to Java 21, decimal afterwards
		Matcher thread = Pattern.compile("(?m)^\"([^\"]*)\".* nid=(0x)?([0-9a-f]+)").matcher(text);
		while (thread.find()) {
			names.put(Long.parseLong(thread.group(3), (thread.group(2) != null) ? 16 : 10), thread.group(1));
		}
		return names;
	}

	/**
	 * What happened between two looks.
	 *
	 * @param wakeUps by the name of the thread, those of the starter and of the JVM
	 * @param cpuMillis of the whole JVM
	 */
	record Sample(Map<String, Long> wakeUps, double cpuMillis) {

		private static final List<String> OURS = List.of("slack-logging", "reactor-", "HttpClient");

		long allWakeUps() {
			return this.wakeUps.values().stream().mapToLong(Long::longValue).sum();
		}

		/** Of threads that would not be there without the starter. */
		Map<String, Long> ours() {
			Map<String, Long> ours = new TreeMap<>(this.wakeUps);
			ours.keySet().removeIf((name) -> OURS.stream().noneMatch(name::startsWith));
			return ours;
		}

	}

	/**
	 * One look.
	 *
	 * @param switches by the number of the thread
	 * @param ticks of the whole JVM, a hundredth of a second each
	 */
	private record Look(Map<Long, Long> switches, long ticks) {

		private static final int USER = 11;

		private static final double MILLIS_PER_TICK = 10;

		static Look at(long pid) throws IOException {
			Map<Long, Long> switches = new TreeMap<>();
			try (Stream<Path> tasks = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
				tasks.forEach((task) -> switches.put(Long.valueOf(task.getFileName().toString()), switchesOf(task)));
			}
			String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			return new Look(switches, Long.parseLong(fields[USER]) + Long.parseLong(fields[USER + 1]));
		}

		private static long switchesOf(Path task) {
			try (Stream<String> lines = Files.lines(task.resolve("status"))) {
				return lines.filter((line) -> line.contains("ctxt_switches"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
					.sum();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		Sample since(Look before, Map<Long, String> names) {
			Map<String, Long> wakeUps = new TreeMap<>();
			this.switches.forEach((thread, count) -> {
				@Nullable Long then = before.switches.get(thread);
				String name = names.getOrDefault(thread, "of the JVM");
				wakeUps.merge(name, count - ((then != null) ? then : 0), Long::sum);
			});
			return new Sample(wakeUps, (this.ticks - before.ticks) * MILLIS_PER_TICK);
		}

	}

}
