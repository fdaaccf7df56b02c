package io.github.slacklogging.benchmark.worker;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.github.slacklogging.inbox.SlackInbox;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest {@code -Xmx} with which an application survives a storm: no
 * {@link OutOfMemoryError} anywhere, and with the starter books that balance and a
 * message that Slack has.
 */
final class SmallestHeap {

	private static final int SMALLEST = 4;

	private static final int LARGEST = 96;

	private static final long PATIENCE_SECONDS = 25;

	private final int events;

	private final int step;

	/**
	 * Of a storm.
	 * @param events that are logged
	 * @param step how exactly it is looked for, in megabytes
	 */
	SmallestHeap(int events, int step) {
		this.events = events;
		this.step = step;
	}

	/** Without the starter, in megabytes. */
	int bare() throws IOException, InterruptedException {
		return search(SMALLEST, null);
	}

	/**
	 * With the starter, in megabytes.
	 * @param bare without it: less will not do
	 */
	int withStarter(int bare) throws IOException, InterruptedException {
		try (SlackInbox inbox = SlackInbox.start()) {
			return search(bare, inbox.webhookUrl());
		}
	}

	private int search(int from, @Nullable URI slack) throws IOException, InterruptedException {
		int fails = from - this.step;
		int survives = from + this.step;
		while (!survives(survives, slack)) {
			if (survives > LARGEST) {
				throw new IllegalStateException("No storm is survived with " + survives + " MB");
			}
			fails = survives;
			survives += 8 * this.step;
		}
		while (survives - fails > this.step) {
			int middle = fails + (survives - fails) / this.step / 2 * this.step;
			if (survives(middle, slack)) {
				survives = middle;
			}
			else {
				fails = middle;
			}
		}
		return survives;
	}

	private boolean survives(int megabytes, @Nullable URI slack) throws IOException, InterruptedException {
		List<String> options = List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
		try (ChildJvm child = ChildJvm.start(slack, options, "storm", String.valueOf(this.events))) {
			List<String> lines = child.finish(PATIENCE_SECONDS);
			boolean whole = lines.stream().noneMatch((line) -> line.contains("OutOfMemoryError"));
			String books = lines.stream()
				.filter((line) -> line.startsWith(ChildApplication.DONE))
				.findFirst()
				.orElse("failed");
			boolean balanced = (slack != null) ? books.contains("balances=true told=true")
					: books.equals(ChildApplication.DONE);
			System.out.printf("   -Xmx%dm %s: %s%n", megabytes, (slack != null) ? "with the starter" : "bare", books);
			return whole && balanced;
		}
	}

}
