package io.github.slacklogging.benchmark.guard;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;

/**
 * The JVM that measures one subject, and prints a line for each call. It logs in bursts,
 * after a few of which the worker catches up, so that nothing is refused; only bursts are
 * measured.
 */
final class Fork {

	private static final int BURST = 500;

	/** A buffer with its defaults holds more. */
	private static final int BURSTS_AT_ONCE = 8;

	private static final int MEASURED_SHARE = 2;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Setting setting;

	private final int bursts;

	private Fork(Setting setting, int bursts) {
		this.setting = setting;
		this.bursts = bursts;
	}

	/**
	 * Measures.
	 * @param arguments the subject, and how many bursts of each call; half of them to
	 * warm up
	 */
	public static void main(String[] arguments) {
		try (Setting setting = new Setting(Subject.valueOf(arguments[0]))) {
			Fork fork = new Fork(setting, Integer.parseInt(arguments[1]));
			for (Call call : Call.values()) {
				System.out.println(fork.measure(call));
			}
			setting.settle();
			System.err.println(arguments[0] + ": " + setting.books());
			setting.verify();
		}
	}

	private Cost measure(Call call) {
		int measured = this.bursts / MEASURED_SHARE;
		double[] nanos = new double[measured];
		double[] bytes = new double[measured];
		for (int i = measured - this.bursts; i < measured; i++) {
			if (i % BURSTS_AT_ONCE == 0) {
				this.setting.settle();
			}
			long allocated = this.threads.getCurrentThreadAllocatedBytes();
			long begin = System.nanoTime();
			call.log(this.setting.log(), BURST);
			long end = System.nanoTime();
			if (i >= 0) {
				bytes[i] = (double) (this.threads.getCurrentThreadAllocatedBytes() - allocated) / BURST;
				nanos[i] = (double) (end - begin) / BURST;
			}
			this.setting.logged((call == Call.BELOW) ? 0 : BURST);
		}
		// the quickest burst was disturbed by nobody, even where it is not quiet
		Arrays.sort(nanos);
		Arrays.sort(bytes);
		return new Cost(call, bytes[measured / 2], nanos[0]);
	}

}
