package io.github.slacklogging.it.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.Books;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Slack, or somebody in its place, answers, but not what one hopes for. */
class AnswersOfSlackTests {

	private static final String DEFAULT = "default";

	@Test
	void retryAfterInHeaderAndJsonIsObeyed() {
		throttled(Fault.THROTTLED_AS_JSON, Reply::tooManyRequests, Duration.ofSeconds(2));
	}

	@Test
	void retryAfterAsADateIsObeyed() {
		// a date is cut to whole seconds
		Supplier<Instant> date = () -> Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
		throttled(Fault.THROTTLED_AS_TEXT, date, Reply::tooManyRequestsAt, (when, refused) -> when);
	}

	@Test
	void retryAfterInTheBodyAloneIsObeyed() {
		throttled(Fault.THROTTLED_BY_BODY, Reply::tooManyRequestsWithoutHeader, Duration.ofSeconds(2));
	}

	@Test
	void throttlingWithoutAWordOnHowLongPausesForASecond() {
		throttled(Fault.THROTTLED_WITHOUT_WORD, (pause) -> Reply.tooManyRequestsAsText(), Duration.ofSeconds(1));
	}

	private static void throttled(Fault fault, Function<Duration, Reply> reply, Duration pause) {
		throttled(fault, () -> pause, reply, (asked, refused) -> refused.plus(asked));
	}

	private static <T> void throttled(Fault fault, Supplier<T> asked, Function<T, Reply> reply,
			BiFunction<T, Instant, Instant> earliest) {
		try (Scenario scenario = new Scenario(fault)) {
			Run run = scenario.start();
			T pause = asked.get();
			scenario.inbox().enqueue(reply.apply(pause));
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.await("it was throttled", (books) -> books.requests() == 1);
				run.log(40, 3);
				Books throttled = run.taken();
				assertThat(throttled.circuit(DEFAULT)).isEqualTo("closed");
				assertThat(throttled.requests()).isEqualTo(1);
			});
			run.settle();
			run.end();
			List<InboxRequest> requests = scenario.inbox().requests();
			assertThat(requests.get(1).receivedAt())
				.isAfterOrEqualTo(earliest.apply(pause, requests.get(0).receivedAt()).minusMillis(50));
			scenario.finish();
		}
	}

	@Test
	void garbageIsNoAcknowledgement() {
		try (Scenario scenario = new Scenario(Fault.GARBAGE)) {
			Run run = scenario.start();
			scenario.inbox().answerAlways(Reply.garbage());
			scenario.outage(run, () -> {
				run.log(60, 3);
				run.await("three attempts have failed", (books) -> books.requests() >= 3);
				assertThat(run.taken().waiting()).isEqualTo(60);
			});
			scenario.inbox().answerNormally();
			run.settle();
			run.end();
			scenario.finish((row) -> assertThat(row.account().repeated()).isZero());
		}
	}

	@Test
	void redirectIsNotFollowed() {
		try (SlackInbox other = SlackInbox.start()) {
			refusedThenMended(Fault.REDIRECT, Reply.redirect(other.webhookUrl()));
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void forbiddenWebhookKeepsWhatWaits() {
		refusedThenMended(Fault.FORBIDDEN, Reply.webhookError(403, "invalid_token"));
	}

	@Test
	void unknownWebhookKeepsWhatWaits() {
		refusedThenMended(Fault.NOT_FOUND, Reply.webhookError(404, "no_service"));
	}

	@Test
	void archivedChannelKeepsWhatWaits() {
		refusedThenMended(Fault.GONE, Reply.webhookError(410, "channel_is_archived"));
	}

	private static void refusedThenMended(Fault fault, Reply refusal) {
		try (Scenario scenario = new Scenario(fault)) {
			scenario.inbox().answerAlways(refusal);
			Run refused = scenario.start();
			scenario.outage(refused, () -> {
				refused.log(60, 3);
				refused.await("it is refused", (books) -> !books.stoppedBy(DEFAULT).isEmpty());
				refused.log(40, 3);
				assertThat(refused.taken().waiting()).isEqualTo(100);
			});
			refused.end();
			scenario.inbox().answerNormally();
			Run mended = scenario.start();
			mended.settleAfter(100);
			mended.end();
			scenario.finish((row) -> assertThat(row.requests()).as("Requests to a webhook that is refused")
				.isLessThanOrEqualTo(2));
		}
	}

}
