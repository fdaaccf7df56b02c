package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Whether the disk can be used. Tells when that changes, and only then. Thread-safe.
 */
final class DiskCondition {

	/** When a disk that does not answer is a problem. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final String property;

	private final String consequence;

	private final Consumer<String> trouble;

	private @Nullable String problem;

	private boolean hanging;

	/**
	 * Creates a condition that is good.
	 * @param property names the place
	 * @param consequence of its being bad
	 */
	DiskCondition(String property, String consequence, Consumer<String> trouble) {
		this.property = property;
		this.consequence = consequence;
		this.trouble = trouble;
	}

	synchronized void working() {
		this.hanging = false;
		if (this.problem != null) {
			this.problem = null;
			tell(this.property + " can be used again");
		}
	}

	synchronized void failing(Throwable ex) {
		this.hanging = false;
		failing(words(ex));
	}

	/**
	 * Judges how long the disk has not answered.
	 * @param busy since when, zero if it is not asked for anything
	 */
	synchronized void waiting(Duration busy) {
		if (busy.compareTo(PATIENCE) >= 0) {
			this.hanging = true;
			failing("the disk has not answered for " + busy.toSeconds() + " s");
		}
		else if (this.hanging) {
			working();
		}
	}

	private void failing(String words) {
		boolean begins = this.problem == null;
		this.problem = words;
		if (begins) {
			tell(this.property + " cannot be used (" + words + "): " + this.consequence);
		}
	}

	/** Why the disk cannot be used, {@code null} while it can. */
	synchronized @Nullable String problem() {
		return this.problem;
	}

	/** Says something that does not change the condition. */
	void tell(String text) {
		try {
			this.trouble.accept(text);
		}
		catch (RuntimeException ex) {
			// Whoever listens must not stop the spool.
		}
	}

	/** Without the path, which is in the message of most. */
	static String words(Throwable ex) {
		if (ex instanceof RefusedFolderException) {
			return String.valueOf(ex.getMessage());
		}
		String reason = (ex instanceof FileSystemException disk) ? disk.getReason()
				: (ex instanceof IOException) ? ex.getMessage() : null;
		String name = ex.getClass().getSimpleName();
		return (reason == null) ? name : name + ": " + reason;
	}

}
