package io.github.slacklogging.inbox;

import java.io.IOException;

/**
 * One line in the table of what the page may ask for.
 *
 * @param method HTTP method; {@code GET} stands for {@code HEAD} too
 * @param path the path, or its beginning with a slash at its end
 * @param action answers the request
 */
record Route(String method, String path, Action action) {

	boolean leadsTo(String path) {
		return this.path.endsWith("/") ? path.startsWith(this.path) && path.length() > this.path.length()
				: path.equals(this.path);
	}

	boolean takes(String method) {
		return this.method.equals(method) || (this.method.equals("GET") && method.equals("HEAD"));
	}

	/** Answers one request, or says why it cannot. */
	@FunctionalInterface
	interface Action {

		void answer(PageExchange page) throws IOException, PageRefusal;

	}

}
