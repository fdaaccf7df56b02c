package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a name says about its value. */
enum KeyHint {

	/** Nothing, or that it is no secret. */
	NONE,

	/** Just "key" or a word of as little meaning: anything may be one. */
	VAGUE,

	/** It speaks of a secret. */
	CLEAR;

	/** A last word that ends so hints too: {@code hmackey}, {@code xauth}. */
	private static final List<String> ENDINGS = List.of("key", "secret", "salt", "seed", "hmac", "auth", "signature",
			"encryption", "credential", "credentials");

	private static final Set<String> WORDS = Set.of("key", "secret", "auth", "sig", "signature", "salt", "seed", "otp",
			"totp", "hotp", "hmac", "mac", "credential", "credentials", "creds", "encryption", "cipher", "crypto",
			"sas", "master", "pepper", "kek", "dek", "aes", "signing");

	private static final Set<String> VAGUE_WORDS = Set.of("key", "master", "mac");

	/** With one of them it names, finds, compares or describes something. */
	private static final Set<String> NO_SECRET = Set.of("id", "ids", "kid", "public", "pub", "primary", "foreign",
			"sort", "partition", "cache", "idempotency", "idempotent", "routing", "message", "record", "object",
			"shard", "row", "range", "group", "lock", "dedup", "surrogate", "digest", "hash", "etag", "checksum",
			"fingerprint", "thumbprint", "version", "algorithm", "websocket", "socket", "path", "file", "name", "url",
			"uri", "type", "count", "length", "size", "trace", "span", "commit", "sha", "md5", "host", "request",
			"correlation", "provider", "class", "method", "index", "sitekey", "pubkey", "publickey", "primarykey",
			"foreignkey", "sortkey", "partitionkey", "cachekey", "objectkey", "messagekey", "recordkey", "routingkey",
			"rowkey", "hostkey", "groupkey", "keyid");

	private static final int LONG = 32;

	/** What stands in every name that hints. */
	static List<String> triggers() {
		return List.of("key", "secret", "auth", "sig", "salt", "seed", "otp", "mac", "cred", "encryption", "cipher",
				"crypto", "sas", "master", "pepper", "kek", "dek", "aes");
	}

	/**
	 * What the name says.
	 * @param name as it stands in the text, in any case, words joined in any way
	 */
	static KeyHint of(String name) {
		List<String> words = words(name);
		if (words.isEmpty() || words.stream().anyMatch(NO_SECRET::contains)) {
			return NONE;
		}
		String last = words.get(words.size() - 1);
		boolean ending = ENDINGS.stream().anyMatch((end) -> last.endsWith(end) && last.length() > end.length());
		long hints = words.stream().filter(WORDS::contains).count();
		if (hints == 0 && !ending) {
			return NONE;
		}
		return (words.size() == 1 && VAGUE_WORDS.contains(last)) ? VAGUE : CLEAR;
	}

	/** The words of {@code app.aesKey_OLD}: app, aes, key, old. */
	private static List<String> words(String name) {
		List<String> words = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= name.length(); i++) {
			boolean joint = i == name.length() || !Literals.isLetterOrDigit(name.charAt(i));
			boolean hump = !joint && i > start && Character.isUpperCase(name.charAt(i))
					&& !Character.isUpperCase(name.charAt(i - 1));
			if ((joint || hump) && i > start) {
				words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
			}
			start = joint ? i + 1 : hump ? i : start;
		}
		return words;
	}

	/** Whether a value behind such a name is a secret. */
	boolean admits(Randomness value) {
		return switch (this) {
			case NONE -> false;
			case VAGUE -> value.kind() == Randomness.Kind.BOTH_CASES && value.length() >= LONG;
			case CLEAR -> value.kind() != Randomness.Kind.NONE;
		};
	}

}
