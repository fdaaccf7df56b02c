package io.github.slacklogging.benchmark.guard;

import java.util.Locale;

/**
 * What a call costs the thread that logs.
 *
 * @param call which
 * @param bytes allocated by that thread
 * @param nanos that it takes at best
 */
record Cost(Call call, double bytes, double nanos) {

	static Cost parse(String line) {
		String[] parts = line.split(" ");
		return new Cost(Call.valueOf(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
	}

	/** What {@link #parse} reads. */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s %.2f %.1f", this.call, this.bytes, this.nanos);
	}

}
