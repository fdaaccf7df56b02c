package io.github.slacklogging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What makes two events the same. Equal components give the same id on every JVM.
 *
 * @param id seven characters of base 32, shown as {@code #k7f3q2a}
 * @param components what the id was made of, kept to answer "why are these the same?"
 */
public record Fingerprint(String id, List<String> components) {

	private static final String VERSION = "v1";

	private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

	private static final int LENGTH = 7;

	public Fingerprint {
		components = List.copyOf(components);
	}

	public static Fingerprint of(List<String> components) {
		MessageDigest digest = sha256();
		digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
		for (String component : components) {
			digest.update((byte) 0);
			digest.update(component.getBytes(StandardCharsets.UTF_8));
		}
		byte[] hash = digest.digest();
		long bits = 0;
		for (int i = 0; i < Long.BYTES; i++) {
			bits = (bits << 8) | (hash[i] & 0xff);
		}
		char[] id = new char[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			id[i] = ALPHABET[(int) (bits >>> (64 - 5 * (i + 1))) & 31];
		}
		return new Fingerprint(new String(id), components);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			// Every Java platform must have it: java.security.MessageDigest, class
			// comment.
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Fingerprint that && this.components.equals(that.components);
	}

	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

}
