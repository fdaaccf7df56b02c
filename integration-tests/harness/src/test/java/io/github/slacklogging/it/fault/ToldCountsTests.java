package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.fault.ToldMessage.Form;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

/** On the same files that show people what messages look like. */
@TestInstance(Lifecycle.PER_METHOD)
class ToldCountsTests {

	private static final Path GOLDEN = Path.of("..", "..", "slack-logging-autoconfigure", "src", "test", "resources",
			"message");

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-plain", "a-exception-chain", "hostile", "reduced" })
	void singleFirstEventIsShownAndNothingElse(String file) throws Exception {
		ToldCounts counts = told(file);
		assertThat(counts.events()).isEqualTo(1);
		assertThat(counts.shown()).isEqualTo(1);
		assertThat(counts.folded()).isZero();
		assertThat(counts.summarised()).isZero();
		assertThat(counts.marked()).isZero();
	}

	@Test
	void firstMessageAboutSeveralEventsFoldsAllButOneAndIsMarked() throws Exception {
		ToldCounts counts = told("a-critical");
		assertThat(counts.byKind()).containsExactly(entry("OrderService", 12L));
		assertThat(counts.shown()).isEqualTo(1);
		assertThat(counts.folded()).isEqualTo(11);
		assertThat(counts.marked()).isEqualTo(12);
	}

	@Test
	void messageThatGoesOnTellsOfTheNewEventsOnly() throws Exception {
		ToldCounts counts = told("b-ongoing");
		assertThat(counts.messages()).singleElement().extracting(ToldMessage::form).isEqualTo(Form.ONGOING);
		assertThat(counts.byKind()).containsExactly(entry("SQLTransientConnectionException", 57L));
		assertThat(counts.shown()).isEqualTo(1);
		assertThat(counts.folded()).isEqualTo(56);
	}

	@Test
	void summaryTellsOfTheSumOfItsRows() throws Exception {
		ToldCounts counts = told("c-error-warn");
		assertThat(counts.events()).isEqualTo(1_310 + 57);
		assertThat(counts.shown()).isEqualTo(4);
		assertThat(counts.folded()).isEqualTo(1_310 + 57 - 4);
		assertThat(counts.summarised()).isZero();
		assertThat(counts.byKind()).containsEntry("Stock", 56L).containsEntry("Clock", 1L);
	}

	@Test
	void summaryCountsWhatItDoesNotShow() throws Exception {
		ToldCounts counts = told("c-remainder");
		assertThat(counts.events()).isEqualTo(1_322 + 57 + 7);
		assertThat(counts.summarised()).isEqualTo(12 + 7);
		assertThat(counts.marked()).isEqualTo(counts.events());
	}

	@Test
	void kindThatIsNamedInASummaryWithoutANewEventTellsOfNone() throws Exception {
		ToldCounts counts = told("c-states");
		assertThat(counts.events()).isEqualTo(15 + 56);
		assertThat(counts.shown()).isEqualTo(3);
		assertThat(counts.folded()).isEqualTo(15 + 56 - 3);
	}

	@Test
	void milestoneTellsOfTheNewEventsOnly() throws Exception {
		assertThat(told("b-milestone").byKind()).containsExactly(entry("SQLTransientConnectionException", 57L));
		assertThat(told("b-all-changes").byKind()).containsExactly(entry("SQLTransientConnectionException", 984L));
	}

	@Test
	void closingLineTellsOfWhatWasNotToldBefore() throws Exception {
		assertThat(told("d-quiet").byKind()).containsExactly(entry("SQLTransientConnectionException", 1_284L));
		ToldCounts counts = ToldCounts.of(List.of(post(golden("b-ongoing")), post(golden("d-quiet"))));
		assertThat(counts.events()).isEqualTo(1_284);
		assertThat(counts.messages()).extracting(ToldMessage::form).containsExactly(Form.ONGOING, Form.QUIET);
	}

