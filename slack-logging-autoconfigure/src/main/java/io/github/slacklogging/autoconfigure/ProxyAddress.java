package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Reads the address of a proxy: {@code host:port}, with or without {@code http://}. */
final class ProxyAddress {

	private ProxyAddress() {
	}

	/**
	 * The address, not looked up.
	 * @param property that holds it, without the prefix
	 * @param text value of the property
	 * @param problems collects what is wrong, never the value: it may hold a password
	 * @return {@code null} when there is none or it is wrong
	 */
	static @Nullable InetSocketAddress parse(String property, @Nullable String text, Problems problems) {
		if (!StringUtils.hasText(text)) {
			return null;
		}
		if (text.indexOf('@') >= 0) {
			problems.add(property, "holds user information",
					"Write host:port. A proxy that asks for a password is set up in the JVM: a java.net.Authenticator, "
							+ "and -Djdk.http.auth.tunneling.disabledSchemes= because the JDK switches Basic off.");
			return null;
		}
		URI uri = parse(text.contains("://") ? text.strip() : "http://" + text.strip());
		String host = (uri != null) ? uri.getHost() : null;
		if (uri == null || host == null || !"http".equals(uri.getScheme()) || uri.getPort() < 1
				|| uri.getPort() > 65535) {
			problems.add(property, "is not the address of an HTTP proxy", "Write host:port.");
			return null;
		}
		return InetSocketAddress.createUnresolved(host, uri.getPort());
	}

	private static @Nullable URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
