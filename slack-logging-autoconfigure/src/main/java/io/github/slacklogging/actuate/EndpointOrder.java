package io.github.slacklogging.actuate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Mute;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What somebody posts. Objections name the parameter and never repeat its value, which
 * may be anything.
 *
 * @param action what to do
 * @param destination name of a destination
 * @param fingerprint id of a kind, with or without {@code #}
 * @param logger name of a logger
 * @param term how long
 */
record EndpointOrder(@Nullable String action, @Nullable String destination, @Nullable String fingerprint,
		@Nullable String logger, @Nullable String term) {

	private static final int MAX_LENGTH = 200;

	// Consoles of JMX send an empty text for nothing.
	EndpointOrder {
		action = StringUtils.hasText(action) ? action.strip().toLowerCase(Locale.ROOT) : null;
		destination = StringUtils.hasText(destination) ? destination.strip() : null;
		fingerprint = StringUtils.hasText(fingerprint) ? EndpointReading.fingerprint(fingerprint) : null;
		logger = StringUtils.hasText(logger) ? logger.strip() : null;
		term = StringUtils.hasText(term) ? term.strip() : null;
	}

	/** What is to be done, empty where that is not known. */
	Optional<EndpointAction> known() {
		return (this.action != null) ? EndpointAction.of(this.action) : Optional.empty();
	}

	/** What is wrong with it, one sentence. */
	Optional<String> objection() {
		Optional<EndpointAction> action = known();
		if (action.isEmpty()) {
			return Optional.of(((this.action != null) ? "'action' is not known" : "'action' is missing")
					+ "; there are: " + EndpointAction.words());
		}
		return objection(action.get());
	}

	private Optional<String> objection(EndpointAction action) {
		for (Map.Entry<String, String> given : given().entrySet()) {
			if (!action.takes(given.getKey())) {
				return Optional.of("'%s' takes no '%s'".formatted(action.word(), given.getKey()));
			}
			if (given.getValue().length() > MAX_LENGTH) {
				return Optional.of("'%s' is longer than %d characters".formatted(given.getKey(), MAX_LENGTH));
			}
		}
		if (action.takes("fingerprint") && (this.fingerprint == null) == (this.logger == null)) {
			return Optional.of("'%s' takes either 'fingerprint' or 'logger'".formatted(action.word()));
		}
		return action.takes("for") ? EndpointTerm.objection(this.term) : Optional.empty();
	}

	private Map<String, String> given() {
		Map<String, String> given = new LinkedHashMap<>();
		putGiven(given, "destination", this.destination);
		putGiven(given, "fingerprint", this.fingerprint);
		putGiven(given, "logger", this.logger);
		putGiven(given, "for", this.term);
		return given;
	}

	private static void putGiven(Map<String, String> given, String name, @Nullable String value) {
		if (value != null) {
			given.put(name, value);
		}
	}

	/** What is to be muted or not any more. */
	Mute.Subject subject() {
		if (this.fingerprint != null) {
			return new Mute.Subject.Kind(this.fingerprint);
		}
		return new Mute.Subject.Logger((this.logger != null) ? this.logger : "");
	}

}
