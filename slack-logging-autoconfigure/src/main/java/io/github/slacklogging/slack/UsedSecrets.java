package io.github.slacklogging.slack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import org.jspecify.annotations.Nullable;

/** The secrets as their source gives them, and which one was used last. Thread-safe. */
final class UsedSecrets {

	private final SlackCredentials credentials;

	private final Map<String, Secret> lastUsed = new ConcurrentHashMap<>();

	UsedSecrets(SlackCredentials credentials) {
		this.credentials = credentials;
	}

	/**
	 * The secret to use now.
	 * @param destination its name
	 * @return {@code null} where none is to be had
	 */
	@Nullable Secret take(String destination) {
		try {
			Secret secret = this.credentials.credential(destination);
			if (secret != null) {
				this.lastUsed.put(destination, secret);
			}
			return secret;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Tells the source that the secret was refused.
	 * @param destination its name
	 * @return whether there is another one now
	 */
	boolean renew(String destination) {
		try {
			this.credentials.refused(destination);
		}
		catch (RuntimeException ex) {
			return false;
		}
		return hasOther(destination);
	}

	/**
	 * Whether the source has another secret than the one last used.
	 * @param destination its name
	 */
	boolean hasOther(String destination) {
		try {
			Secret fresh = this.credentials.credential(destination);
			Secret used = this.lastUsed.get(destination);
			return fresh != null && (used == null || !fresh.equals(used));
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

}
