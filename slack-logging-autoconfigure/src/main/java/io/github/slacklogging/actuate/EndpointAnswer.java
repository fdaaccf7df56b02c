package io.github.slacklogging.actuate;

import java.util.List;

import io.github.slacklogging.Finding;
import io.github.slacklogging.pipeline.PipelineControl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/** Answer of {@code POST}. */
sealed interface EndpointAnswer extends OperationResponseBody {

	/**
	 * To {@code test}.
	 *
	 * @param action as it was asked
	 * @param done that it was done, whatever Slack said
	 * @param results one for each destination
	 */
	record Tested(String action, boolean done, List<Result> results) implements EndpointAnswer {

		/**
		 * What Slack said.
		 *
		 * @param destination name of the destination
		 * @param delivered whether Slack acknowledged it, never in a dry run
		 * @param status HTTP status, or a word where there was none
		 * @param answer what Slack said
		 * @param tookMillis from the call to the answer
		 */
		record Result(String destination, boolean delivered, String status, String answer, long tookMillis) {

			static Result of(PipelineControl.TestResult result) {
				return new Result(result.destination(), result.delivered(), EndpointText.shown(result.status()),
						EndpointText.shown(result.answer()), result.took().toMillis());
			}

		}

	}

	/**
	 * To {@code flush}.
	 *
	 * @param action as it was asked
	 * @param done that the order was taken
	 * @param waiting how many events waited
	 */
	record Flushed(String action, boolean done, long waiting) implements EndpointAnswer {

	}

	/**
	 * To {@code mute}.
	 *
	 * @param action as it was asked
	 * @param done that it is muted
	 * @param mute as it is kept
	 */
	record Muted(String action, boolean done, EndpointMute mute) implements EndpointAnswer {

	}

	/**
	 * To {@code unmute}.
	 *
	 * @param action as it was asked
	 * @param done that the mute has ended
	 */
	record Unmuted(String action, boolean done) implements EndpointAnswer {

	}

	/**
	 * To {@code retry-rejected}.
	 *
	 * @param action as it was asked
	 * @param done that all of them were tried
	 * @param tried how many were sent
	 * @param delivered those that Slack acknowledged
	 * @param refused those that it refused again
	 */
	record Retried(String action, boolean done, int tried, int delivered,
			List<Refusal> refused) implements EndpointAnswer {

		/**
		 * A dead letter that stays one.
		 *
		 * @param destination name of the destination
		 * @param reason Slack's error code
		 */
		record Refusal(String destination, String reason) {

			static Refusal of(PipelineControl.Refusal refusal) {
				return new Refusal(refusal.destination(), EndpointText.shown(refusal.reason()));
			}

		}

	}

	/**
	 * To {@code doctor}.
	 *
	 * @param action as it was asked
	 * @param done that everything was looked at
	 * @param healthy whether nothing failed
	 * @param findings in the order in which they should be read
	 */
	record Examined(String action, boolean done, boolean healthy, List<Row> findings) implements EndpointAnswer {

		/**
		 * What one check found.
		 *
		 * @param subject what was looked at
		 * @param check what was asked
		 * @param outcome how it is
		 * @param detail what was seen
		 * @param advice what to do
		 */
		record Row(String subject, String check, String outcome, String detail, @Nullable String advice) {

			static Row of(Finding finding) {
				return new Row(EndpointText.shown(finding.subject()), finding.check(),
						HealthDetails.lower(finding.outcome()), EndpointText.shown(finding.detail()),
						EndpointText.known(finding.advice()));
			}

		}

	}

	/**
	 * The order was given, but nothing is known of its end yet.
	 *
	 * @param action as it was asked
	 * @param done that nothing is known yet
	 * @param note why
	 */
	record Pending(String action, boolean done, String note) implements EndpointAnswer {

	}

	/**
	 * Nothing was done.
	 *
	 * @param error why, one sentence
	 */
	record Refused(String error) implements EndpointAnswer {

	}

}
