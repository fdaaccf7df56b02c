package io.github.slacklogging.transport;

import java.util.Arrays;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;

/**
 * TLS 1.2 and newer, whatever the JVM or a bundle allows besides. The JDK's client checks
 * the name of the host by itself.
 */
final class TlsParameters {

	private static final Set<String> OLD = Set.of("SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1");

	private TlsParameters() {
	}

	/**
	 * What is offered to a server.
	 * @param context that makes connections
	 * @param wanted {@code null} for what the context does by itself
	 */
	static SSLParameters of(SSLContext context, @Nullable SSLParameters wanted) {
		SSLParameters offered = (wanted != null) ? wanted : context.getDefaultSSLParameters();
		String[] named = offered.getProtocols();
		String[] protocols = (named != null) ? named : context.getDefaultSSLParameters().getProtocols();
		offered.setProtocols(
				Arrays.stream(protocols).filter((protocol) -> !OLD.contains(protocol)).toArray(String[]::new));
		return offered;
	}

}
