package io.github.slacklogging.job;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The wall between a job and us: whatever we throw, the errors of the JVM included, stays
 * on our side and is told as trouble of ours. Immutable.
 *
 * @param trouble told without any text of the application
 */
record Unharmed(Consumer<String> trouble) {

	void run(Runnable ours) {
		try {
			ours.run();
		}
		catch (Throwable ex) {
			tell(ex);
		}
	}

	/** {@code null} where there is none, and where finding it fails. */
	<T> @Nullable T find(Supplier<@Nullable T> ours) {
		try {
			return ours.get();
		}
		catch (Throwable ex) {
			tell(ex);
			return null;
		}
	}

	private void tell(Throwable thrown) {
		try {
			this.trouble.accept("something is not told of a job: " + thrown.getClass().getName());
		}
		catch (Throwable ex) {
			// There is nobody left to tell.
		}
	}

}
