package io.github.slacklogging.credential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A secret in a file. The content is kept, so that a call costs one look at the file's
 * attributes; it is read again when these differ and after a refusal. While Slack accepts
 * the kept secret, a file that is gone or half written changes nothing.
 */
final class SecretFile implements SecretSource {

	/** Much more than any secret of Slack's: a wrong path must not fill the memory. */
	private static final int MAX_BYTES = 16 * 1024;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final String property;

	private final Path path;

	private final SecretRule rule;

	private volatile @Nullable Kept kept;

	SecretFile(String property, Path path, SecretRule rule) {
		this.property = property;
		this.path = path;
		this.rule = rule;
	}

	@Override
	public Secret read() {
		Kept known = this.kept;
		try {
			Stamp stamp = Stamp.of(this.path);
			if (known != null && known.stamp().equals(stamp)) {
				return known.secret();
			}
			// The stamp is older than the content: a change in between is seen next time.
			Secret secret = Secret.of(content());
			this.kept = new Kept(stamp, secret);
			return secret;
		}
		catch (IOException ex) {
			return keptOr(known, unusable("names a file that cannot be read (" + ex.getClass().getSimpleName() + ")"));
		}
		catch (UnusableSecretException ex) {
			return keptOr(known, ex);
		}
	}

	@Override
	public void refused() {
		this.kept = null;
	}

	private String content() throws IOException {
		byte[] bytes;
		try (InputStream stream = Files.newInputStream(this.path)) {
			bytes = stream.readNBytes(MAX_BYTES + 1);
		}
		if (bytes.length > MAX_BYTES) {
			throw unusable("names a file that is too large for a secret");
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		text = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
		if (text.isEmpty()) {
			throw unusable("names a file that is empty");
		}
		this.rule.objection(text).ifPresent((objection) -> {
			throw unusable("names a file whose content " + objection.reason());
		});
		return text;
	}

	private UnusableSecretException unusable(String reason) {
		return new UnusableSecretException(this.property, reason);
	}

	private static Secret keptOr(@Nullable Kept kept, UnusableSecretException otherwise) {
		if (kept == null) {
			throw otherwise;
		}
		return kept.secret();
	}

	/** What was read, and how the file looked before. */
	private record Kept(Stamp stamp, Secret secret) {

	}

	/** What changes when a file is written or replaced, also through a symbolic link. */
	private record Stamp(FileTime modified, long size, @Nullable Object key) {

		static Stamp of(Path path) throws IOException {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
			return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
		}

	}

}
