package io.github.slacklogging.inbox;

import java.util.Set;

/**
 * Recognises a question whether a webhook lives: a deliberately malformed body, which a
 * live one refuses and a dead one does not even look at. Only bodies count that say so
 * themselves: any other malformed body is somebody's mistake.
 */
final class Probe {

	/** Of the starter's doctor, and of the scanner whose question that is. */
	private static final Set<String> BODIES = Set.of("this is no message",
			"intentionally malformed JSON from TruffleHog scan");

	private Probe() {
	}

	static boolean is(InboxRequest request) {
		return request.path().startsWith("/services/") && BODIES.contains(request.body().strip());
	}

}
