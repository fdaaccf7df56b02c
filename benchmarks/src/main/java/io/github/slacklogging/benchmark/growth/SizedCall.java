package io.github.slacklogging.benchmark.growth;

import org.jspecify.annotations.Nullable;

/**
 * A log call whose text has a size.
 *
 * @param message argument of the call
 * @param exception of the call, {@code null} for none
 */
record SizedCall(String message, @Nullable Exception exception) {

	/** What a printed frame takes, roughly. */
	private static final int FRAME = 80;

	/** As many as the JVM fills in by default. */
	private static final int MAX_FRAMES = 1_024;

	/** A message as long as that. */
	static SizedCall withMessage(int characters) {
		return new SizedCall("Order was refused. ".repeat(1 + characters / 19).substring(0, characters), null);
	}

	/** A trace that takes as much when it is printed, in as many causes as that needs. */
	static SizedCall withTrace(int characters) {
		int frames = Math.max(1, characters / FRAME);
		Exception exception = new IllegalStateException("innermost");
		exception.setStackTrace(frames(0, Math.min(frames, MAX_FRAMES)));
		for (int done = MAX_FRAMES; done < frames; done += MAX_FRAMES) {
			exception = new IllegalStateException("outer", exception);
			exception.setStackTrace(frames(done, Math.min(frames - done, MAX_FRAMES)));
		}
		return new SizedCall("4711", exception);
	}

	private static StackTraceElement[] frames(int from, int count) {
		StackTraceElement[] frames = new StackTraceElement[count];
		for (int i = 0; i < count; i++) {
			frames[i] = new StackTraceElement("com.acme.orders.checkout.Orders" + (i % 50), "checkOut", "Orders.java",
					from + i);
		}
		return frames;
	}

	/** Makes the call. */
	void log(LoggingApplication application) {
		if (this.exception != null) {
			application.log().error("Order {} failed", this.message, this.exception);
		}
		else {
			application.log().error("Order {} failed", this.message);
		}
	}

}
