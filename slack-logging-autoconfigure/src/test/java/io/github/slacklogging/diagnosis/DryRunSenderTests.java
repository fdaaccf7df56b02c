package io.github.slacklogging.diagnosis;

import java.util.Objects;

import ch.qos.logback.classic.Level;
import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.slack.SlackPayload;
import io.github.slacklogging.testing.HeardVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DryRunSenderTests {

	private static final Destination WEBHOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "a");

	private static final Destination BOT = new Destination("oncall", Destination.Kind.BOT, "#oncall", "b");

	private static final SlackMessage MESSAGE = new SlackMessage("Order 4711 failed",
			"[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*Order* 4711 failed\"}}]", null, null,
			null, null);

	private final HeardVoice voice = new HeardVoice(Voice.DRY_RUN);

	private final DryRunSender sender = new DryRunSender(SlackPayload::of);

	@AfterEach
	void deafen() {
		this.voice.close();
	}

	@Test
	void messageIsLoggedAsItWouldBeSent() {
		SendResult result = send(WEBHOOK, new SlackCall.Post(MESSAGE));
		assertThat(result).isEqualTo(new SendResult.Accepted("dry_run"));
		assertThat(this.voice.lines(Level.INFO)).singleElement().isEqualTo("""
				Dry run, not sent: a message for 'default' (webhook), 154 bytes, as Slack takes it
				{
				  "text": "Order 4711 failed",
				  "blocks": [
				    {
				      "type": "section",
				      "text": {
				        "type": "mrkdwn",
				        "text": "*Order* 4711 failed"
				      }
				    }
				  ],
				  "unfurl_links": false,
				  "unfurl_media": false
				}""");
	}

	@Test
	void botHearsWhereItsMessageWouldStandSoThatItCanBeEdited() {
		MessageRef first = placed(send(BOT, new SlackCall.Post(MESSAGE)));
		MessageRef second = placed(send(BOT, new SlackCall.Reply(first, MESSAGE, true)));
		assertThat(first.channel()).isEqualTo("#oncall");
		assertThat(second).isNotEqualTo(first);
		assertThat(placed(send(BOT, new SlackCall.Edit(first, MESSAGE)))).isEqualTo(first);
		assertThat(this.voice.lines()).extracting((line) -> line.lines().findFirst().orElseThrow())
			.containsExactly("Dry run, not sent: a message for 'oncall' (bot), 189 bytes, as Slack takes it",
					"Dry run, not sent: an answer in a thread for 'oncall' (bot), 236 bytes, as Slack takes it",
					"Dry run, not sent: an edit for 'oncall' (bot), 181 bytes, as Slack takes it");
	}

	@Test
	void fileIsShownWithItsText() {
		TextFile file = new TextFile("trace.txt", "Stack trace", "", "java.lang.IllegalStateException\n\tat a.B.c\n");
		send(BOT, new SlackCall.Attach(new MessageRef("#oncall", "dry-run.1"), file));
		assertThat(this.voice.lines()).singleElement()
			.asString()
			.contains("a file in a thread", "\"title\": \"Stack trace\"")
			.endsWith("}\njava.lang.IllegalStateException\n\tat a.B.c");
	}

	@Test
	void questionsAreAnsweredWithoutAWord() {
		assertThat(send(BOT, new SlackCall.Identify())).isEqualTo(new SendResult.Accepted("dry_run"));
		assertThat(send(BOT, new SlackCall.LookUp(new MessageRef("#oncall", "dry-run.1"))))
			.isEqualTo(new SendResult.Accepted("dry_run"));
		assertThat(this.voice.lines()).isEmpty();
	}

	@Test
	void messageThatSlackWouldRefuseIsRefusedAndSaysWhy() {
		SlackMessage empty = new SlackMessage(" ", "[{\"text\":{}}]", null, null, null, null);
		assertThat(send(WEBHOOK, new SlackCall.Post(empty)))
			.isEqualTo(new SendResult.PayloadRefused("dry_run", "dry_run_check"));
		assertThat(this.voice.lines(Level.WARN)).singleElement()
			.asString()
			.contains("which Slack would refuse: 'text' is empty, which phones and screen readers need; "
					+ "blocks[0] has no type");
	}

	@Test
	void appenderThatThrowsDoesNotReachTheWorker() {
		this.voice.choking();
		assertThat(send(WEBHOOK, new SlackCall.Post(MESSAGE))).isEqualTo(new SendResult.Accepted("dry_run"));
	}

	private SendResult send(Destination destination, SlackCall call) {
		return this.sender.send(destination, call).toCompletableFuture().join();
	}

	private static MessageRef placed(SendResult result) {
		return Objects.requireNonNull(((SendResult.Accepted) result).message());
	}

}
