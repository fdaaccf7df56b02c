package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * What one check of the set-up found. Immutable; holds no secret.
 *
 * @param subject what was looked at, for example {@code destination 'default'}
 * @param check what was asked, for example {@code token}
 * @param outcome how it is
 * @param detail what was seen, one line
 * @param advice what to do, {@code null} where nothing is to be done
 */
public record Finding(String subject, String check, Outcome outcome, String detail, @Nullable String advice) {

	/** All is well. */
	public static Finding ok(String subject, String check, String detail) {
		return new Finding(subject, check, Outcome.OK, detail, null);
	}

	/** It works, but somebody should look. */
	public static Finding warning(String subject, String check, String detail, String advice) {
		return new Finding(subject, check, Outcome.WARNING, detail, advice);
	}

	/** It does not work. */
	public static Finding failed(String subject, String check, String detail, String advice) {
		return new Finding(subject, check, Outcome.FAILED, detail, advice);
	}

	/** It was not looked at. */
	public static Finding skipped(String subject, String check, String why, @Nullable String advice) {
		return new Finding(subject, check, Outcome.SKIPPED, why, advice);
	}

	/** How it is. */
	public enum Outcome {

		/** As it should be. */
		OK,

		/** It works, but somebody should look. */
		WARNING,

		/** It does not work. */
		FAILED,

		/** It was not looked at, because it is off or something before it failed. */
		SKIPPED

	}

}
