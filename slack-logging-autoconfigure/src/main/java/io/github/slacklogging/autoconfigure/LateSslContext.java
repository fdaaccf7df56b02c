package io.github.slacklogging.autoconfigure;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * The context of the configured SSL bundle, once Boot knows its bundles. Safe for use by
 * several threads.
 */
final class LateSslContext {

	private final String property;

	private final @Nullable String bundle;

	private volatile @Nullable SslBundles bundles;

	/**
	 * Creates the context's place.
	 * @param property that names the bundle, without the prefix
	 * @param bundle its name, {@code null} for none
	 */
	LateSslContext(String property, @Nullable String bundle) {
		this.property = property;
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
		SslBundle known = bundle();
		return (known != null) ? known.createSslContext() : null;
	}

	/**
	 * The bundle itself.
	 * @return {@code null} where none is configured
	 * @throws IllegalStateException before the bundles are known
	 */
	@Nullable SslBundle bundle() {
		if (this.bundle == null) {
			return null;
		}
		SslBundles known = this.bundles;
		if (known == null) {
			throw new IllegalStateException("SSL bundles are not known yet");
		}
		return known.getBundle(this.bundle);
	}

	/** Without a usable bundle nothing would ever be sent. */
	void check() {
		try {
			get();
		}
		catch (RuntimeException ex) {
			throw InvalidSlackLoggingConfigurationException
				.from(new IllegalArgumentException(SlackLoggingProperties.PREFIX + "." + this.property
						+ " names an SSL bundle that cannot be used (" + ex.getClass().getSimpleName() + ")"));
		}
	}

}
