package io.github.slacklogging.autoconfigure;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundles;

/**
 * The context of the configured SSL bundle, once Boot knows its bundles. Safe for use by
 * several threads.
 */
final class LateSslContext {

	private final @Nullable String bundle;

	private volatile @Nullable SslBundles bundles;

	LateSslContext(@Nullable String bundle) {
		this.bundle = bundle;
	}

	void use(@Nullable SslBundles known) {
		this.bundles = known;
	}

	/**
	 * The context to connect with.
	 * @return {@code null} for the JVM's own, where no bundle is configured
	 * @throws IllegalStateException before the bundles are known
	 */
	@Nullable SSLContext get() {
		if (this.bundle == null) {
			return null;
		}
		SslBundles known = this.bundles;
		if (known == null) {
			throw new IllegalStateException("SSL bundles are not known yet");
		}
		return known.getBundle(this.bundle).createSslContext();
	}

	/** Without a usable bundle nothing would ever be sent. */
	void check() {
		try {
			get();
		}
		catch (RuntimeException ex) {
			throw InvalidSlackLoggingConfigurationException.from(new IllegalArgumentException(
					SlackLoggingProperties.PREFIX + ".http.ssl-bundle names an SSL bundle that cannot be used ("
							+ ex.getClass().getSimpleName() + ")"));
		}
	}

}
