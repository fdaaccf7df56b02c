package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;

/**
 * The SSL bundles that the environment describes, before Boot makes beans of them.
 *
 * @param environment of the application
 */
record EarlySslBundles(Environment environment) {

	/**
	 * Makes a bundle.
	 * @param name {@code null} for none
	 * @return {@code null} for none
	 * @throws RuntimeException where there is none of that name, or it cannot be used
	 */
	@Nullable SslBundle bundle(@Nullable String name) {
		if (name == null) {
			return null;
		}
		SslProperties.Bundles bundles = Binder.get(this.environment)
			.bindOrCreate("spring.ssl", SslProperties.class)
			.getBundle();
		PemSslBundleProperties pem = bundles.getPem().get(name);
		if (pem != null) {
			return PropertiesSslBundle.get(pem);
		}
		JksSslBundleProperties jks = bundles.getJks().get(name);
		if (jks != null) {
			return PropertiesSslBundle.get(jks);
		}
		throw new NoSuchSslBundleException(name, "it is not described by spring.ssl.bundle.*");
	}

}
