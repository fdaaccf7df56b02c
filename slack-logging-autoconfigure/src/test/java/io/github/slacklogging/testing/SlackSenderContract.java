package io.github.slacklogging.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What every sender does, with a webhook and as a bot. */
public abstract class SlackSenderContract {

	protected static final Destination HOOK = new Destination("hook", Destination.Kind.WEBHOOK, null, "one");

	protected static final Destination BOT = new Destination("bot", Destination.Kind.BOT, "#alerts", "two");

	private static final SlackMessage MESSAGE = new SlackMessage("Order 4711 not found", "[{\"type\":\"divider\"}]",
			null, null, null, null);

	private static final MessageRef UNKNOWN = new MessageRef("C000INBOX001", "1.000001");

	private static final TextFile FILE = new TextFile("trace.txt", "Stack trace", "", "at com.acme.Orders.find");

	/** The sender, before a Slack that takes what it is asked for. */
	protected abstract SlackSender sender();

	/** From now on Slack does not answer. */
	protected abstract void silence();

	/** Slack will be asked for the address of a message next. */
	protected abstract void expectLookUp(MessageRef target);

	@Test
	void webhookTakesAMessageAndSaysNoMore() {
		assertThat(send(HOOK, new SlackCall.Post(MESSAGE))).isEqualTo(new SendResult.Accepted("200"));
	}

	@ParameterizedTest
	@MethodSource("beyondWebhooks")
	void webhookRefusesWhatItCannot(SlackCall call, String method) {
		assertThat(send(HOOK, call)).isEqualTo(new SendResult.FeatureRefused("none", method, "webhook"));
	}

	static Stream<Arguments> beyondWebhooks() {
		return Stream.of(Arguments.of(new SlackCall.Reply(UNKNOWN, MESSAGE, false), "chat.postMessage"),
				Arguments.of(new SlackCall.Edit(UNKNOWN, MESSAGE), "chat.update"),
				Arguments.of(new SlackCall.Attach(UNKNOWN, FILE), "files.getUploadURLExternal"),
				Arguments.of(new SlackCall.React(UNKNOWN, "eyes", true), "reactions.add"),
				Arguments.of(new SlackCall.React(UNKNOWN, "eyes", false), "reactions.remove"),
				Arguments.of(new SlackCall.LookUp(UNKNOWN), "chat.getPermalink"),
				Arguments.of(new SlackCall.Identify(), "auth.test"));
	}

	@Test
	void botTellsWhereItsMessageStands() {
		MessageRef first = posted();
		MessageRef second = posted();
		assertThat(first.channel()).isEqualTo(second.channel()).matches("C[A-Z0-9]+");
		assertThat(second.ts()).matches("\\d{10}\\.\\d{6}").isGreaterThan(first.ts());
	}

	@Test
	void messageOfABotCanBeChangedAgainAndAgain() {
		MessageRef ref = posted();
		for (SlackMessage form : List.of(MESSAGE, MESSAGE.reduced(), MESSAGE)) {
			assertThat(send(BOT, new SlackCall.Edit(ref, form))).isEqualTo(new SendResult.Accepted("200", ref, null));
		}
	}

	@Test
	void messageOfABotCanBeAnswered() {
		MessageRef ref = posted();
		MessageRef reply = message(send(BOT, new SlackCall.Reply(ref, MESSAGE, false)));
		assertThat(reply.channel()).isEqualTo(ref.channel());
		assertThat(reply.ts()).isGreaterThan(ref.ts());
		assertThat(send(BOT, new SlackCall.Attach(ref, FILE))).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void messageOfABotHasAnAddress() {
		MessageRef ref = posted();
		expectLookUp(ref);
		SendResult found = send(BOT, new SlackCall.LookUp(ref));
		assertThat(found).isInstanceOf(SendResult.Accepted.class);
		assertThat(((SendResult.Accepted) found).link()).startsWith("http");
	}

	@Test
	void botKnowsWhoItIs() {
		assertThat(send(BOT, new SlackCall.Identify())).isEqualTo(new SendResult.Accepted("200"));
	}

	@Test
	void manyCallsAtOnceAreAllAnswered() {
		SlackSender sender = sender();
		List<CompletionStage<SendResult>> sent = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			calls().forEach((call) -> {
				sent.add(sender.send(HOOK, call));
				sent.add(sender.send(BOT, call));
			});
		}
		assertThat(sent).allSatisfy((stage) -> assertThat(await(stage).status()).isNotBlank());
	}

	@Test
	void silentSlackHoldsNobodyUp() {
		SlackSender sender = sender();
		silence();
		for (Destination destination : List.of(HOOK, BOT)) {
			CompletionStage<SendResult> waiting = assertTimeoutPreemptively(Duration.ofSeconds(20),
					() -> sender.send(destination, new SlackCall.Post(MESSAGE)));
			assertThat(waiting.toCompletableFuture()).isNotDone();
		}
	}

	@Test
	void closedSenderStillAnswers() {
		SlackSender sender = sender();
		sender.close();
		sender.close();
		for (SlackCall call : calls()) {
			assertThat(send(HOOK, call).status()).isNotBlank();
			assertThat(send(BOT, call).status()).isNotBlank();
		}
	}

	private static List<SlackCall> calls() {
		return List.of(new SlackCall.Post(MESSAGE), new SlackCall.Post(MESSAGE.reduced()),
				new SlackCall.Reply(UNKNOWN, MESSAGE, true), new SlackCall.Edit(UNKNOWN, MESSAGE),
				new SlackCall.Attach(UNKNOWN, FILE), new SlackCall.React(UNKNOWN, "eyes", true),
				new SlackCall.React(UNKNOWN, "eyes", false), new SlackCall.LookUp(UNKNOWN), new SlackCall.Identify());
	}

	private MessageRef posted() {
		return message(send(BOT, new SlackCall.Post(MESSAGE)));
	}

	private static MessageRef message(SendResult result) {
		assertThat(result).isInstanceOf(SendResult.Accepted.class);
		return Objects.requireNonNull(((SendResult.Accepted) result).message());
	}

	private SendResult send(Destination destination, SlackCall call) {
		return await(sender().send(destination, call));
	}

	private static SendResult await(CompletionStage<SendResult> sent) {
		return sent.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
	}

}
