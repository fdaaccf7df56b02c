package io.github.slacklogging.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.Mute;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.RejectedMessage;
import org.jspecify.annotations.Nullable;

/**
 * What people ask of a running pipeline, and have it do. Thread-safe. Nothing blocks but
 * {@link #rejected()}. Orders go through the worker's mailbox: an answer comes on the
 * worker's thread, within a round unless said otherwise, and fails with
 * {@link IllegalStateException} when the pipeline has ended. Who waits for an answer must
 * set a limit, because a worker may be held up.
 */
public interface PipelineControl {

	/** The incidents of all destinations that are not over, loudest first. */
	CompletionStage<List<OpenIncident>> incidents();

	/**
	 * Why events are of one kind.
	 * @param fingerprint id of the kind, without {@code #}
	 * @return empty where no such kind is known
	 */
	CompletionStage<Optional<KindExplanation>> explain(String fingerprint);

	/**
	 * Sends a message that is marked as a test, whether or not a circuit is open, and
	 * counts no event. The answer comes when Slack has answered or the time of an
	 * exchange is over.
	 * @param destination name of a destination, {@code null} for each of them
	 * @return what Slack said, in the order of the names
	 * @throws IllegalArgumentException if there is no such destination
	 */
	CompletionStage<List<TestResult>> test(@Nullable String destination);

	/**
	 * Tells everything that waits, due or not, as soon as limits and circuits allow.
	 * @return how many events waited
	 */
	CompletionStage<Long> flush();

	/**
	 * Mutes. Takes the place of an earlier mute of the same subject.
	 * @param subject what
	 * @param term how long
	 * @return the mute as it is kept, empty where no kind with such a fingerprint is
	 * known
	 */
	CompletionStage<Optional<Mute>> mute(Mute.Subject subject, Mute.Term term);

	/**
	 * Ends a mute.
	 * @param subject what was muted
	 * @return whether there was such a mute
	 */
	CompletionStage<Boolean> unmute(Mute.Subject subject);

	/** All mutes that stand. */
	CompletionStage<List<Mute>> mutes();

	/**
	 * What Slack refused for good, newest first. Reads the disk.
	 * @throws IOException when the disk cannot be read
	 */
	List<RejectedMessage> rejected() throws IOException;

	/**
	 * Sends what Slack refused once more, one by one, as fast as limits allow; what is
	 * acknowledged leaves the dead letters, what is refused again stays. The answer comes
	 * at the end.
	 */
	CompletionStage<RetryResult> retryRejected();

	/**
	 * What a test message met.
	 *
	 * @param destination name of the destination
	 * @param delivered whether Slack acknowledged it
	 * @param status of the answer: the HTTP status, or a word where there was none
	 * @param answer what Slack said, masked; {@code ok} where it was delivered, otherwise
	 * also why nothing was sent
	 * @param took from the call to the answer
	 */
	record TestResult(String destination, boolean delivered, String status, String answer, Duration took) {

	}

	/**
	 * What became of the dead letters.
	 *
	 * @param tried how many were sent
	 * @param delivered those that Slack acknowledged
	 * @param refused those that Slack refused again, with its word for it
	 */
	record RetryResult(int tried, int delivered, List<Refusal> refused) {

		public RetryResult {
			refused = List.copyOf(refused);
		}

	}

	/**
	 * A dead letter that stays one.
	 *
	 * @param destination name of the destination
	 * @param reason Slack's error code
	 */
	record Refusal(String destination, String reason) {

	}

}
