package io.github.slacklogging.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackSender;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.SlackSenderContract;
import org.junit.jupiter.api.AfterEach;

/** The real one, with a webhook and a bot of the inbox. */
class WebClientSlackSenderContractTests extends SlackSenderContract {

	private final SlackInbox inbox = SlackInbox.start();

	private final WebClientSlackSender sender = new WebClientSlackSender(
			new WebClientSlackSender.Settings(URI.create(this.inbox.apiUrl().toString()), Set.of(),
					Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(5), null, null, null),
			(destination) -> Secret
				.of(destination.equals("bot") ? this.inbox.botToken() : this.inbox.webhookUrl().toString()),
			() -> new Tick(Instant.now(), System.nanoTime()));

	@AfterEach
	void close() {
		this.sender.close();
		this.inbox.close();
	}

	@Override
	protected SlackSender sender() {
		return this.sender;
	}

	@Override
	protected void silence() {
		this.inbox.answerAlways(Reply.hang());
	}

	@Override
	protected void expectLookUp(MessageRef target) {
		this.inbox.enqueue(Reply.status(200, "{\"ok\":true,\"channel\":\"" + target.channel()
				+ "\",\"permalink\":\"https://acme.slack.com/archives/1\"}"));
	}

}
