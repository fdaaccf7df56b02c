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
		StringBuilder look = new StringBuilder(outcome.name());
		if (reason != null) {
			look.append('|').append(words(reason));
		}
		if (cause != null) {
			look.append('|').append(thrown(cause));
			Throwable root = root(cause);
			look.append('|').append((root != cause) ? thrown(root) : "");
		}
		return look.toString();
	}

	private static Throwable root(Throwable thrown) {
		Throwable root = thrown;
		for (int depth = 0; depth < MAX_CAUSES; depth++) {
			Throwable cause = root.getCause();
			if (cause == null || cause == root) {
				return root;
			}
			root = cause;
		}
		return root;
	}

	// What the application's own exception throws when it is read makes it look like any
	// other of its type.
	private static String thrown(Throwable thrown) {
		String type = thrown.getClass().getName();
		try {
			StackTraceElement[] frames = thrown.getStackTrace();
			String top = (frames.length > 0) ? frames[0].getClassName() + "." + frames[0].getMethodName() : "";
			String message = thrown.getMessage();
			return type + "@" + top + ":" + ((message != null) ? words(message) : "");
		}
		catch (Throwable ex) {
			return type;
		}
	}

	/** A word with a digit in it is most likely another one next time. */
	private static String words(String text) {
		String beginning = text.substring(0, Math.min(text.length(), MAX_WORDS));
		return beginning.replaceAll("\\S*\\d\\S*", "#");
	}

}
