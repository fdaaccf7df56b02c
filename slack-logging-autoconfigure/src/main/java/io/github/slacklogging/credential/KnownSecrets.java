package io.github.slacklogging.credential;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.Secret;

/**
 * The secrets that are and were in use, to recognise them where they must not stand. Of a
 * URL the path counts too: it is what opens the door. Thread-safe, readers never wait.
 * Remembers the latest {@value #MAX_PARTS} texts, so that rotation for years costs
 * nothing.
 */
public final class KnownSecrets implements Predicate<String> {

	private static final int MAX_PARTS = 256;

	/** What is shorter would be found in innocent text. */
	private static final int MIN_LENGTH = 8;

	private static final Pattern URL_PATH = Pattern.compile("[a-z]+://[^/?#]+/(.+)", Pattern.CASE_INSENSITIVE);

	private static final String STAND_IN = "***";

	private final Set<String> parts = new LinkedHashSet<>();

	/** The same, the longest first: a part of it must not be masked before the whole. */
	private volatile List<String> longestFirst = List.of();

	/** Remembers a secret; one that is known costs a look-up. */
	public void add(Secret secret) {
		add(List.of(secret.reveal()));
	}

	/**
	 * Remembers secrets.
	 * @param secrets as they stand in a configuration, usable or not
	 */
	public synchronized void add(Collection<String> secrets) {
		boolean changed = false;
		for (String secret : secrets) {
			changed |= remember(secret.strip());
			Matcher url = URL_PATH.matcher(secret.strip());
			if (url.matches()) {
				changed |= remember(url.group(1));
			}
		}
		if (changed) {
			this.longestFirst = this.parts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
		}
	}

	private boolean remember(String part) {
		if (part.length() < MIN_LENGTH || !this.parts.add(part)) {
			return false;
		}
		if (this.parts.size() > MAX_PARTS) {
			this.parts.remove(this.parts.iterator().next());
		}
		return true;
	}

	/**
	 * Whether the text holds a secret.
	 * @param text in which they stand as they are, not encoded
	 */
	@Override
	public boolean test(String text) {
		for (String part : this.longestFirst) {
			if (text.contains(part)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The text without the secrets.
	 * @param text in which they stand as they are, not encoded
	 * @return the same text where it holds none
	 */
	public String mask(String text) {
		String masked = text;
		for (String part : this.longestFirst) {
			if (masked.contains(part)) {
				masked = masked.replace(part, STAND_IN);
			}
		}
		return masked;
	}

	@Override
	public String toString() {
		return "KnownSecrets[" + this.longestFirst.size() + "]";
	}

}
