package io.github.slacklogging.slack;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** One request. Its URI and its token are secrets. Immutable; nobody changes the body. */
final class SlackRequest {

	private final HttpMethod method;

	private final URI uri;

	private final @Nullable String token;

	private final String contentType;

	private final byte[] body;

	private SlackRequest(HttpMethod method, URI uri, @Nullable String token, String contentType, byte[] body) {
		this.method = method;
		this.uri = uri;
		this.token = token;
		this.contentType = contentType;
		this.body = body;
	}

	/**
	 * Posts something.
	 * @param uri where to
	 * @param token bearer token
	 * @param contentType of the body
	 * @param body not empty
	 */
	static SlackRequest post(URI uri, @Nullable String token, String contentType, byte[] body) {
		return new SlackRequest(HttpMethod.POST, uri, token, contentType, body);
	}

	/** Asks the host for nothing of value, to see whether a connection lives. */
	static SlackRequest probe(URI uri) {
		return new SlackRequest(HttpMethod.GET, uri.resolve("/"), null, "", new byte[0]);
	}

	HttpMethod method() {
		return this.method;
	}

	URI uri() {
		return this.uri;
	}

	@Nullable String token() {
		return this.token;
	}

	/** What nobody else may know: the token, or else all of the address but its host. */
	String secret() {
		if (this.token != null) {
			return this.token;
		}
		String query = this.uri.getRawQuery();
		return this.uri.getRawPath() + ((query != null) ? "?" + query : "");
	}

	/** Without a meaning where there is no body. */
	String contentType() {
		return this.contentType;
	}

	byte[] body() {
		return this.body;
	}

	/** Where to, as far as others may know. */
	URI publicUri() {
		return this.uri.resolve("/***");
	}

	/** Whose connections it uses. */
	String authority() {
		return this.uri.getScheme() + "://" + this.uri.getRawAuthority();
	}

	@Override
	public String toString() {
		return this.method + " " + publicUri();
	}

}
