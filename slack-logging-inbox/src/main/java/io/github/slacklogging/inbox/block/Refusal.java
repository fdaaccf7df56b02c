package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a message is refused.
 *
 * @param code the Web API's error code
 * @param violations the places, empty if the code says it all
 */
public record Refusal(String code, List<Violation> violations) {

	public Refusal {
		violations = List.copyOf(violations);
	}

	static Refusal of(String code) {
		return new Refusal(code, List.of());
	}

	@Override
	public String toString() {
		return this.violations.isEmpty() ? this.code : this.code
				+ this.violations.stream().map(Violation::toString).collect(Collectors.joining("; ", ": ", ""));
	}

}
