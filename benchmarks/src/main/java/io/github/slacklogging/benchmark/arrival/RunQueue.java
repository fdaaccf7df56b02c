package io.github.slacklogging.benchmark.arrival;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * How long the present thread was ready and had no processor, as Linux counts it: the
 * second figure of {@code /proc/<pid>/task/<tid>/schedstat}. Source:
 * {@code Documentation/scheduler/sched-stats.rst} of Linux. Always 0 elsewhere. Used by
 * the thread that made it.
 */
final class RunQueue implements AutoCloseable {

	private final byte[] bytes = new byte[100];

	private final @Nullable RandomAccessFile figures;

	RunQueue() {
		this.figures = open();
	}

	private static @Nullable RandomAccessFile open() {
		try {
			return new RandomAccessFile("/proc/thread-self/schedstat", "r");
		}
		catch (FileNotFoundException ex) {
			return null;
		}
	}

	/** Nanoseconds so far. */
	long nanos() {
		if (this.figures == null) {
			return 0;
		}
		try {
			this.figures.seek(0);
			int length = this.figures.read(this.bytes);
			return Long.parseLong(new String(this.bytes, 0, length, StandardCharsets.US_ASCII).split(" ")[1]);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	@Override
	public void close() throws IOException {
		if (this.figures != null) {
			this.figures.close();
		}
	}

}
