package io.github.slacklogging.inbox.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.slacklogging.inbox.test.MessageColor.RED;
import static io.github.slacklogging.inbox.test.SlackInboxAssertions.assertThat;
import static io.github.slacklogging.inbox.test.SlackInboxAssertions.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What holds of an inbox, and how a failing test says what does not. Texts of failures
 * are compared as a whole: they are what a newcomer reads in a terminal. Written anew by
 * {@code -Dfailures.write=true}.
 */
@SlackInboxTest
class SlackInboxAssertTests {

	private static final ExpectedMessage PAYMENT = message().in("#oncall").withText("payment").withColor(RED);

	private final SlackInbox inbox;

	SlackInboxAssertTests(SlackInbox inbox) {
		this.inbox = inbox;
	}

	@Test
	void messageThatIsThereIsFoundByAllThatIsTrueOfIt() {
		sample("oncall", "first");
		assertThat(this.inbox).received(message())
			.received(message().in("oncall").withText("Order 4711 not found", "ERROR").withTextMatching("Order \\d+"))
			.received(message().withColor(RED).withSeverity(MessageSeverity.ERROR).withColor("FF0000"))
			.received(message().withField("Service", "orders-api").withField("Logger", "com.acme.orders.OrderService"))
			.received(message().from("orders-api").outsideOfThreads().edited(0).without("hunter2"))
			.received(message().that("with blocks", (message) -> message.blocksJson() != null))
			.receivedExactly(1)
			.refusedNothing();
	}

	@Test
	void messageThatIsStillToComeIsWaitedFor() {
		CompletableFuture<Void> waiting = CompletableFuture
			.runAsync(() -> assertThat(this.inbox).received(message().withText("late")));
		post("oncall", "early");
		post("oncall", "late");
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
	}

