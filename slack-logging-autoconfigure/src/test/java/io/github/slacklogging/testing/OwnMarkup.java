package io.github.slacklogging.testing;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What may act in a message because it was asked for.
 *
 * @param addresses of links
 * @param mention who may be called: {@code here}, {@code channel} or an id, {@code null}
 * for nobody
 */
public record OwnMarkup(Set<String> addresses, @Nullable String mention) {

	/** Nothing acts but dates. */
	public static final OwnMarkup NONE = new OwnMarkup(Set.of(), null);

	public OwnMarkup {
		addresses = Set.copyOf(addresses);
	}

}
