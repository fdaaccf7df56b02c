package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.testing.EventFixture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the books and the status say where nothing is sent on purpose. */
class DryRunTests {

	private static final MessageRef PRETENDED = new MessageRef("#default", "dry-run.1");

	@Test
	void whatWouldHaveBeenToldIsDroppedAndNotDelivered() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answerAlways("default", new SendResult.Accepted(SendResult.DRY_RUN));
		harness.log(EventFixture.event());
		harness.pass(Duration.ofSeconds(2));
		assertThat(harness.sender.sent()).hasSize(1);
		assertThat(harness.status().dropped()).containsEntry(DropReason.DRY_RUN, 1L);
		assertThat(harness.status().delivered()).allSatisfy((how, count) -> assertThat(count).isZero());
		assertThat(harness.status().waiting()).isZero();
	}

	@Test
	void nothingLooksAsIfSlackHadAnswered() {
		PipelineHarness harness = new PipelineHarness().decorated();
		List<String> requests = new ArrayList<>();
		harness.pipeline.listeners().add(new PipelineListener() {

			@Override
			public void requestCompleted(String destination, String status, Duration duration) {
				requests.add(status);
			}

			@Override
			public void deliveryLatency(String destination, Duration sinceDue) {
				requests.add("latency");
			}

		});
		harness.sender.answerAlways("default", new SendResult.Accepted(SendResult.DRY_RUN));
		harness.log(EventFixture.event());
		harness.pass(Duration.ofSeconds(2));
		assertThat(requests).isEmpty();
		assertThat(harness.status("default").lastSuccess()).isNull();
		assertThat(harness.status("default").attempts()).isZero();
	}

	@Test
	void incidentOfABotGoesOnByEditsOfThePretendedMessage() {
		PipelineHarness harness = PipelineHarness.bot(null).decorated();
		harness.sender.answerAlways("default", new SendResult.Accepted(SendResult.DRY_RUN, PRETENDED, null));
		harness.log(EventFixture.event());
		harness.pass(Duration.ofSeconds(2));
		harness.log(EventFixture.event().withSequence(2));
		harness.pass(Duration.ofSeconds(10));
		assertThat(harness.sender.sent()).extracting((sent) -> sent.call())
			.filteredOn(SlackCall.Edit.class::isInstance)
			.first()
			.extracting(SlackCall::target)
			.isEqualTo(PRETENDED);
		assertThat(harness.status().dropped()).containsEntry(DropReason.DRY_RUN, 2L);
	}

	@Test
	void messageThatWouldBeRefusedIsTriedInItsPlainForm() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answer(new SendResult.PayloadRefused(SendResult.DRY_RUN, "dry_run_check"));
		harness.sender.answer(new SendResult.Accepted(SendResult.DRY_RUN));
		harness.log(EventFixture.event());
		harness.pass(Duration.ofSeconds(4));
		assertThat(harness.sender.sent()).hasSize(2)
			.last()
			.extracting((sent) -> sent.call().isReduced())
			.isEqualTo(true);
		assertThat(harness.status().dropped()).containsEntry(DropReason.DRY_RUN, 1L);
	}

	@Test
	void testMessageThatIsNotSentIsNotDelivered() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answerAlways("default", new SendResult.Accepted(SendResult.DRY_RUN));
		CompletionStage<List<TestResult>> test = harness.pipeline.control().test(null);
		harness.run();
		assertThat(test.toCompletableFuture().join())
			.containsExactly(new TestResult("default", false, SendResult.DRY_RUN, "dry run, not sent", Duration.ZERO));
		assertThat(harness.status("default").attempts()).isZero();
	}

	@Test
	void whatWouldBeRefusedIsNoIllness() {
		PipelineHarness harness = new PipelineHarness().decorated();
		for (int i = 0; i < 10; i++) {
			harness.sender.answer(new SendResult.PayloadRefused(SendResult.DRY_RUN, "dry_run_check"));
			harness.sender.answer(new SendResult.Accepted(SendResult.DRY_RUN));
			harness.log(EventFixture.event().withMessage("Order " + "abcdefghij".charAt(i) + " failed"));
			harness.pass(Duration.ofSeconds(4));
		}
		assertThat(harness.status().dropped()).containsExactly(Map.entry(DropReason.DRY_RUN, 10L));
		assertThat(harness.status("default").broken()).isEmpty();
		assertThat(harness.status("default").attempts()).isZero();
	}

	@Test
	void whatWouldBeRefusedInEachFormIsDroppedByTheDryRunAll() {
		PipelineHarness harness = new PipelineHarness().decorated();
		harness.sender.answerAlways("default", new SendResult.PayloadRefused(SendResult.DRY_RUN, "dry_run_check"));
		harness.log(EventFixture.event());
		harness.pass(Duration.ofSeconds(4));
		assertThat(harness.status().dropped()).containsExactly(Map.entry(DropReason.DRY_RUN, 1L));
		assertThat(harness.status("default").consecutiveFailures()).isZero();
		assertThat(harness.stderr).noneMatch((line) -> line.contains("Slack rejects"));
	}

}
