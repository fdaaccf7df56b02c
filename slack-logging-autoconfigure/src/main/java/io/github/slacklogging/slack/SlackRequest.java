package io.github.slacklogging.slack;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One request. The URI and the token are secrets.
 *
 * @param method POST for a message, GET to see whether a connection lives
 * @param uri where to
 * @param token bearer token
 * @param body JSON, empty for a GET
 */
record SlackRequest(HttpMethod method, URI uri, @Nullable String token, byte[] body) {

	static SlackRequest post(URI uri, @Nullable String token, byte[] body) {
		return new SlackRequest(HttpMethod.POST, uri, token, body);
	}

	/** Asks the same host for nothing. */
	SlackRequest probe() {
		return new SlackRequest(HttpMethod.GET, this.uri.resolve("/"), null, new byte[0]);
	}

	/** Where to, as far as others may know. */
	URI publicUri() {
		return this.uri.resolve("/***");
	}

	String authority() {
		return this.uri.getScheme() + "://" + this.uri.getRawAuthority();
	}

	@Override
	public String toString() {
		return this.method + " " + publicUri();
	}

}
