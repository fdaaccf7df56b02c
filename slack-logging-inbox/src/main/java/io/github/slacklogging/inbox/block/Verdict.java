package io.github.slacklogging.inbox.block;

import java.util.List;
import java.util.Optional;

/**
 * All that the rules say about a message.
 *
 * @param refusal why it is refused, empty if it is fine
 * @param warnings what was overlooked because it was judged leniently
 * @param measures every limit that concerns it, nearest to its limit first
 */
public record Verdict(Optional<Refusal> refusal, List<Violation> warnings, List<Measure> measures) {

	public Verdict {
		warnings = List.copyOf(warnings);
		measures = List.copyOf(measures);
	}

}
