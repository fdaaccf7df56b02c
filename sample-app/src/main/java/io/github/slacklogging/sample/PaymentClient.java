package io.github.slacklogging.sample;

import java.io.IOException;
import java.security.cert.CertificateExpiredException;

import javax.net.ssl.SSLHandshakeException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Talks to the payment provider. The card decides what happens, as in the sandbox of a
 * real one.
 */
@Component
class PaymentClient {

	static final String GOOD_CARD = "5555 5555 5555 4444";

	static final String SLOW_CARD = "3782 822463 10005";

	static final String DECLINED_CARD = "4111 1111 1111 1111";

	static final String UNTRUSTED_CARD = "6011 1111 1111 1117";

	private static final Logger log = LoggerFactory.getLogger(PaymentClient.class);

	void charge(long orderId, String card) {
		try {
			exchange(orderId, card);
		}
		catch (SSLHandshakeException ex) {
			throw new PaymentProviderException("The payment provider cannot be reached safely", ex);
		}
		catch (IOException ex) {
			throw new PaymentDeclinedException("The bank declined the payment of order " + orderId, ex);
		}
	}

	private void exchange(long orderId, String card) throws IOException {
		handshake(card);
		if (SLOW_CARD.equals(card)) {
			log.warn("The payment provider took {} ms for order {}", 2_400 + orderId % 100, orderId);
		}
		if (DECLINED_CARD.equals(card)) {
			throw new IOException("HTTP 402 from pay.example.com: {\"decline_code\":\"insufficient_funds\"}");
		}
	}

	private void handshake(String card) throws SSLHandshakeException {
		if (UNTRUSTED_CARD.equals(card)) {
			SSLHandshakeException failure = new SSLHandshakeException("PKIX path validation failed: pay.example.com");
			failure.initCause(new CertificateExpiredException("NotAfter: Sun Nov 01 00:00:00 UTC 2026"));
			throw failure;
		}
	}

}
