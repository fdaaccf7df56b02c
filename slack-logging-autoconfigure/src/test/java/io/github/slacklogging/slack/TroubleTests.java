package io.github.slacklogging.slack;

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

import io.github.slacklogging.SendResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleTests {

	@Test
	void mostTellingCauseDecides() {
		assertThat(of(new ConnectException("x").initCause(new UnresolvedAddressException())))
			.isEqualTo(Trouble.UNKNOWN_HOST);
		assertThat(of(new IOException(new UnknownHostException("x")))).isEqualTo(Trouble.UNKNOWN_HOST);
		assertThat(of(new HttpConnectTimeoutException("x").initCause(new ConnectException("x"))))
			.isEqualTo(Trouble.CONNECT_TIMEOUT);
		assertThat(of(new ConnectException("x"))).isEqualTo(Trouble.CONNECT);
		assertThat(of(new SSLHandshakeException("x"))).isEqualTo(Trouble.TLS);
		assertThat(of(new TimeoutException())).isEqualTo(Trouble.TIMEOUT);
		assertThat(of(new CancellationException())).isEqualTo(Trouble.CLOSED);
		assertThat(of(new IOException(new SocketException("reset")))).isEqualTo(Trouble.LOST);
		assertThat(of(new IllegalStateException("x"))).isEqualTo(Trouble.FAILED);
	}

	@Test
	void cycleOfCausesEnds() {
		Exception first = new IllegalStateException("x");
		first.initCause(new IllegalStateException("y", first));
		assertThat(of(first)).isEqualTo(Trouble.FAILED);
	}

	@Test
	void onlyATakenBodyMakesTroubleUnclear() {
		assertThat(Trouble.TIMEOUT.result(true)).isEqualTo(new SendResult.Unclear("timeout", "no answer in time"));
		assertThat(Trouble.TIMEOUT.result(false)).isEqualTo(new SendResult.Unavailable("timeout", "no answer in time"));
	}

	private static Trouble of(Throwable thrown) {
		return Trouble.of(new CompletionException("https://hooks.slack.com/services/x", thrown));
	}

}
