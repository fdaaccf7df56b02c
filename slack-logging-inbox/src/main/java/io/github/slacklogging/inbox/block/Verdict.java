package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.Optional;

/**
 * All that the rules say about a message.
 *
 * @param refusal why it is refused, empty if it is fine
 * @param warnings what was overlooked because it was judged leniently
 * @param measures the limits that concern it, nearest first; of more than
 * {@value #MAX_MEASURES} the nearest
 */
public record Verdict(Optional<Refusal> refusal, List<Violation> warnings, List<Measure> measures) {

	/** A table may have thousands of places; who looks for trouble looks at the top. */
	static final int MAX_MEASURES = 500;

	public Verdict {
		warnings = List.copyOf(warnings);
		measures = measures.stream().sorted(Measure.NEAREST_FIRST).limit(MAX_MEASURES).toList();
	}

}
