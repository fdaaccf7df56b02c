package io.github.slacklogging.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A header {@code Authorization} whose secret comes from a source, a file usually, that
 * may change while the application runs. What it gives is remembered among the known
 * secrets. Where there is no usable secret it gives none, which is told once until there
 * is one again. Thread-safe; blocks no longer than its source.
 */
public final class FileAuthorization implements AuthorizationSource {

	private final SecretSource source;

	private final UnaryOperator<String> header;

	private final KnownSecrets known;

	private final Consumer<String> trouble;

	private final AtomicBoolean told = new AtomicBoolean();

	private FileAuthorization(SecretSource source, UnaryOperator<String> header, KnownSecrets known,
			Consumer<String> trouble) {
		this.source = source;
		this.header = header;
		this.known = known;
		this.trouble = trouble;
	}

	/**
	 * User and password, in UTF-8. Source: RFC 7617.
	 * @param user without colon
	 * @param password of the user
	 * @param known remembers what is given
	 * @param trouble told in texts without any secret
	 */
	public static FileAuthorization basic(String user, SecretSource password, KnownSecrets known,
			Consumer<String> trouble) {
		return new FileAuthorization(password, (secret) -> "Basic " + base64(user + ":" + secret), known, trouble);
	}

	/**
	 * An API key of OpenSearch. Source: docs.opensearch.org, "API keys" (3.7).
	 * @param key as it was given when it was made
	 * @param known remembers what is given
	 * @param trouble told in texts without any secret
	 */
	public static FileAuthorization apiKey(SecretSource key, KnownSecrets known, Consumer<String> trouble) {
		return new FileAuthorization(key, (secret) -> "ApiKey " + secret, known, trouble);
	}

	/**
	 * A bearer token. Source: RFC 6750, section 2.1.
	 * @param token of whoever is asked to trust it
	 * @param known remembers what is given
	 * @param trouble told in texts without any secret
	 */
	public static FileAuthorization bearer(SecretSource token, KnownSecrets known, Consumer<String> trouble) {
		return new FileAuthorization(token, (secret) -> "Bearer " + secret, known, trouble);
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public @Nullable Secret authorization() {
		try {
			Secret secret = this.source.read();
			Secret value = Secret.of(this.header.apply(secret.reveal()));
			remember(secret, value);
			this.told.set(false);
			return value;
		}
		catch (UnusableSecretException ex) {
			if (this.told.compareAndSet(false, true)) {
				this.trouble.accept(String.valueOf(ex.getMessage()));
			}
			return null;
		}
	}

	/**
	 * Also what follows the word: that of Basic holds the password in another form. And
	 * as it stands within JSON, which objects in key-value pairs are written as.
	 */
	private void remember(Secret secret, Secret value) {
		this.known.add(secret);
		this.known.add(Secret.of(secret.reveal().replace("\\", "\\\\").replace("\"", "\\\"")));
		this.known.add(Secret.of(value.reveal().substring(value.reveal().indexOf(' ') + 1)));
	}

	@Override
	public void refused() {
		this.source.refused();
	}

	@Override
	public String toString() {
		return "FileAuthorization";
	}

}
