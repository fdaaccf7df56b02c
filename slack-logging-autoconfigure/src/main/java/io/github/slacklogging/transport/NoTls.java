package io.github.slacklogging.transport;

import java.security.KeyManagementException;
import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Speaks no TLS. A client that speaks none asks for a context all the same, and the JVM's
 * own reads all certificates that it trusts and keeps a megabyte of them. Immutable.
 */
final class NoTls extends SSLContextSpi {

	private NoTls() {
	}

	/** A context for a client that is asked for {@code http} only. */
	static SSLContext context() {
		return new SSLContext(new NoTls(), null, "none") {
		};
	}

	@Override
	protected SSLParameters engineGetDefaultSSLParameters() {
		return new SSLParameters(new String[0], new String[] { "TLSv1.3" });
	}

	@Override
	protected SSLParameters engineGetSupportedSSLParameters() {
		return engineGetDefaultSSLParameters();
	}

	@Override
	protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
			throws KeyManagementException {
		throw new KeyManagementException("There is no TLS");
	}

	@Override
	protected SSLSocketFactory engineGetSocketFactory() {
		throw new UnsupportedOperationException("There is no TLS");
	}

	@Override
	protected SSLServerSocketFactory engineGetServerSocketFactory() {
		throw new UnsupportedOperationException("There is no TLS");
	}

	@Override
	protected SSLEngine engineCreateSSLEngine() {
		throw new UnsupportedOperationException("There is no TLS");
	}

	@Override
	protected SSLEngine engineCreateSSLEngine(String host, int port) {
		throw new UnsupportedOperationException("There is no TLS");
	}

	@Override
	protected SSLSessionContext engineGetServerSessionContext() {
		throw new UnsupportedOperationException("There is no TLS");
	}

	@Override
	protected SSLSessionContext engineGetClientSessionContext() {
		throw new UnsupportedOperationException("There is no TLS");
	}

}
