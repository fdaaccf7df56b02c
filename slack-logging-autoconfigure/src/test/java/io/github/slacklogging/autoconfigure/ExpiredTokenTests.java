package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Pace;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Tick;
import io.github.slacklogging.credential.ConfiguredCredentials;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.SecretSource;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.relay.Relay;
import io.github.slacklogging.relay.Verdict;
import io.github.slacklogging.slack.WebClientSlackSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A token that rotates: file, sender and relay together. */
class ExpiredTokenTests {

	private static final Destination BOT = new Destination("default", Destination.Kind.BOT, "#alerts", "one");

	private static final SlackCall POST = new SlackCall.Post(new SlackMessage("text", null, null, null, null, null));

	private final SlackInbox inbox = SlackInbox.start();

	@TempDir
	private Path folder = Path.of("");

	private Tick now = new Tick(Instant.EPOCH, 0);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@BeforeEach
	void expire() throws IOException {
		Files.writeString(token(), this.inbox.botToken());
		this.inbox.enqueue(Reply.apiError("token_expired"));
	}

	@Test
	void freshTokenInItsFileIsTriedAtOnce() throws IOException {
		try (WebClientSlackSender sender = sender()) {
			Relay relay = relay(sender);
			Files.writeString(token(), "xoxb-old_test");
			SendResult expired = attempt(relay, sender);
			assertThat(expired).isEqualTo(new SendResult.CredentialRefused("200", "token_expired"));
			Files.writeString(token(), this.inbox.botToken());
			assertThat(judge(relay, expired)).isEqualTo(Verdict.AGAIN_AT_ONCE);
			this.now = this.now.plus(Duration.ofSeconds(1));
			SendResult accepted = attempt(relay, sender);
			assertThat(accepted).isInstanceOf(SendResult.Accepted.class);
			assertThat(judge(relay, accepted)).isEqualTo(Verdict.DELIVERED);
		}
	}

	@Test
	void tokenThatStaysExpiredStopsItsDestination() {
		try (WebClientSlackSender sender = sender()) {
			Relay relay = relay(sender);
			assertThat(judge(relay, attempt(relay, sender))).isEqualTo(Verdict.STOPPED);
			assertThat(relay.status("default").stoppedBy()).isEqualTo("token_expired");
		}
	}

	private SendResult attempt(Relay relay, WebClientSlackSender sender) {
		assertThat(relay.tryStart("default", Pace.POST, this.now)).isTrue();
		return sender.send(BOT, POST).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
	}

	private Verdict judge(Relay relay, SendResult result) {
		return relay.judge("default", Pace.POST, result, false, this.now);
	}

	private Path token() {
		return this.folder.resolve("token");
	}

	private WebClientSlackSender sender() {
		SecretSource source = SecretSource.file("slack.logging.bot-token-file", token(), SecretRule.botToken(false));
		return new WebClientSlackSender(
				new WebClientSlackSender.Settings(URI.create(this.inbox.apiUrl().toString()), Set.of(),
						Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMinutes(5), null, null, null),
				new ConfiguredCredentials(Map.of("default", source)), () -> this.now);
	}

	private static Relay relay(WebClientSlackSender sender) {
		return new Relay(
				new Relay.Settings(1, 1, Duration.ofSeconds(1), Duration.ofMinutes(1), 0, 0, 5, Duration.ofSeconds(30)),
				List.of(BOT), sender::renewCredential, new Random(7));
	}

}
