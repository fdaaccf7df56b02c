package io.github.slacklogging.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * Shakes hands with a host, through a tunnel of the proxy where there is one, and says
 * nothing more.
 */
record TlsHandshake(String host, int port, @Nullable InetSocketAddress proxy, int timeoutMillis) {

	private static final int MAX_ANSWER = 8 * 1024;

	/**
	 * Shakes hands and believes only whom the context believes.
	 * @throws javax.net.ssl.SSLException where it does not
	 * @throws IOException where there is no connection
	 */
	Shown with(SSLContext context) throws IOException {
		try (Socket socket = connect();
				SSLSocket tls = (SSLSocket) context.getSocketFactory()
					.createSocket(socket, this.host, this.port, true)) {
			SSLParameters parameters = tls.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			tls.setSSLParameters(parameters);
			tls.startHandshake();
			return new Shown(tls.getSession().getProtocol(),
					(X509Certificate) tls.getSession().getPeerCertificates()[0]);
		}
	}

	/**
	 * The certificate that is shown, whoever it is of. No connection comes of it.
	 * @return {@code null} where none is shown
	 */
	@Nullable X509Certificate shown() {
		Onlooker onlooker = new Onlooker();
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { onlooker }, null);
			with(context);
		}
		catch (IOException | GeneralSecurityException ex) {
			// That is how it ends: the onlooker believes nobody.
		}
		return onlooker.seen;
	}

	private Socket connect() throws IOException {
		InetSocketAddress first = this.proxy;
		String name = (first != null) ? first.getHostString() : this.host;
		int firstPort = (first != null) ? first.getPort() : this.port;
		Socket socket = new Socket();
		try {
			socket.connect(new InetSocketAddress(InetAddress.getByName(name), firstPort), this.timeoutMillis);
			socket.setSoTimeout(this.timeoutMillis);
			if (first != null) {
				tunnel(socket);
			}
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	/** RFC 9110, 9.3.6: a 2xx, and from the empty line on it is the other side's. */
	private void tunnel(Socket socket) throws IOException {
		String authority = this.host + ":" + this.port;
		socket.getOutputStream()
			.write(("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = socket.getInputStream().read();
			if (next < 0 || head.size() > MAX_ANSWER) {
				throw new IOException("the proxy answers no HTTP");
			}
			head.write(next);
		}
		if (!head.toString(StandardCharsets.ISO_8859_1).matches("(?s)HTTP/1\\.[01] 2\\d\\d.*")) {
			throw new IOException("the proxy makes no tunnel");
		}
	}

	/**
	 * What was agreed on.
	 *
	 * @param protocol of TLS
	 * @param certificate of the other side
	 */
	record Shown(String protocol, X509Certificate certificate) {

	}

	/** Sees the certificate and refuses it. */
	private static final class Onlooker implements X509TrustManager {

		private volatile @Nullable X509Certificate seen;

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
			throw new CertificateException("nobody is trusted");
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
			this.seen = (chain.length > 0) ? chain[0] : null;
			throw new CertificateException("nobody is trusted");
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