	@Test
	void closingLineThatContradictsItselfIsRefused() throws Exception {
		InboxMessage wrong = post(golden("d-quiet").replace("1,284×", "1,283×"));
		assertThatThrownBy(() -> ToldMessage.of(wrong)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("something else");
	}

	@Test
	void bannerCountsWithoutKinds() throws Exception {
		ToldCounts counts = told("e-storm");
		assertThat(counts.summarised()).isEqualTo(41_233);
		assertThat(counts.shown()).isZero();
		assertThat(counts.byKind()).isEmpty();
	}

	@Test
	void bannerThatIsToldAgainTellsOfWhatIsNewInItsStorm() throws Exception {
		InboxMessage first = post(golden("e-storm").replace("1791799263", "1791799083"));
		assertThat(ToldCounts.of(List.of(first, post(golden("e-storm-over")))).summarised()).isEqualTo(99_120);
		InboxMessage another = post(golden("e-storm"));
		assertThat(ToldCounts.of(List.of(first, another)).summarised()).isEqualTo(2 * 41_233);
	}

	@Test
	void bannerThatDoesNotAddUpIsRefused() throws Exception {
		InboxMessage wrong = post(golden("e-storm").replace("×612 ·", "×613 ·"));
		assertThatThrownBy(() -> ToldMessage.of(wrong)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("do not add up");
	}

	@Test
	void numberOfAnEventIsReadFromItsTextAlone() throws Exception {
		InboxMessage message = post(golden("a-plain").replace("Order 4711 not found", "It broke, event-17"));
		assertThat(ToldMessage.of(message).kinds()).singleElement()
			.satisfies((kind) -> assertThat(kind.numbers()).containsExactly(17L));
	}

	@Test
	void eventThatIsShownAgainIsNoticedUnlessTheMessageSaysSo() throws Exception {
		String once = golden("a-plain").replace("Order 4711 not found", "It broke, event-17");
		String marked = once.replace("(prod): OrderService", "(prod), may be a repeat: OrderService");
		ToldMessage first = ToldMessage.of(post(once));
		ToldMessage repeat = ToldMessage.of(post(marked));
		assertThat(new ToldCounts(List.of(first, repeat)).shownAgainUnmarked()).isEmpty();
		assertThat(new ToldCounts(List.of(first, repeat)).marked()).isEqualTo(1);
		assertThat(new ToldCounts(List.of(first, first)).shownAgainUnmarked()).containsExactly(17L);
	}

	@Test
	void loggedTextThatLooksLikeACountIsNoCount() throws Exception {
		String lying = golden("a-plain").replace("Order 4711 not found",
				"x (y), 9 times, may be a repeat: ERROR (5 events)");
		ToldMessage told = ToldMessage.of(post(lying));
		assertThat(told.events()).isEqualTo(1);
		assertThat(told.mayBeRepeat()).isFalse();
	}

	@Test
	void noteAboutAGapTellsOfNoEvent() throws Exception {
		ToldMessage told = ToldMessage.of(
				post("""
						{"text": "orders-api (prod): Slack was not reachable. Folded meanwhile: 3 kinds, 41,233 events. Dropped: 0.",
						"blocks": [{"type": "section", "text": {"type": "mrkdwn",
						"text": ":satellite: *orders-api* · prod\\n*Slack was not reachable*"}}]}
						"""));
		assertThat(told.form()).isEqualTo(Form.NOTE);
		assertThat(told.events()).isZero();
	}

	@Test
	void summaryThatDoesNotAddUpIsRefused() throws Exception {
		InboxMessage wrong = post(golden("c-error-warn").replace("×26 ·", "×25 ·"));
		assertThatThrownBy(() -> ToldMessage.of(wrong)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("does not add up");
	}

	@Test
	void sentenceAndHeadlineThatDifferAreRefused() throws Exception {
		InboxMessage wrong = post(golden("a-critical").replace("×12", "×13"));
		assertThatThrownBy(() -> ToldMessage.of(wrong)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("counts differently");
	}

	@Test
	void textWithoutBlocksAboutSeveralEventsSaysNotEnough() throws Exception {
		InboxMessage bare = post(
				"{\"text\": \"ERROR in orders-api (prod), 1,284 times in 42 min: Stock: It is low.\"}");
		assertThatThrownBy(() -> ToldMessage.of(bare)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("how many of its events are new");
	}

	@Test
	void messageOfAnUnknownFormIsRefused() throws Exception {
		InboxMessage foreign = post("{\"text\": \"Hello.\"}");
		assertThatThrownBy(() -> ToldMessage.of(foreign)).isInstanceOf(AssertionError.class)
			.hasMessageContaining("Hello.");
	}

	private ToldCounts told(String file) throws Exception {
		return ToldCounts.of(List.of(post(golden(file))));
	}

	private static String golden(String file) throws IOException {
		return Files.readString(GOLDEN.resolve(file + ".json"));
	}

	private InboxMessage post(String payload) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.inbox.webhookUrl())
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(payload))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).body()).isEqualTo("ok");
		return this.inbox.takeMessage(Duration.ofSeconds(5));
	}

}
