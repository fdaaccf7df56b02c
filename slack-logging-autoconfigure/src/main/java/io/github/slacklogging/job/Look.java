package io.github.slacklogging.job;

import io.github.slacklogging.JobOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What two runs have in common that end in the same way: the outcome, types and the
 * places that threw, and the words without their numbers. Stateless.
 */
final class Look {

	private static final int MAX_CAUSES = 64;

	private static final int MAX_WORDS = 300;

	private Look() {
	}

	static String of(JobOutcome outcome, @Nullable String reason, @Nullable Throwable cause) {
		String said = (reason != null) ? words(reason) : "";
		return outcome + "|" + said + "|" + ((cause != null) ? thrown(cause) : "");
	}

	// What the application's own exception throws when it is read makes it look like any
	// other of its type.
	private static String thrown(Throwable thrown) {
		try {
			Throwable root = root(thrown);
			return (root != thrown) ? single(thrown) + "|" + single(root) : single(thrown);
		}
		catch (Throwable ex) {
			return thrown.getClass().getName();
		}
	}

	private static Throwable root(Throwable thrown) {
		Throwable root = thrown;
		for (int depth = 0; depth < MAX_CAUSES; depth++) {
			Throwable cause = root.getCause();
			if (cause == null) {
				return root;
			}
			root = cause;
		}
		return root;
	}

	private static String single(Throwable thrown) {
		StackTraceElement[] frames = thrown.getStackTrace();
		String top = (frames.length > 0) ? frames[0].getClassName() + "." + frames[0].getMethodName() : "";
		String message = thrown.getMessage();
		return thrown.getClass().getName() + "@" + top + ":" + ((message != null) ? words(message) : "");
	}

	/** A word with a digit in it is most likely another one next time. */
	private static String words(String text) {
		String beginning = text.substring(0, Math.min(text.length(), MAX_WORDS));
		return beginning.replaceAll("\\S*\\d\\S*", "#");
	}

}
