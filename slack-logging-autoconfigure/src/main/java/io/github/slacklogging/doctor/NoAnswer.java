package io.github.slacklogging.doctor;

import io.github.slacklogging.Finding;
import io.github.slacklogging.transport.TransportTrouble;

/**
 * Why a host did not answer, in words that say what to do.
 *
 * @param host that was asked
 * @param route how it is reached
 */
record NoAnswer(String host, Route route) {

	Finding finding(String subject, TransportTrouble trouble) {
		return Finding.failed(subject, "connection", detail(trouble), advice(trouble));
	}

	private String target() {
		return (this.route.proxy() != null) ? "the proxy " + this.route.words() : this.host;
	}

	private String detail(TransportTrouble trouble) {
		return switch (trouble) {
			case UNKNOWN_HOST -> "the name of " + target() + " cannot be resolved";
			case CONNECT_TIMEOUT -> target() + " does not answer to a connection in time";
			case CONNECT -> target() + " refuses the connection, or there is no way there";
			case TLS -> "TLS with " + this.host + " fails: see the row about its certificate";
			case TIMEOUT -> this.host + " did not answer in time" + by();
			case CLOSED -> "given up";
			case LOST -> "the connection to " + this.host + " was cut, or what answered speaks no HTTP" + by();
			case FAILED -> "the request to " + this.host + " could not be made" + by();
		};
	}

	private String by() {
		return (this.route.proxy() != null) ? " (through the proxy " + this.route.words() + ")" : "";
	}

	private String advice(TransportTrouble trouble) {
		boolean proxied = this.route.proxy() != null;
		return switch (trouble) {
			case UNKNOWN_HOST -> proxied ? "Correct the name of the proxy: " + this.route.origin() + "."
					: "Look at the machine's DNS, or set slack.logging.http.proxy where the network has a proxy.";
			case CONNECT_TIMEOUT, CONNECT, TIMEOUT ->
				proxied ? "Look whether the proxy is up and lets this machine out: " + this.route.origin() + "."
						: "Open the firewall for " + this.host
								+ ", or set slack.logging.http.proxy where the network has a proxy.";
			case TLS -> "Let this JVM trust the issuer, see below.";
			case CLOSED, LOST, FAILED -> "Try again, and look at what stands between: proxy, firewall, service mesh.";
		};
	}

}
