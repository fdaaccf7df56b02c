package io.github.slacklogging.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.PipelineStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Answer of {@code GET}: how everything fares. What is not known is {@code null}, which
 * Boot leaves out on the web.
 *
 * @param state of the pipeline, {@code inert} where nothing runs
 * @param at when the worker published what is shown here
 * @param hint what to set where nothing goes to Slack, also in a dry run
 * @param inbox address of the inbox where it stands in for Slack
 * @param problems as health tells them
 * @param destinations every configured one
 * @param events the books
 * @param buffer in front of the worker
 * @param spool what is kept on disk
 * @param opensearch the shipping, where it is on
 * @param jobs that are expected, where any is
 * @param incidents those that are open, loudest first
 * @param mutes those that stand
 * @param deadLetters what Slack refused for good, newest first
 * @param note why a part is missing
 */
record EndpointStatus(String state, @Nullable String at, @Nullable String hint, @Nullable String inbox,
		List<String> problems, @Nullable List<EndpointDestination> destinations, @Nullable Events events,
		@Nullable EndpointBuffer buffer, @Nullable Spool spool, @Nullable EndpointShipping opensearch,
		@Nullable List<EndpointJob> jobs, @Nullable List<EndpointIncident> incidents,
		@Nullable List<EndpointMute> mutes, @Nullable List<EndpointDeadLetter> deadLetters,
		@Nullable String note) implements OperationResponseBody {

	/**
	 * The books: accepted + recovered = delivered + waiting + dropped.
	 *
	 * @param accepted events accepted so far
	 * @param recovered events taken over from earlier runs
	 * @param filtered events kept away before they were accepted
	 * @param delivered events told, by kind
	 * @param waiting events not acknowledged yet
	 * @param spooled those that are on disk too
	 * @param dropped events dropped, by reason
	 * @param balances whether both sides are equal
	 */
	record Events(long accepted, long recovered, long filtered, Map<String, Long> delivered, long waiting, long spooled,
			Map<String, Long> dropped, boolean balances) {

		static Events of(PipelineStatus status) {
			Map<String, Long> delivered = new LinkedHashMap<>();
			for (DeliveryKind how : DeliveryKind.values()) {
				delivered.put(how.tag(), status.delivered().getOrDefault(how, 0L));
			}
			return new Events(status.accepted(), status.recovered(), status.filtered(), delivered, status.waiting(),
					status.spooled(), EndpointShipping.Events.byTag(status.dropped()), status.balances());
		}

	}

	/**
	 * The spool.
	 *
	 * @param place folder where groups are kept
	 * @param temporary whether the place may not outlive the container or the machine
	 * @param problem why nothing can be kept at the moment
	 * @param bytes on disk
	 * @param rejectedMessages dead letters on disk
	 * @param quarantinedFiles damaged files
	 * @param unconfiguredDestinations events kept for destinations that are not
	 * configured any more
	 */
	record Spool(String place, boolean temporary, @Nullable String problem, long bytes, int rejectedMessages,
			int quarantinedFiles, Map<String, Long> unconfiguredDestinations) {

		static Spool of(SpoolStatus status) {
			return new Spool(status.place(), status.temporary(), EndpointText.known(status.problem()), status.bytes(),
					status.rejected(), status.quarantined(), new TreeMap<>(status.unconfigured()));
		}

	}

}
