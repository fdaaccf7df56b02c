package io.github.slacklogging.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
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

	/**
	 * Writes the first words of a handshake into memory, for nobody: whoever speaks them
	 * next finds everything loaded.
	 * @param context that makes connections
	 * @param parameters of those
	 */
	static void greetNobody(SSLContext context, SSLParameters parameters) {
		SSLEngine engine = context.createSSLEngine("localhost", 443);
		engine.setUseClientMode(true);
		engine.setSSLParameters(parameters);
		try {
			engine.beginHandshake();
			engine.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
		}
		catch (SSLException ex) {
			// a real handshake tells of it, where it matters
		}
	}

}
