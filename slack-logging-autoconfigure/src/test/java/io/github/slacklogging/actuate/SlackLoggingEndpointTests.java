package io.github.slacklogging.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.ExpectedJob;
import io.github.slacklogging.Finding;
import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.Mute;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.HealthThreshold;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.testing.DestinationStatuses;
import io.github.slacklogging.testing.OpenIncidents;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.ScriptedPipelineControl;
import io.github.slacklogging.testing.SettablePipelineView;
import io.github.slacklogging.testing.ShippingStatuses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SlackLoggingEndpointTests {

	private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

	private static final Mute MUTE = new Mute(new Mute.Subject.Kind("k7f3q2a"),
			new Mute.End.At(Instant.parse("2026-03-01T12:00:00Z")), SINCE);

	private final ScriptedPipelineControl control = new ScriptedPipelineControl();

	private final SettablePipelineView view = SettablePipelineView
		.of(PipelineStatuses.running(DestinationStatuses.delivering("default"), DestinationStatuses.fresh("orders")))
		.withControl(this.control);

	private final EndpointSubject endpoint = new EndpointSubject(this.view);

	@Test
	void statusTellsHowADestinationFaresAndWhichThresholdItIsBeyond() {
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default")
			.circuit(CircuitState.HALF_OPEN)
			.failed(6, "connection refused")
			.rate(0.25, 8)
			.p95Latency(Duration.ofMillis(1500))
			.waiting(12, 7)
			.spooled(5)
			.standIn("orders")
			.limitations("no reactions: missing_scope")
			.broken(new BrokenThreshold(HealthThreshold.CONSECUTIVE_FAILURES, "6", "5", SINCE))));
		assertThat(this.endpoint.status().at("/destinations/0")).hasToString(
				"""
						{"name":"default","circuit":"half-open","stoppedBy":null,"consecutiveFailures":6,\
						"lastSuccess":"2026-03-01T10:15:30Z","lastFailure":"2026-03-01T10:20:00Z",\
						"lastFailureReason":"connection refused","successRate":0.25,"attempts":8,"p95LatencyMillis":1500,\
						"waiting":12,"overdue":7,"spooled":5,"standIn":"orders","limitations":["no reactions: missing_scope"],\
						"broken":[{"threshold":"consecutive-failures","property":"slack.logging.health.max-consecutive-failures",\
						"measured":"6","limit":"5","since":"2026-03-01T10:00:00Z",\
						"advice":"%s"}]}"""
					.formatted(HealthThreshold.CONSECUTIVE_FAILURES.advice()));
	}

	@Test
	void statusHasTheBooksAndSaysWhetherTheyBalance() {
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default").spooled(2))
			.accepted(20)
			.recovered(3)
			.filtered(4)
			.delivered(DeliveryKind.SHOWN, 10)
			.delivered(DeliveryKind.FOLDED, 5)
			.dropped(DropReason.QUEUE_FULL, 6)
			.waiting(2)
			.buffer(7, 700));
		JsonNode status = this.endpoint.status();
		assertThat(status.at("/events")).hasToString("""
				{"accepted":20,"recovered":3,"filtered":4,"delivered":{"shown":10,"folded":5,"summarised":0},\
				"waiting":2,"spooled":2,"dropped":{"queue_full":6},"balances":true}""");
		assertThat(status.at("/buffer")).hasToString("{\"size\":7,\"capacity\":8192,\"bytes\":700}");
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default")).accepted(1));
		assertThat(this.endpoint.status().at("/events/balances").booleanValue()).isFalse();
	}

	@Test
	void statusTellsTheProblemsThatHealthTells() {
		this.view
			.publish(PipelineStatuses.running(DestinationStatuses.delivering("default").stoppedBy("invalid_auth")));
		assertThat(this.endpoint.status().at("/problems/0").asString())
			.isEqualTo("Slack refuses destination 'default': invalid_auth");
	}

	@Test
	void statusSaysThatADryRunSendsNothing() {
		assertThat(this.endpoint.status().at("/hint").isNull()).isTrue();
		this.view.inDryRun();
		assertThat(this.endpoint.status().at("/hint").asString()).startsWith("Dry run:")
			.contains("slack.logging.dry-run");
	}

	@Test
	void statusTellsHowJobsStandThatAreExpected() {
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default"))
			.jobs(new ExpectedJob("nightly", Duration.ofHours(25), SINCE, SINCE.plusSeconds(60), null),
					new ExpectedJob("ledger", Duration.ofSeconds(2), SINCE, null, SINCE.plusSeconds(2))));
		assertThat(this.endpoint.status().at("/jobs")).hasToString("""
				[{"name":"nightly","everyMillis":90000000,"waitedSince":"2026-03-01T10:00:00Z",\
				"lastSuccess":"2026-03-01T10:01:00Z","overdueSince":null},\
				{"name":"ledger","everyMillis":2000,"waitedSince":"2026-03-01T10:00:00Z",\
				"lastSuccess":null,"overdueSince":"2026-03-01T10:00:02Z"}]""");
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default")));
		assertThat(this.endpoint.status().at("/jobs").isNull()).as("where none is expected").isTrue();
	}

	@Test
	void statusTellsOfTheSpoolAndOfWhatIsShipped() {
		this.view.publish(PipelineStatuses.running(DestinationStatuses.delivering("default"))
			.spool(new SpoolStatus("/var/spool/orders", false, "disk full", 4096, Map.of("gone", 3L), 2, 1)));
		this.view.withShipping(ShippingStatuses.indexing().books(10, 7, 2).dropped(DropReason.REJECTED, 1).build());
		JsonNode status = this.endpoint.status();
		assertThat(status.at("/spool")).hasToString("""
				{"place":"/var/spool/orders","temporary":false,"problem":"disk full","bytes":4096,"rejectedMessages":2,\
				"quarantinedFiles":1,"unconfiguredDestinations":{"gone":3}}""");
		assertThat(status.at("/opensearch/circuit").asString()).isEqualTo("closed");
		assertThat(status.at("/opensearch/events")).hasToString(
				"{\"accepted\":10,\"indexed\":7,\"waiting\":2,\"dropped\":{\"rejected\":1},\"balances\":true}");
	}

	@Test
	void statusTellsOpenIncidentsWithWhenTheySpeakNextAndWhy() {
		this.control.incidents(OpenIncidents.ongoing("k7f3q2a"));
		assertThat(this.endpoint.status().at("/incidents/0")).hasToString(
				"""
						{"destination":"default","fingerprint":"k7f3q2a","severity":"error","phase":"ongoing",\
						"logger":"com.acme.orders.OrderService","exceptionType":"java.lang.IllegalStateException",\
						"text":"Order 4711 not found","total":1284,"waiting":2,"firstSeen":"2026-03-01T10:15:30Z",\
						"lastSeen":"2026-03-01T10:57:30Z","lastSpoke":"2026-03-01T10:57:30Z","nextSpeaks":"2026-03-01T10:58:15Z",\
						"speaksBecause":"count","mute":null}""");
	}

	@Test
	void mutesOfEverySortAreTold() {
		this.control.incidents(OpenIncidents.muted("k7f3q2a", MUTE))
			.mutes(MUTE, new Mute(new Mute.Subject.Logger("com.acme"), new Mute.End.AtTotal(12_840), SINCE),
					new Mute(new Mute.Subject.Kind("abcdefg"), new Mute.End.AfterVersion("1.4.2"), SINCE));
		JsonNode status = this.endpoint.status();
		assertThat(status.at("/mutes/0")).hasToString("""
				{"fingerprint":"k7f3q2a","logger":null,"since":"2026-03-01T10:00:00Z","until":"2026-03-01T12:00:00Z",\
				"untilTotal":null,"whileVersion":null}""");
		assertThat(status.at("/incidents/0/mute")).isEqualTo(status.at("/mutes/0"));
		assertThat(status.at("/mutes/1/logger").asString()).isEqualTo("com.acme");
		assertThat(status.at("/mutes/1/untilTotal").longValue()).isEqualTo(12_840);
		assertThat(status.at("/mutes/2/whileVersion").asString()).isEqualTo("1.4.2");
	}

	@Test
	void statusShowsTheNewestFiftyDeadLettersWithTheBeginningOfTheirTexts() {
		this.control.rejected(Collections.nCopies(60, letter("x".repeat(198) + "😀 and more")));
		JsonNode letters = this.endpoint.status().at("/deadLetters");
		assertThat(letters).hasSize(50);
		assertThat(letters.get(0)).hasToString(
				"{\"at\":\"2026-03-01T10:00:00Z\",\"destination\":\"default\",\"reason\":\"invalid_blocks\",\"events\":3,\"text\":\"%s…\"}"
					.formatted("x".repeat(198)));
	}

	@Test
	void worksWhereNothingRuns() {
		EndpointSubject inert = new EndpointSubject(SettablePipelineView.inert());
		assertThat(inert.status().at("/state").asString()).isEqualTo("inert");
		assertThat(inert.status().at("/hint").asString()).contains("slack.logging.webhook-url");
		assertThat(inert.kind("k7f3q2a")).isNull();
		for (String action : List.of("test", "flush", "retry-rejected", "doctor")) {
			JsonNode answer = inert.order(Map.of("action", action));
			assertThat(answer.at("/http").intValue()).isEqualTo(409);
			assertThat(answer.at("/error").asString()).contains("Nothing is sent to Slack");
		}
	}

	@Test
	void workerThatIsHeldUpCostsItsPartOfTheStatusOnly() {
		this.view
			.publish(PipelineStatuses.running(DestinationStatuses.delivering("default")).heldUpBy("bean 'slowFilter'"));
		this.control.holdUp().rejected(List.of(letter("Order 4711 not found")));
		JsonNode status = new EndpointSubject(this.view, Duration.ofMillis(500)).status();
		assertThat(status.at("/incidents").isNull()).isTrue();
		assertThat(status.at("/mutes").isNull()).isTrue();
		assertThat(status.at("/note").asString())
			.isEqualTo("Open incidents and mutes are not shown: the worker is held up by bean 'slowFilter'.");
		assertThat(status.at("/destinations")).hasSize(1);
		assertThat(status.at("/deadLetters")).hasSize(1);
	}

	@Test
	void workerThatGivesNoReasonIsToldByTheTime() {
		this.control.holdUp();
		EndpointSubject impatient = new EndpointSubject(this.view, Duration.ofMillis(500));
		assertThat(impatient.status().at("/note").asString()).endsWith("the worker did not answer within 500 ms.");
		JsonNode kind = Objects.requireNonNull(impatient.kind("k7f3q2a"));
		assertThat(kind.at("/note").asString()).isEqualTo("the worker did not answer within 500 ms.");
	}

	@Test
	void diskThatHangsCostsTheDeadLettersAndOneThreadOnly() {
		CountDownLatch disk = new CountDownLatch(1);
		try {
			this.control.incidents(OpenIncidents.ongoing("k7f3q2a")).holdDisk(disk);
			EndpointSubject impatient = new EndpointSubject(this.view, Duration.ofMillis(100));
			impatient.status();
			JsonNode status = impatient.status();
			assertThat(status.at("/incidents")).hasSize(1);
			assertThat(status.at("/deadLetters").isNull()).isTrue();
			assertThat(status.at("/note").asString())
				.isEqualTo("Dead letters are not shown: the disk did not answer within 100 ms.");
			assertThat(this.control.readings()).isEqualTo(1);
		}
		finally {
			disk.countDown();
		}
	}

	@Test
	void questionNobodyWaitsForAnyMoreIsForgottenAndAnOrderIsNot() {
		this.control.holdUp();
		EndpointSubject impatient = new EndpointSubject(this.view, Duration.ofMillis(1));
		impatient.status();
		impatient.kind("k7f3q2a");
		assertThat(this.control.unanswered()).hasSize(3).allMatch(Future::isCancelled);
		impatient.order(Map.of("action", "flush"));
		assertThat(this.control.unanswered()).hasSize(4).last().matches((order) -> !order.isDone());
	}

	@Test
	void brokenDiskCostsTheDeadLettersOnly() {
		this.control.breakDisk().incidents(OpenIncidents.ongoing("k7f3q2a"));
		JsonNode status = this.endpoint.status();
		assertThat(status.at("/deadLetters").isNull()).isTrue();
		assertThat(status.at("/note").asString())
			.isEqualTo("Dead letters are not shown: the disk cannot be read (IOException).");
		assertThat(status.at("/incidents")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "k7f3q2a", "#k7f3q2a", " #K7F3Q2A " })
	void kindIsFoundAsSlackShowsItAndWithoutTheMark(String written) {
		this.control.kind(new KindExplanation("k7f3q2a", "same exception at the same place",
				List.of(new KindExplanation.Component("exception", "java.lang.IllegalStateException"),
						new KindExplanation.Component("frame", "com.acme.OrderService.find")),
				List.of(OpenIncidents.ongoing("k7f3q2a"))));
		JsonNode kind = Objects.requireNonNull(this.endpoint.kind(written));
		assertThat(kind.at("/rule").asString()).isEqualTo("same exception at the same place");
		assertThat(kind.at("/components")).hasToString("""
				[{"name":"exception","value":"java.lang.IllegalStateException"},\
				{"name":"frame","value":"com.acme.OrderService.find"}]""");
		assertThat(kind.at("/incidents/0/total").longValue()).isEqualTo(1284);
	}

	@Test
	void unknownKindIsNone() {
		assertThat(this.endpoint.kind("zzzzzzz")).isNull();
		assertThat(this.endpoint.kind(" # ")).isNull();
		assertThat(this.endpoint.kind("k".repeat(10_000))).isNull();
		assertThat(this.control.orders()).containsExactly("explain zzzzzzz");
	}

	@Test
	void testTellsWhatSlackSaidPerDestination() {
		this.control.results(new TestResult("default", true, "200", "ok", Duration.ofMillis(87)),
				new TestResult("orders", false, "429", "retry after 30 s", Duration.ofMillis(12)));
		assertThat(this.endpoint.order(Map.of("action", "test"))).hasToString("""
				{"action":"test","done":true,"results":[\
				{"destination":"default","delivered":true,"status":"200","answer":"ok","tookMillis":87},\
				{"destination":"orders","delivered":false,"status":"429","answer":"retry after 30 s","tookMillis":12}],\
				"http":200}""");
		this.endpoint.order(Map.of("action", "test", "destination", "orders"));
		assertThat(this.control.orders()).containsExactly("test null", "test orders");
	}

	@Test
	void unknownDestinationIsToldWithThoseThatThereAre() {
		JsonNode answer = this.endpoint.order(Map.of("action", "test", "destination", "xoxb-secret"));
		assertThat(answer)
			.hasToString("{\"error\":\"'destination' is not known; there are: default, orders\",\"http\":400}");
	}

	@Test
	void flushTellsHowManyWaited() {
		assertThat(this.endpoint.order(Map.of("action", "flush")))
			.hasToString("{\"action\":\"flush\",\"done\":true,\"waiting\":12,\"http\":200}");
	}

	@ParameterizedTest
	@CsvSource({ "2h,For[duration=PT2H]", "PT2H,For[duration=PT2H]", "30m,For[duration=PT30M]",
			"ten-times-more,TenTimesMore[]", "Next-Version,UntilNextVersion[]" })
	void muteTakesEveryTerm(String term, String understood) {
		this.control.kept(MUTE);
		JsonNode answer = this.endpoint.order(Map.of("action", "mute", "fingerprint", "#k7f3q2a", "for", term));
		assertThat(this.control.orders()).containsExactly("mute Kind[fingerprint=k7f3q2a] " + understood);
		assertThat(answer.at("/http").intValue()).isEqualTo(200);
		assertThat(answer.at("/mute/until").asString()).isEqualTo("2026-03-01T12:00:00Z");
	}

	@Test
	void loggerIsMutedByItsName() {
		this.control.kept(MUTE);
		this.endpoint.order(Map.of("action", "mute", "logger", "com.acme.Orders", "for", "2h"));
		assertThat(this.control.orders()).containsExactly("mute Logger[name=com.acme.Orders] For[duration=PT2H]");
	}

	@Test
	void unknownKindCannotBeMuted() {
		assertThat(this.endpoint.order(Map.of("action", "mute", "fingerprint", "zzzzzzz", "for", "2h")))
			.hasToString("{\"error\":\"No kind with this 'fingerprint' is known\",\"http\":404}");
	}

	@Test
	void unmuteEndsAMuteAndTellsWhereThereIsNone() {
		this.control.mutes(MUTE);
		assertThat(this.endpoint.order(Map.of("action", "unmute", "fingerprint", "k7f3q2a")))
			.hasToString("{\"action\":\"unmute\",\"done\":true,\"http\":200}");
		assertThat(this.endpoint.order(Map.of("action", "unmute", "logger", "com.acme")))
			.hasToString("{\"error\":\"There is no such mute\",\"http\":404}");
	}

	@Test
	void retryTellsWhatWasRefusedAgain() {
		assertThat(this.endpoint.order(Map.of("action", "retry-rejected"))).hasToString("""
				{"action":"retry-rejected","done":true,"tried":3,"delivered":2,\
				"refused":[{"destination":"default","reason":"invalid_blocks"}],"http":200}""");
	}

	@Test
	void doctorIsHealthyUnlessSomethingFailed() {
		Finding fine = new Finding("clock", "skew", Finding.Outcome.OK, "0.2 s", null);
		this.view.withSelfCheck(() -> List.of(fine));
		assertThat(this.endpoint.order(Map.of("action", "doctor"))).hasToString("""
				{"action":"doctor","done":true,"healthy":true,"findings":[{"subject":"clock","check":"skew",\
				"outcome":"ok","detail":"0.2 s","advice":null}],"http":200}""");
		this.view.withSelfCheck(() -> List.of(fine,
				new Finding("spool", "rights", Finding.Outcome.FAILED, "read-only", "Make it writable")));
		JsonNode sick = this.endpoint.order(Map.of("action", "doctor"));
		assertThat(sick.at("/healthy").booleanValue()).isFalse();
		assertThat(sick.at("/findings/1/advice").asString()).isEqualTo("Make it writable");
	}

	@Test
	void orderToAWorkerThatIsHeldUpIsGivenAllTheSame() {
		this.control.holdUp();
		JsonNode answer = new EndpointSubject(this.view, Duration.ofMillis(500)).order(Map.of("action", "flush"));
		assertThat(answer).hasToString("""
				{"action":"flush","done":false,"note":"The order was given and will be carried out; \
				there was no answer within 500 ms.","http":202}""");
		assertThat(this.control.orders()).containsExactly("flush");
	}

	@Test
	void pipelineThatHasEndedSaysSo() {
		this.control.failWith(new IllegalStateException("over"));
		assertThat(this.endpoint.order(Map.of("action", "flush")))
			.hasToString("{\"error\":\"The pipeline has ended\",\"http\":409}");
		assertThat(this.endpoint.status().at("/note").asString()).contains("the pipeline has ended");
	}

	@Test
	void objectionOfThePipelineIsToldAndItsTroubleOnlyNamed() {
		this.control.failWith(new IllegalArgumentException("200 mutes stand already"));
		assertThat(this.endpoint.order(Map.of("action", "mute", "logger", "a", "for", "2h")))
			.hasToString("{\"error\":\"200 mutes stand already\",\"http\":400}");
		this.control.failWith(new UnsupportedOperationException("xoxb-1-secret"));
		assertThat(this.endpoint.order(Map.of("action", "flush")))
			.hasToString("{\"error\":\"The order failed with UnsupportedOperationException\",\"http\":500}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					                                    | 'action' is missing; there are: test, flush, mute, unmute, retry-rejected, doctor
					action=sing                         | 'action' is not known; there are: test, flush, mute, unmute, retry-rejected, doctor
					action=flush,destination=default    | 'flush' takes no 'destination'
					action=test,for=2h                  | 'test' takes no 'for'
					action=mute,for=2h                  | 'mute' takes either 'fingerprint' or 'logger'
					action=mute,fingerprint=a,logger=b,for=2h | 'mute' takes either 'fingerprint' or 'logger'
					action=unmute                       | 'unmute' takes either 'fingerprint' or 'logger'
					action=mute,logger=b                | 'for' is missing: a duration as 2h or PT2H, ten-times-more or next-version
					action=mute,logger=b,for=7200       | 'for' has no unit: a duration as 2h or PT2H, ten-times-more or next-version
					action=mute,logger=b,for=soon       | 'for' must be a duration as 2h or PT2H, ten-times-more or next-version; durations of 1 ms to 366 days
					action=mute,logger=b,for=-2h        | 'for' must be a duration as 2h or PT2H, ten-times-more or next-version; durations of 1 ms to 366 days
					action=mute,logger=b,for=0s         | 'for' must be a duration as 2h or PT2H, ten-times-more or next-version; durations of 1 ms to 366 days
					action=mute,logger=b,for=9000000d   | 'for' must be a duration as 2h or PT2H, ten-times-more or next-version; durations of 1 ms to 366 days
					action=mute,logger=b,for=99999999999999999999d | 'for' must be a duration as 2h or PT2H, ten-times-more or next-version; durations of 1 ms to 366 days
					""")
	void badInputIsOneClearSentence(String body, String sentence) {
		JsonNode answer = this.endpoint.order(parameters(body));
		assertThat(answer.at("/error").asString()).isEqualTo(sentence);
		assertThat(answer.at("/http").intValue()).isEqualTo(400);
		assertThat(this.control.orders()).isEmpty();
	}

	@Test
	void badInputIsAnInvalidRequestWhereThereIsNoWeb() {
		SlackLoggingEndpoint plain = new SlackLoggingEndpoint(this.view,
				new SlackLoggingEndpoint.Settings(Duration.ofSeconds(1), Duration.ofSeconds(1), true), () -> 0);
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> plain.order("", null, null, null, null))
			.withMessageStartingWith("'action' is missing");
	}

	@Test
	void textThatIsTooLongIsRefused() {
		JsonNode answer = this.endpoint.order(Map.of("action", "unmute", "logger", "a".repeat(201)));
		assertThat(answer.at("/error").asString()).isEqualTo("'logger' is longer than 200 characters");
	}

	private static RejectedMessage letter(String text) {
		return new RejectedMessage(SINCE, "default", "invalid_blocks", 3,
				new SlackMessage(text, null, null, null, null, null));
	}

	private static Map<String, String> parameters(@Nullable String body) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : (body != null) ? body.split(",") : new String[0]) {
			parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
		}
		return parameters;
	}

}
