package io.github.slacklogging.actuate;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the endpoint can be told to do. */
enum EndpointAction {

	/** Sends a test message. */
	TEST("destination"),

	/** Tells what waits. */
	FLUSH,

	/** Tells nobody for a while. */
	MUTE("fingerprint", "logger", "for"),

	/** Tells again. */
	UNMUTE("fingerprint", "logger"),

	/** Sends once more what Slack refused. */
	RETRY_REJECTED,

	/** Examines the set-up. */
	DOCTOR;

	private final Set<String> parameters;

	EndpointAction(String... parameters) {
		this.parameters = Set.of(parameters);
	}

	static Optional<EndpointAction> of(String word) {
		return Arrays.stream(values()).filter((action) -> action.word().equals(word)).findFirst();
	}

	/** All of them, for a sentence. */
	static String words() {
		return Arrays.stream(values()).map(EndpointAction::word).collect(Collectors.joining(", "));
	}

	String word() {
		return HealthDetails.lower(this);
	}

	boolean takes(String parameter) {
		return this.parameters.contains(parameter);
	}

}
