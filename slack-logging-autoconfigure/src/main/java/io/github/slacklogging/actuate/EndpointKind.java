package io.github.slacklogging.actuate;

import java.util.List;

import io.github.slacklogging.KindExplanation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Answer of {@code GET /{fingerprint}}: why events are of one kind.
 *
 * @param fingerprint of the kind, without {@code #}
 * @param rule what made them one, in words
 * @param components what the fingerprint is made of
 * @param incidents of this kind
 * @param note why nothing else is there
 */
record EndpointKind(String fingerprint, @Nullable String rule, @Nullable List<Component> components,
		@Nullable List<EndpointIncident> incidents, @Nullable String note) implements OperationResponseBody {

	static EndpointKind of(KindExplanation kind) {
		return new EndpointKind(kind.fingerprint(), kind.rule(),
				kind.components().stream().map((part) -> new Component(part.name(), part.value())).toList(),
				kind.incidents().stream().map(EndpointIncident::of).toList(), null);
	}

	static EndpointKind unanswered(String fingerprint, String note) {
		return new EndpointKind(fingerprint, null, null, null, note);
	}

	/**
	 * One part of the key.
	 *
	 * @param name what it is
	 * @param value what it is here
	 */
	record Component(String name, String value) {

	}

}
