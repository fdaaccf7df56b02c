package io.github.slacklogging;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send. Sealed: {@code slack} classifies, {@code relay}
 * decides, and nobody else reads a status code. Texts are codes of Slack's or short
 * descriptions of ours; they never hold a URL or a secret.
 */
public sealed interface SendResult {

	/** The status of what was only pretended. */
	String DRY_RUN = "dry_run";

	/** Tag for the meters: the HTTP status, or a word where there was no answer. */
	String status();

	/** Whether nothing was sent, on purpose: what it tells of is not delivered. */
	default boolean isDryRun() {
		return DRY_RUN.equals(status());
	}

	/**
	 * Slack did it.
	 *
	 * @param status tag for the meters
	 * @param message what is there now, {@code null} where Slack does not say (webhooks)
	 * @param link address that was asked for, {@code null} where none was
	 */
	record Accepted(String status, @Nullable MessageRef message, @Nullable String link) implements SendResult {

		/** Slack did it and says no more. */
		public Accepted(String status) {
			this(status, null, null);
		}

	}

	/**
	 * Too fast; not delivered. Not a failure.
	 *
	 * @param status tag for the meters
	 * @param retryAfter how long Slack asks to wait, at least one second
	 */
	record Throttled(String status, Duration retryAfter) implements SendResult {

	}

	/**
	 * This message can never be accepted as it is (classes PAYLOAD and LONG).
	 *
	 * @param status tag for the meters
	 * @param code Slack's error code
	 */
	record PayloadRefused(String status, String code) implements SendResult {

	}

	/**
	 * The channel refuses; message and credential are fine (class DEST).
	 *
	 * @param status tag for the meters
	 * @param code Slack's error code
	 */
	record DestinationRefused(String status, String code) implements SendResult {

	}

	/**
	 * The webhook, token, scope or installation is bad (class CRED).
	 *
	 * @param status tag for the meters
	 * @param code Slack's error code
	 */
	record CredentialRefused(String status, String code) implements SendResult {

	}

	/**
	 * The message to change or to answer is not there, or not ours to change any more: it
	 * has to be told anew.
	 *
	 * @param status tag for the meters
	 * @param code Slack's error code
	 */
	record Gone(String status, String code) implements SendResult {

	}

	/**
	 * Slack refuses this sort of call here (a missing scope, uploads that are switched
	 * off), not the destination: posting goes on without it.
	 *
	 * @param status tag for the meters
	 * @param feature what does not work, as the name of Slack's method
	 * @param code Slack's error code
	 */
	record FeatureRefused(String status, String feature, String code) implements SendResult {

	}

	/**
	 * Certainly not delivered, worth another try (class RETRY).
	 *
	 * @param status tag for the meters
	 * @param reason what went wrong
	 */
	record Unavailable(String status, String reason) implements SendResult {

	}

	/**
	 * It may have been delivered (class AMBIG).
	 *
	 * @param status tag for the meters
	 * @param reason what went wrong
	 */
	record Unclear(String status, String reason) implements SendResult {

	}

}
