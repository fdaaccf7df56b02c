package io.github.slacklogging.mvc;

/**
 * What a request failed with, and where: the attributes of a request may be handed to
 * other threads, which do something else.
 *
 * @param thrown what is handled
 * @param thread that handles it
 */
record Handling(Throwable thrown, Thread thread) {

	/** As deep as a snapshot looks. */
	private static final int MAX_CAUSES = 64;

	boolean isHere() {
		return this.thread == Thread.currentThread();
	}

	/** Whether it is this one, caused it or was caused by it. */
	boolean isOf(Throwable other) {
		return causes(this.thrown, other) || causes(other, this.thrown);
	}

	private static boolean causes(Throwable cause, Throwable thrown) {
		try {
			Throwable next = thrown;
			for (int depth = 0; next != null && depth < MAX_CAUSES; depth++) {
				if (next == cause) {
					return true;
				}
				next = next.getCause();
			}
		}
		catch (Throwable ex) {
			// the application's code: nothing is known of its cause
		}
		return false;
	}

}
