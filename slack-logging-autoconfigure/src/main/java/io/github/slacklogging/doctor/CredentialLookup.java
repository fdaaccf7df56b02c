package io.github.slacklogging.doctor;

import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.Secret;

/**
 * Gives the secret of a destination, or says why there is none. Thread-safe; may read a
 * small file or ask a bean; never throws.
 */
@FunctionalInterface
public interface CredentialLookup {

	/**
	 * Looks it up.
	 * @param destination its name
	 */
	Result credential(String destination);

	/** A secret, or none. */
	sealed interface Result {

		/**
		 * There is one, of the right shape.
		 *
		 * @param secret webhook URL or token
		 */
		record Found(Secret secret) implements Result {

		}

		/**
		 * There is none.
		 *
		 * @param outcome how bad that is
		 * @param why without any secret
		 * @param advice what to do
		 */
		record Missing(Outcome outcome, String why, String advice) implements Result {

		}

	}

}
