package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.inbox.block.Violation;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request to Slack and its answer, as the log keeps them. Immutable.
 *
 * @param id its number in this inbox, for example {@code r17}
 * @param request what tests see of it
 * @param query raw query without secrets, empty if none
 * @param bytes of the body, all of them
 * @param violations the places in the payload for which it was refused
 * @param answer the body of the answer, its beginning if it was long
 * @param answerHeaders headers of the answer, as they were set
 * @param tookNanos from the last byte of the request to the last one of the answer, -1
 * while that is not out
 */
record Exchanged(String id, InboxRequest request, String query, long bytes, List<Violation> violations, String answer,
		Map<String, String> answerHeaders, long tookNanos) {

	private static final long OVERHEAD = 1_000;

	Exchanged {
		violations = List.copyOf(violations);
		answerHeaders = Map.copyOf(answerHeaders);
	}

	Exchanged took(long nanos) {
		return new Exchanged(this.id, this.request, this.query, this.bytes, this.violations, this.answer,
				this.answerHeaders, nanos);
	}

	/** What it wanted to say, if that can be read. */
	Optional<Json.Obj> payload() {
		return Payload.of(this.request);
	}

	long size() {
		String refusal = this.request.refusal();
		return Room.bytesOf(this.request.body()) + Room.bytesOf(this.answer) + Room.bytesOf(this.query)
				+ lengthOf(refusal) + this.request.headers().values().stream().mapToLong(Room::bytesOf).sum()
				+ OVERHEAD;
	}

	private static long lengthOf(@Nullable String text) {
		return (text != null) ? Room.bytesOf(text) : 0;
	}

}
