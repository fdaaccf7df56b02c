package io.github.slacklogging.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The key by which destinations share Slack's limits: on posts for the same credential
 * and channel, on edits for the same credential. A digest, cut to 64 bits, of at least as
 * many random bits: nothing leads back.
 */
public final class LimitKey {

	private static final int BYTES = 8;

	private LimitKey() {
	}

	/**
	 * The key of a credential and a channel.
	 * @param secret of the destination
	 * @param channel of the destination, with or without its hash, {@code null} where the
	 * secret implies it
	 * @return 16 hexadecimal digits
	 */
	public static String of(Secret secret, @Nullable String channel) {
		MessageDigest digest = sha256();
		digest.update(secret.reveal().getBytes(StandardCharsets.UTF_8));
		digest.update((byte) 0);
		digest.update(((channel != null) ? bare(channel) : "").getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
	}

	/**
	 * The key of a credential alone.
	 * @param secret of the destination
	 * @return 16 hexadecimal digits
	 */
	public static String ofCredential(Secret secret) {
		return of(secret, null);
	}

	private static String bare(String channel) {
		return channel.startsWith("#") ? channel.substring(1) : channel;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			// Every Java platform has it: java.security.MessageDigest, class comment.
			throw new IllegalStateException(ex);
		}
	}

}
