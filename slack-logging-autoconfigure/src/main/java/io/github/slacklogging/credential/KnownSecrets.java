package io.github.slacklogging.credential;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.Secret;

/**
 * The secrets that are and were in use, to recognise them where they must not stand. Of a
 * URL the path counts too: it is what opens the door. Thread-safe, never blocks for long.
 * Remembers the latest {@value #MAX_PARTS} texts, so that rotation for years costs
 * nothing.
 */
public final class KnownSecrets implements Predicate<String> {

	private static final int MAX_PARTS = 256;

	/** What is shorter would be found in innocent text. */
	private static final int MIN_LENGTH = 8;

	private static final Pattern URL_PATH = Pattern.compile("[a-z]+://[^/?#]+/(.+)", Pattern.CASE_INSENSITIVE);

	private final Set<String> parts = new LinkedHashSet<>();

	/** Remembers a secret; one that is known costs a look-up. */
	public void add(Secret secret) {
		add(List.of(secret.reveal()));
	}

	/**
	 * Remembers secrets.
	 * @param secrets as they stand in a configuration, usable or not
	 */
	public synchronized void add(Collection<String> secrets) {
		for (String secret : secrets) {
			remember(secret.strip());
			Matcher url = URL_PATH.matcher(secret.strip());
			if (url.matches()) {
				remember(url.group(1));
			}
		}
	}

	private void remember(String part) {
		if (part.length() < MIN_LENGTH) {
			return;
		}
		if (this.parts.add(part) && this.parts.size() > MAX_PARTS) {
			this.parts.remove(this.parts.iterator().next());
		}
	}

	/**
	 * Whether the text holds a secret.
	 * @param text in which they stand as they are, not encoded
	 */
	@Override
	public synchronized boolean test(String text) {
		return this.parts.stream().anyMatch(text::contains);
	}

	@Override
	public synchronized String toString() {
		return "KnownSecrets[" + this.parts.size() + "]";
	}

}
