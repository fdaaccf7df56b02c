package io.github.slacklogging;

import java.util.List;

/**
 * Why events are of one kind. Immutable; every text is masked.
 *
 * @param fingerprint id of the kind, without {@code #}
 * @param rule what made them one, in words
 * @param components what the fingerprint is made of: two events are the same when all of
 * these are equal
 * @param incidents of this kind, one for each destination that knows it
 */
public record KindExplanation(String fingerprint, String rule, List<Component> components,
		List<OpenIncident> incidents) {

	public KindExplanation {
		components = List.copyOf(components);
		incidents = List.copyOf(incidents);
	}

	/**
	 * One part of a key.
	 *
	 * @param name what it is, for example {@code exception} or {@code frame}
	 * @param value what it is here
	 */
	public record Component(String name, String value) {

	}

}
