package io.github.slacklogging.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.slacklogging.Destination;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.transport.HttpCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** The secrets stand nowhere, even where every logger tells all it knows. */
class SecrecyTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "one");

	private static final Destination BOT = new Destination("bot", Destination.Kind.BOT, "#inbox", "two");

	private static final String SECRET = "sesame_test";

	private static final MessageRef REF = new MessageRef("C1", "1.2");

	private static final SlackMessage TEXT = new SlackMessage("text", null, null, null, null, null);

	private final List<String> said = new ArrayList<>();

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			String thrown = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
					: "";
			note(event.getLevel() + " " + event.getLoggerName() + " " + event.getThreadName() + " "
					+ event.getFormattedMessage() + " " + thrown);
		}

	};

	@BeforeEach
	void listen() {
		this.listener.setContext(this.root.getLoggerContext());
		this.listener.start();
		this.root.addAppender(this.listener);
		this.root.setLevel(Level.TRACE);
	}

	@AfterEach
	void restore() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.listener);
	}

	@Test
	void noLogResultOrDescriptionHoldsASecret() {
		try (SlackInbox inbox = SlackInbox.start()) {
			WebClientSlackSender sender = sender(inbox);
			for (Reply reply : List.of(Reply.ok(), Reply.webhookError(403, "invalid_token"), Reply.html(300_000),
					Reply.closeWithoutAnswer(), Reply.cut(), Reply.hang(), Reply.redirect(inbox.webhookUrl(SECRET)),
					Reply.status(403, inbox.webhookUrl(SECRET).toString()))) {
				inbox.enqueue(reply);
				send(sender, HOOK);
				inbox.enqueue(reply);
				send(sender, BOT);
			}
			inbox.close();
			send(sender, HOOK);
			sender.close();
			note(new HttpCall("POST", inbox.webhookUrl(SECRET), Secret.of("Bearer " + SECRET), HttpCall.Content.NONE)
				.toString());
		}
		assertSecretsAreKept();
	}

	@Test
	void noAddressThatSlackGaveForAFileIsTold() {
		try (SlackInbox inbox = SlackInbox.start()) {
			WebClientSlackSender sender = sender(inbox);
			for (String url : List.of(inbox.url() + "upload/" + SECRET, "https://foreign.invalid/" + SECRET,
					"http://localhost:1/" + SECRET, "http://localhost/ " + SECRET, SECRET)) {
				for (Reply reply : List.of(Reply.ok(), Reply.status(200, "OK - 5"), Reply.status(404, url),
						Reply.redirect(inbox.webhookUrl(SECRET)), Reply.closeWithoutAnswer(), Reply.hang())) {
					inbox.enqueue(Reply.status(200, ticket(url)));
					inbox.enqueue(reply);
					send(sender, BOT, new SlackCall.Attach(REF, new TextFile("trace.txt", "Trace", "", "trace")));
					inbox.answerNormally();
				}
			}
			note(AnswerJson.read(ticket(SECRET)).toString());
			note(Outcome.of(new SendResult.Accepted("200")).toString());
		}
		assertSecretsAreKept();
	}

	@Test
	void noCallOfABotTellsItsToken() {
		try (SlackInbox inbox = SlackInbox.start()) {
			WebClientSlackSender sender = sender(inbox);
			for (Reply reply : List.of(Reply.ok(), Reply.apiError("token_expired"), Reply.closeWithoutAnswer(),
					Reply.status(200, "{\"ok\":false,\"error\":\"" + SECRET + " " + SECRET + "\"}"))) {
				for (SlackCall call : List.of(new SlackCall.Reply(REF, TEXT, true), new SlackCall.Edit(REF, TEXT),
						new SlackCall.React(REF, "eyes", true), new SlackCall.LookUp(REF), new SlackCall.Identify())) {
					inbox.enqueue(reply);
					send(sender, BOT, call);
				}
			}
		}
		assertSecretsAreKept();
	}

	private void assertSecretsAreKept() {
		// The debug log of WebClient was on: it is what would have told.
		assertThat(snapshot()).anyMatch((line) -> line.contains("ExchangeFunctions") && line.contains("HTTP POST"));
		assertThat(snapshot())
			// The inbox's server, the other side, may say what it was asked.
			.filteredOn((line) -> !line.contains("com.sun.net.httpserver"))
			.noneMatch((line) -> line.contains(SECRET));
	}

	@Test
	void errorsAfterTheEndAreNotLogged() {
		try (SlackInbox inbox = SlackInbox.start()) {
			WebClientSlackSender sender = sender(inbox);
			for (int i = 0; i < 10; i++) {
				inbox.enqueue((i % 2 == 0) ? Reply.hang() : Reply.drip(Duration.ofMillis(150)));
				send(sender, HOOK);
			}
			sender.close();
		}
		assertThat(snapshot()).noneMatch((line) -> line.startsWith("ERROR") || line.startsWith("WARN"));
	}

	private WebClientSlackSender sender(SlackInbox inbox) {
		return new WebClientSlackSender(
				new WebClientSlackSender.Settings(URI.create(inbox.apiUrl().toString()), Set.of(),
						Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofMinutes(5), null, null, null),
				(destination) -> Secret.of(destination.equals("bot") ? SECRET : inbox.webhookUrl(SECRET).toString()),
				() -> new Tick(Instant.EPOCH, System.nanoTime()));
	}

	private static String ticket(String url) {
		return "{\"ok\":true,\"upload_url\":\"" + url + "\",\"file_id\":\"F1\"}";
	}

	private void send(WebClientSlackSender sender, Destination destination) {
		send(sender, destination, new SlackCall.Post(TEXT));
	}

	private void send(WebClientSlackSender sender, Destination destination, SlackCall call) {
		SendResult result = sender.send(destination, call).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
		note(result.toString());
	}

	private void note(String line) {
		synchronized (this.said) {
			this.said.add(line);
		}
	}

	private List<String> snapshot() {
		synchronized (this.said) {
			return List.copyOf(this.said);
		}
	}

}
