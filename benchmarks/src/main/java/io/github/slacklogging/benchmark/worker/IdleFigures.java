package io.github.slacklogging.benchmark.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;
import io.github.slacklogging.benchmark.worker.IdleThreads.Sample;
import io.github.slacklogging.inbox.SlackInbox;

/**
 * What an idle application does.
 *
 * @param seconds that it was looked at
 * @param samples without the starter and with it; none where the system does not tell
 */
record IdleFigures(double seconds, List<Sample> samples) {

	static IdleFigures measure(Effort effort) throws Exception {
		boolean full = effort == Effort.FULL;
		IdleThreads threads = new IdleThreads(full ? 10_000 : 3_000, full ? 20_000 : 4_000);
		if (!IdleThreads.canBeSeen()) {
			return new IdleFigures(0, List.of());
		}
		try (SlackInbox inbox = SlackInbox.start()) {
			return new IdleFigures(threads.seconds(), threads.of(inbox.webhookUrl()));
		}
	}

	List<Block> blocks() {
		if (this.samples.isEmpty()) {
			return List.of(new Block.Text("### An idle application\n\nOnly Linux tells how often threads are woken."));
		}
		Sample bare = this.samples.get(0);
		Sample starter = this.samples.get(1);
		List<List<String>> rows = new ArrayList<>();
		rows.add(row("without the starter", bare.allWakeUps(), bare.cpuMillis()));
		rows.add(row("with the starter", starter.allWakeUps(), starter.cpuMillis()));
		starter.ours().forEach((name, count) -> rows.add(List.of("of these: thread `" + name + "`", each(count), "")));
		return List.of(new Block.Text("""
				### An idle application

				Two applications that have started and log nothing, one with the starter and one without, looked at \
				for %.0f s at the same time: how often any of their threads was scheduled, the JVM's own included, and \
				how much processor time they had (counted in steps of 10 ms). The starter's worker has no timer of its \
				own: it sleeps until an event comes, or until something that it has planned is due, as that a kind has \
				gone quiet after 15 minutes.""".formatted(this.seconds)),
				new Block.Table(List.of("Application", "wake-ups", "CPU, ms"), rows));
	}

	private static List<String> row(String which, long wakeUps, double millis) {
		return List.of(which, each(wakeUps), Figure.whole(millis));
	}

	private static String each(long wakeUps) {
		return String.valueOf(wakeUps);
	}

	Block.Goal goal() {
		Map<String, Long> ours = this.samples.isEmpty() ? Map.of() : this.samples.get(1).ours();
		long wakeUps = ours.values().stream().mapToLong(Long::longValue).sum();
		boolean met = !this.samples.isEmpty() && wakeUps == 0;
		String measured = this.samples.isEmpty() ? "not measured here"
				: "%d wake-ups of %d threads in %.0f s".formatted(wakeUps, ours.size(), this.seconds);
		return new Block.Goal("no measurable wake-ups of an idle JVM", measured, met,
				met ? "whatever else wakes the JVM does so without the starter too"
						: "a thread that is woken looks whether there is something to do");
	}

}
