package io.github.slacklogging.credential;

/**
 * There is no usable secret where the configuration says. Never holds any content, nor a
 * cause: messages of the file system repeat the path, which may be a secret that somebody
 * set in the wrong property.
 */
@SuppressWarnings("serial")
public final class UnusableSecretException extends IllegalStateException {

	private final String reason;

	UnusableSecretException(String property, String reason) {
		super(property + " " + reason);
		this.reason = reason;
	}

	/** What is wrong, continuing "&lt;property&gt; …". */
	public String reason() {
		return this.reason;
	}

}
