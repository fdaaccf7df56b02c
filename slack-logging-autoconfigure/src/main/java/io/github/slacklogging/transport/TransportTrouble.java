package io.github.slacklogging.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/**
 * Why there was no answer, the most telling first. Only the kind of an exception is kept:
 * its text may hold the URL.
 */
public enum TransportTrouble {

	/** The name does not resolve. */
	UNKNOWN_HOST("unknown_host", "unknown host"),

	/** Nobody answers to the connection. */
	CONNECT_TIMEOUT("connect_timeout", "no connection in time"),

	/** Nobody listens, or no way there. */
	CONNECT("connect", "connection refused"),

	/** The other side could not prove who it is, or speaks no TLS. */
	TLS("tls", "TLS failed"),

	/** The deadline of the exchange passed. */
	TIMEOUT("timeout", "no answer in time"),

	/** This side was closed. */
	CLOSED("closed", "sender closed"),

	/** Cut, reset, or not HTTP. */
	LOST("lost", "connection lost"),

	/** Anything else. */
	FAILED("failed", "request failed");

	private static final int MAX_DEPTH = 16;

	private final String status;

	private final String reason;

	TransportTrouble(String status, String reason) {
		this.status = status;
		this.reason = reason;
	}

	/** A word for it, for meters. */
	public String status() {
		return this.status;
	}

	/** A few words for people. */
	public String reason() {
		return this.reason;
	}

	/**
	 * What happened: the most telling of all the causes. An unresolved name, for one,
	 * comes wrapped as a failed connection.
	 */
	static TransportTrouble of(Throwable thrown) {
		TransportTrouble trouble = FAILED;
		Throwable current = thrown;
		for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
			TransportTrouble kind = kind(current);
			trouble = (kind.compareTo(trouble) < 0) ? kind : trouble;
			current = current.getCause();
		}
		return trouble;
	}

	private static TransportTrouble kind(Throwable thrown) {
		if (thrown instanceof UnknownHostException || thrown instanceof UnresolvedAddressException) {
			return UNKNOWN_HOST;
		}
		if (thrown instanceof HttpConnectTimeoutException) {
			return CONNECT_TIMEOUT;
		}
		if (thrown instanceof ConnectException) {
			return CONNECT;
		}
		if (thrown instanceof SSLException) {
			return TLS;
		}
		if (thrown instanceof TimeoutException) {
			return TIMEOUT;
		}
		if (thrown instanceof CancellationException) {
			return CLOSED;
		}
		return (thrown instanceof IOException) ? LOST : FAILED;
	}

}
