package io.github.slacklogging.it.probe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws exceptions and logs them, always from the same place. */
final class Failures {

	private static final Logger LOGGER = LoggerFactory.getLogger("com.acme.faults.Failures");

	/** Of one name, which nobody gave. */
	private final String[] names = new String[1];

	/**
	 * Throws so often from one place that the JIT takes the stack away, as it does with
	 * exceptions of the JVM's own in hot code ({@code -XX:+OmitStackTraceInFastThrow}, on
	 * by default).
	 * @return how many came without a stack
	 */
	int hot(int times) {
		int withoutStack = 0;
		for (int i = 0; i < times; i++) {
			try {
				total();
			}
			catch (NullPointerException ex) {
				withoutStack += (ex.getStackTrace().length == 0) ? 1 : 0;
				LOGGER.error("Could not sum up", ex);
			}
		}
		return withoutStack;
	}

	private int total() {
		int total = 0;
		for (String name : this.names) {
			total += name.length();
		}
		return total;
	}

	/** Throws from below many frames of the application's own. */
	void deep(int frames) {
		try {
			descend(frames);
		}
		catch (IllegalStateException ex) {
			LOGGER.error("Fell down", ex);
		}
	}

	private int descend(int frames) {
		return (frames > 0) ? 1 + descend(frames - 1) : ground();
	}

	private static int ground() {
		throw new IllegalStateException("This is the ground");
	}

}
