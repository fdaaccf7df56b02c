package io.github.slacklogging;

import java.security.SecureRandom;
import java.util.Random;

/**
 * Identifies one run of the JVM, and with it every event of the run:
 * {@code <run id>-<sequence>}. Immutable.
 *
 * <p>
 * The id is 13 characters (65 random bits) of Crockford's base 32 in lower case, which
 * has no letters that are mistaken for digits.
 */
public final class RunId {

	private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

	private static final int LENGTH = 13;

	private static final int BITS_PER_CHARACTER = 5;

	private final String value;

	private RunId(String value) {
		this.value = value;
	}

	public static RunId random() {
		return random(new SecureRandom());
	}

	static RunId random(Random random) {
		char[] characters = new char[LENGTH];
		for (int i = 0; i < LENGTH; i++) {
			characters[i] = ALPHABET[random.nextInt(ALPHABET.length)];
		}
		return new RunId(new String(characters));
	}

	/**
	 * The log id of one event of this run.
	 * @param sequence Logback's sequence number; its sign bit is ignored
	 * @return for example {@code 7k3q9m2x4h8vt-1c}
	 */
	public String logId(long sequence) {
		StringBuilder id = new StringBuilder(2 * LENGTH + 1).append(this.value).append('-');
		long rest = sequence & Long.MAX_VALUE;
		int shift = LENGTH * BITS_PER_CHARACTER - BITS_PER_CHARACTER;
		while (shift > 0 && (rest >>> shift) == 0) {
			shift -= BITS_PER_CHARACTER;
		}
		for (; shift >= 0; shift -= BITS_PER_CHARACTER) {
			id.append(ALPHABET[(int) (rest >>> shift) & 31]);
		}
		return id.toString();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