	@Test
	void whatBecomesOfAMessageIsSeen() {
		String ts = Posts.call(this.inbox, "chat.postMessage", "{\"channel\":\"oncall\",\"text\":\"A\"}");
		String channel = this.inbox.channelId("oncall");
		String at = "{\"channel\":\"" + channel + "\",";
		CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> assertThat(this.inbox)
			.received(message().withText("B").edited().edited(1).withReaction(":white_check_mark:").in("oncall")));
		Posts.call(this.inbox, "chat.update", at + "\"ts\":\"" + ts + "\",\"text\":\"B\"}");
		Posts.call(this.inbox, "reactions.add", at + "\"timestamp\":\"" + ts + "\",\"name\":\"white_check_mark\"}");
		Posts.call(this.inbox, "chat.postMessage", at + "\"thread_ts\":\"" + ts + "\",\"text\":\"the trace\"}");
		assertThat(waiting).succeedsWithin(Duration.ofSeconds(10));
		InboxMessage parent = assertThat(this.inbox).first(message().withText("B"));
		assertThat(this.inbox).received(message().withText("trace").inThreadOf(parent))
			.received(message().inThreadOf(message().withText("B").edited()))
			.notReceived(message().inThreadOf(message().withText("trace")))
			.receivedRequest("chat.update");
	}

	@Test
	void whatMustNotComeIsWatchedFor() {
		CompletableFuture<AssertionError> watching = CompletableFuture
			.supplyAsync(() -> failure(() -> assertThat(this.inbox).within(Duration.ofMinutes(1)).receivedNothing()));
		post("oncall", "x");
		assertThat(watching).succeedsWithin(Duration.ofSeconds(10))
			.satisfies((failure) -> assertThat(failure).hasMessageContaining("Expected not to receive a message"));
	}

	@Test
	void escapesOfSlackAreNoneOfTheTestsBusiness() {
		post("oncall", "a &lt;b&gt; &amp; c");
		assertThat(this.inbox).received(message().withText("a <b> & c"));
	}

	@Test
	void whatIsNotShownMustNotHoldASecretEither() {
		Posts.json(this.inbox.webhookUrl(),
				"{\"text\":\"x\",\"metadata\":{\"event_type\":\"e\",\"event_payload\":{\"password\":\"hunter2\"}}}");
		assertThat(this.inbox).within(Duration.ZERO).notReceived(message().without("hunter2"));
	}

	@ParameterizedTest
	@EnumSource
	void everySeverityHasItsColor(MessageSeverity severity) {
		Posts.json(this.inbox.webhookUrl(),
				"{\"attachments\":[{\"text\":\"x\",\"color\":\"" + severity.color().hex() + "\"}]}");
		assertThat(this.inbox).received(message().withSeverity(severity).withColor(severity.color()));
	}

	@Test
	void descriptionsAreImmutableAndReadAsASentence() {
		ExpectedMessage any = message();
		ExpectedMessage narrow = any.in("oncall").withText("a\nb").inThreadOf(message().withFile("log.txt")).edited(2);
		assertThat(any).hasToString("a message");
		assertThat(narrow).hasToString("a message in #oncall, with text \"a\\nb\""
				+ ", in the thread of (a message with file log.txt), edited twice");
	}

	@Test
	void failureWithoutAnyRequestAsksWhereTheyGo() throws IOException {
		assertThatFailure("nothing-arrived",
				() -> assertThat(this.inbox).within(Duration.ofMillis(5)).received(PAYMENT));
	}

	@Test
	void failureShowsTheNearestFirstAndWhatIsNotSoOfEach() throws IOException {
		post("general", "Good morning");
		sample("oncall", "first");
		post("oncall", "A payment of 12 &lt;EUR&gt;");
		sample("orders", "summary");
		assertThatFailure("nearest-first", () -> assertThat(this.inbox).within(Duration.ofMillis(5)).received(PAYMENT));
	}

	@Test
	void failureTellsAllThatCanBeWrongWithTheOnlyMessage() throws IOException {
		Posts.call(this.inbox, "chat.postMessage", "{\"channel\":\"oncall\",\"text\":\"A\"}");
		ExpectedMessage expected = message().withTextMatching("^B")
			.withSeverity(MessageSeverity.CRITICAL)
			.withField("Service", "orders")
			.inThreadOf(message().withText("B"))
			.edited(2)
			.withReaction("eyes")
			.withFile("stack-trace.txt")
			.pinned()
			.from("orders")
			.that("from the moon", (message) -> false);
		assertThatFailure("all-that-is-wrong",
				() -> assertThat(this.inbox).within(Duration.ofMillis(5)).received(expected));
	}

	@Test
	void failureTellsWhatWasRefused() throws IOException {
		sample("oncall", "refused");
		this.inbox.enqueue(Reply.serverError(503));
		post("oncall", "payment");
		assertThatFailure("refused", () -> assertThat(this.inbox).within(Duration.ofMillis(5)).received(PAYMENT));
		assertThatFailure("refused-nothing", () -> assertThat(this.inbox).refusedNothing());
	}

	@Test
	void failureOfACountShowsThoseThatAreThereAndThoseThatAreNear() throws IOException {
		post("oncall", "payment 1");
		post("oncall", "payment 2");
		post("orders", "payment 3");
		ExpectedMessage payment = message().in("oncall").withText("payment");
		assertThatFailure("too-many", () -> assertThat(this.inbox).receivedExactly(1, payment));
		assertThatFailure("too-few",
				() -> assertThat(this.inbox).within(Duration.ofMillis(5)).receivedExactly(3, payment));
	}

	@Test
	void failureShowsWhatShouldNotBeThereBehindTheNameOfTheAssertion() throws IOException {
		post("oncall", "password=hunter2");
		assertThatFailure("unwanted",
				() -> assertThat(this.inbox).as("no secrets").notReceived(message().withText("hunter2")));
	}

	@Test
	void zeroLooksOnlyOnce() {
		assertThatCode(() -> assertThat(this.inbox).within(Duration.ZERO).receivedNothing().receivedExactly(0))
			.doesNotThrowAnyException();
	}

	private void post(String channel, String text) {
		Posts.text(this.inbox.webhookUrl(channel), text);
	}

	private void sample(String channel, String name) {
		Posts.json(this.inbox.webhookUrl(channel), resource("/samples/" + name + ".json"));
	}

	private void assertThatFailure(String name, ThrowingCallable assertion) throws IOException {
		String said = String.valueOf(failure(assertion).getMessage())
			.replace(this.inbox.url().toString(), "http://localhost:8025/");
		if (Boolean.getBoolean("failures.write")) {
			Files.writeString(Path.of("src/test/resources/failures", name + ".txt"), said + "\n");
		}
		assertThat(said + "\n").isEqualTo(resource("/failures/" + name + ".txt"));
	}

	private static AssertionError failure(ThrowingCallable assertion) {
		return Objects.requireNonNull(catchThrowableOfType(AssertionError.class, assertion));
	}

	private static String resource(String name) {
		try (InputStream in = SlackInboxAssertTests.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
