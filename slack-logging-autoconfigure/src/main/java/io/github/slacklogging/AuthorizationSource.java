package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * Says by what a request proves who asks. Asked on a worker's thread for each request;
 * may read a small file. Thread-safe.
 */
public interface AuthorizationSource {

	/**
	 * The whole value of the header {@code Authorization}.
	 * @return {@code null} for no header
	 */
	@Nullable Secret authorization();

	/** It was refused: what is kept of it is to be read again. */
	void refused();

}
