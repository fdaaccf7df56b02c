package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.pipeline.PipelineHarness.Extras;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.MemoryGroupSpool;
import io.github.slacklogging.testing.RecordedThrowable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.testing.EventFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever Slack answers to which call, the worker rests between its rounds, the books
 * balance after each, and when the weather is fine again everything is told.
 */
class LivingMessageWeatherTests {

	private static final List<Class<? extends SlackCall>> CALLS = List.of(SlackCall.Post.class, SlackCall.Reply.class,
			SlackCall.Edit.class, SlackCall.Attach.class, SlackCall.React.class, SlackCall.LookUp.class,
			SlackCall.Identify.class);

	private static final List<SendResult> ANSWERS = List.of(new SendResult.Throttled("429", Duration.ofSeconds(20)),
			new SendResult.Unavailable("503", "service_unavailable"), new SendResult.Unclear("500", "internal_error"),
			new SendResult.DestinationRefused("200", "is_archived"),
			new SendResult.CredentialRefused("200", "token_expired"), new SendResult.Gone("200", "message_not_found"),
			new SendResult.FeatureRefused("200", "reactions.add", "missing_scope"),
			new SendResult.FeatureRefused("200", "files.getUploadURLExternal", "unexpected_answer"),
			new SendResult.PayloadRefused("200", "invalid_blocks"));

	@ParameterizedTest
	@ValueSource(longs = { 2, 5, 8 })
	void everythingIsToldInTheEnd(long seed) {
		Random random = new Random(seed);
		boolean standIn = random.nextBoolean();
		MemoryGroupSpool spool = new MemoryGroupSpool(Set.of("default", "other"));
		PipelineHarness harness = new PipelineHarness(List.of("default", "other"), List.of(), new Extras(
				standIn ? Map.of("default", new SlackPipeline.StandIn("other", Duration.ofMinutes(1))) : Map.of(),
				spool, null, Set.of("default"), Map.of(), "1"))
			.decorated();
		for (int minute = 0; minute < 20; minute++) {
			weather(harness, spool, random);
			for (int burst = 0; burst < 6; burst++) {
				log(harness, random);
				harness.pass(Duration.ofSeconds(random.nextInt(20)));
			}
		}
		harness.sender.answerNormally();
		spool.fail(false);
		harness.pass(Duration.ofMinutes(80));
		assertThat(harness.status().waiting()).isZero();
	}

	private static void weather(PipelineHarness harness, MemoryGroupSpool spool, Random random) {
		harness.sender.answerNormally();
		spool.fail(random.nextInt(5) == 0);
		for (Class<? extends SlackCall> call : CALLS) {
			SendResult answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
			boolean possible = isMessage(call) ? !(answer instanceof SendResult.FeatureRefused)
					: !(answer instanceof SendResult.PayloadRefused);
			if (possible && random.nextInt(3) == 0) {
				harness.sender.answerAlways(call, answer);
			}
		}
	}

	private static boolean isMessage(Class<? extends SlackCall> call) {
		return call == SlackCall.Post.class || call == SlackCall.Reply.class || call == SlackCall.Edit.class;
	}

	private static void log(PipelineHarness harness, Random random) {
		int kind = random.nextInt(6);
		Severity severity = Severity.values()[2 + random.nextInt(3)];
		for (int i = random.nextInt(30); i >= 0; i--) {
			EventFixture plain = event().withSequence(random.nextLong(1_000_000))
				.withLogger("com.acme.L" + kind)
				.withSeverity(severity);
			EventFixture logged = (kind % 2 != 0) ? plain
					: plain.withThrowable(RecordedThrowable.of(new IllegalStateException("no " + kind)));
			harness.log(logged.at(harness.clock.get().instant()));
		}
	}

}
