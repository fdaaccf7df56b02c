package io.github.slacklogging.autoconfigure;

import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.credential.ConfiguredCredentials;
import io.github.slacklogging.credential.Objection;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.UnusableSecretException;
import io.github.slacklogging.doctor.CredentialLookup;

/**
 * Gives the doctor the secrets of destinations, where they have the right shape.
 */
final class DestinationSecrets {

	private static final String LOOK = "Look at where it comes from: the property, the file, the SlackCredentials bean.";

	private DestinationSecrets() {
	}

	/**
	 * Those of a running application.
	 * @param credentials configured, or given by beans
	 * @param configured those of them that are
	 * @param rules what each must look like
	 */
	static CredentialLookup running(SlackCredentials credentials, ConfiguredCredentials configured,
			Map<String, SecretRule> rules) {
		return (destination) -> pretended(configured, destination, look(credentials, rules, destination));
	}

	/**
	 * Those of an application that does not run: beans give none.
	 * @param credentials configured
	 * @param rules what each must look like
	 */
	static CredentialLookup early(ConfiguredCredentials credentials, Map<String, SecretRule> rules) {
		return (destination) -> {
			CredentialLookup.Result found = pretended(credentials, destination, look(credentials, rules, destination));
			boolean awaited = found instanceof CredentialLookup.Result.Missing missing
					&& credentials.awaited().stream().anyMatch((property) -> missing.why().startsWith(property + " "));
			return awaited ? new CredentialLookup.Result.Missing(Outcome.SKIPPED,
					"a SlackCredentials bean gives it, and there are no beans yet",
					"Ask the running application: POST /actuator/slacklogging, action=doctor.") : found;
		};
	}

	private static CredentialLookup.Result look(SlackCredentials credentials, Map<String, SecretRule> rules,
			String destination) {
		try {
			Secret secret = credentials.credential(destination);
			if (secret == null) {
				return failed("nobody gives a secret for it");
			}
			SecretRule rule = rules.get(destination);
			Optional<Objection> objection = (rule != null) ? rule.objection(secret.reveal()) : Optional.empty();
			return objection.<CredentialLookup.Result>map(
					(wrong) -> new CredentialLookup.Result.Missing(Outcome.FAILED, wrong.reason(), wrong.advice()))
				.orElseGet(() -> new CredentialLookup.Result.Found(secret));
		}
		catch (UnusableSecretException ex) {
			return failed(String.valueOf(ex.getMessage()));
		}
		catch (RuntimeException ex) {
			// Its text may hold anything.
			return failed("cannot be had: " + ex.getClass().getName());
		}
	}

	/** A dry run makes do without. */
	private static CredentialLookup.Result pretended(ConfiguredCredentials configured, String destination,
			CredentialLookup.Result result) {
		return (result instanceof CredentialLookup.Result.Missing && !configured.knows(destination))
				? new CredentialLookup.Result.Missing(Outcome.SKIPPED, "is pretended: a dry run needs none",
						"Set it before slack.logging.dry-run goes.")
				: result;
	}

	private static CredentialLookup.Result failed(String why) {
		return new CredentialLookup.Result.Missing(Outcome.FAILED, why, LOOK);
	}

}
