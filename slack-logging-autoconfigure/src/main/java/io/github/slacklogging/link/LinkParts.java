package io.github.slacklogging.link;

import java.util.Map;

/**
 * The parts of addresses as they are configured. Immutable.
 *
 * @param given without blanks around, none empty; the base URL without a slash at its end
 */
record LinkParts(Map<LinkPart, String> given) {

	LinkParts {
		given = Map.copyOf(given);
	}

	/** A part that was checked to be there. */
	String get(LinkPart part) {
		return of(part, "");
	}

	/** A part, or what stands for it. */
	String of(LinkPart part, String otherwise) {
		return this.given.getOrDefault(part, otherwise);
	}

	boolean has(LinkPart part) {
		return this.given.containsKey(part);
	}

}
