package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Secret;
import org.jspecify.annotations.Nullable;

/** Nothing proves who asks, because nobody wants to know. */
record NoAuthorization() implements AuthorizationSource {

	@Override
	public @Nullable Secret authorization() {
		return null;
	}

	@Override
	public void refused() {
	}

}
