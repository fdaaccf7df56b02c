package io.github.slacklogging.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTroubleTests {

	@Test
	void mostTellingCauseDecides() {
		assertThat(of(new ConnectException("x").initCause(new UnresolvedAddressException())))
			.isEqualTo(TransportTrouble.UNKNOWN_HOST);
		assertThat(of(new IOException(new UnknownHostException("x")))).isEqualTo(TransportTrouble.UNKNOWN_HOST);
		assertThat(of(new HttpConnectTimeoutException("x").initCause(new ConnectException("x"))))
			.isEqualTo(TransportTrouble.CONNECT_TIMEOUT);
		assertThat(of(new ConnectException("x"))).isEqualTo(TransportTrouble.CONNECT);
		assertThat(of(new SSLHandshakeException("x"))).isEqualTo(TransportTrouble.TLS);
		assertThat(of(new TimeoutException())).isEqualTo(TransportTrouble.TIMEOUT);
		assertThat(of(new CancellationException())).isEqualTo(TransportTrouble.CLOSED);
		assertThat(of(new IOException(new SocketException("reset")))).isEqualTo(TransportTrouble.LOST);
		assertThat(of(new IllegalStateException("x"))).isEqualTo(TransportTrouble.FAILED);
	}

	@Test
	void cycleOfCausesEnds() {
		Exception first = new IllegalStateException("x");
		first.initCause(new IllegalStateException("y", first));
		assertThat(of(first)).isEqualTo(TransportTrouble.FAILED);
	}

	private static TransportTrouble of(Throwable thrown) {
		return TransportTrouble.of(new CompletionException("https://hooks.slack.com/services/x", thrown));
	}

}
