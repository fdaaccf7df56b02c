package io.github.slacklogging.it.secrecy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that run with a secret, while Slack, the network or a bean of theirs does
 * not do what it should.
 */
@TestInstance(Lifecycle.PER_METHOD)
class RunningApplicationTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final String TOKEN = "xoxb-1-markedsecret";

	private final SlackInbox inbox = SlackInbox.start();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whateverSlackAnswersTheSecretIsTheSecret(boolean redirects, @TempDir Path folder) {
		URI hook = this.inbox.webhookUrl("markedsecret");
		this.inbox.issueToken(TOKEN);
		List.of(Reply.serverError(503), Reply.status(500, hook.toString()),
				Reply.status(200, "{\"ok\":false,\"error\":\"" + TOKEN + "\"}"), Reply.garbage(), Reply.html(300_000),
				Reply.cut(), Reply.closeWithoutAnswer(), Reply.webhookError(400, "invalid_payload"),
				Reply.webhookError(400, "invalid_payload"))
			.forEach(this::answer);
		MarkedProbe marked = new MarkedProbe(folder).withActuator()
			.variable("SLACK_WEBHOOK_URL", hook.toString())
			.set("slack.logging.destinations.bot.bot-token-file=" + new MarkedProbe(folder).secretFile(TOKEN + "\n"))
			.set("slack.logging.destinations.bot.channel=#alerts")
			.set("slack.logging.api-url=" + this.inbox.apiUrl())
			.set("slack.logging.routes[0].to=default,bot");
		try (DrivenProbe probe = marked.start().awaitStart()) {
			probe.log(60, 10);
			probe.await("all is told or rejected", (books) -> books.accepted() == 120 && books.waiting() == 0);
			answer(redirects ? Reply.redirect(hook) : Reply.status(403, hook.toString()));
			this.inbox.revoke();
			probe.log(10, 10);
			probe.await("both are refused",
					(books) -> !books.stoppedBy("default").isEmpty() && !books.stoppedBy("bot").isEmpty());
			// for the fallback file
			probe.log(10, 10);
			probe.await("all of it waits", (books) -> books.accepted() == 160);
			SecretHunt hunt = hunt(probe, marked);
			assertThat(hunt.at("stdout")).contains("jdk.httpclient.HttpClient");
			assertThat(hunt.places()).anyMatch((place) -> place.contains("rejected"))
				.anyMatch((place) -> place.endsWith(".groups"))
				.contains("file fallback.log", "file application.log");
			hunt.assertFoundNowhere();
		}
	}

	private void answer(Reply reply) {
		this.inbox.enqueueFor("markedsecret", reply);
		this.inbox.enqueue(Calls.of("chat.postMessage"), reply);
	}

	@Test
	void secretThatAJobTellsLeavesTheApplicationNowhere(@TempDir Path folder) {
		MarkedProbe marked = new MarkedProbe(folder).variable("SLACK_WEBHOOK_URL",
				this.inbox.webhookUrl("jobs").toString());
		try (DrivenProbe probe = marked.start().awaitStart()) {
			probe.failJob("password=xoxb-2-markedsecret " + TOKEN);
			probe.await("it is told", (books) -> books.accepted() == 1 && books.waiting() == 0);
			this.inbox.answerAlways(Reply.serverError(503));
			probe.failJob(TOKEN);
			probe.await("it waits", (books) -> books.accepted() == 2 && books.waiting() == 1);
			EndedProbe ended = probe.end();
			SecretHunt hunt = new SecretHunt().text("stdout", ended.out())
				.text("stderr", ended.err())
				.text("requests", this.inbox.requests().toString())
				.folder(marked.written());
			assertThat(this.inbox.messages()).singleElement().asString().contains("import", "failed");
			assertThat(hunt.places()).anyMatch((place) -> place.endsWith(".groups"));
			hunt.assertFoundNowhere();
		}
	}

	@Test
	void placesThatCannotBeReachedAreToldWithoutTheSecret(@TempDir Path folder) throws IOException {
		String path = "/services/T000/B000/markedsecret";
		ServerSocket speechless = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		MarkedProbe marked = new MarkedProbe(folder).withActuator()
			.variable("SLACK_WEBHOOK_URL", "https://slack.invalid" + path)
			.set("slack.logging.allowed-hosts=slack.invalid")
			.set("slack.logging.destinations.refused.webhook-url=http://localhost:1" + path)
			.set("slack.logging.destinations.tls.webhook-url=https://localhost:" + speechless.getLocalPort() + path)
			.set("slack.logging.routes[0].to=default,refused,tls");
		Thread speaker = new Thread(() -> speakNoTls(speechless), "no-tls");
		speaker.setDaemon(true);
		speaker.start();
		try (speechless; DrivenProbe probe = marked.start().awaitStart()) {
			probe.log(10, 3);
			probe.await("all of them failed", (books) -> books.accepted() == 30 && books.waiting() == 30);
			probe.await("each was tried",
					(books) -> List.of("unknown host", "connection refused", "TLS failed")
						.stream()
						.allMatch(books.toString()::contains));
			hunt(probe, marked).assertFoundNowhere();
		}
	}

	private static void speakNoTls(ServerSocket server) {
		while (!server.isClosed()) {
			try (Socket client = server.accept()) {
				client.getOutputStream().write("I speak no TLS\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				// the end, or a client that went away
			}
		}
	}

	@Test
	void configurationThatIsWrongAndMayNotStopTheStartIsHiddenToo(@TempDir Path folder) {
		MarkedProbe marked = new MarkedProbe(folder).withActuator()
			.variable("SLACK_BOT_TOKEN", "markedsecret")
			.variable("SLACK_LOGGING_WEBHOOKURL", "hxxps://markedsecret")
			.set("slack.logging.destinations.oncall.webhook-url=hooks.slack.com/markedsecret")
			.set("slack.logging.level=xoxb-1-markedsecret")
			.set("spring.task.execution.thread-name-prefix=xoxb-1-markedsecret")
			.set("slack.logging.fail-on-invalid-configuration=false");
		try (DrivenProbe probe = marked.start().awaitStart()) {
			SecretHunt hunt = huntInside(probe, marked);
			EndedProbe ended = end(probe);
			assertThat(ended.err()).contains("the configuration is not valid");
			hunt.text("stdout", ended.out()).text("stderr", ended.err()).assertFoundNowhere();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "throws", "error", "foreign", "blank", "is", "knows nothing" })
	void beanThatDealsBadlyWithASecretIsToldWithoutIt(String habit, @TempDir Path folder) {
		MarkedProbe marked = new MarkedProbe(folder).set("slack.logging.webhook-url=from-bean")
			.variable("PROBE_SECRET",
					habit.equals("is") ? "http://localhost:1/services/T000/B000/markedsecret" : "markedsecret")
			.set("probe.credentials=" + habit);
		try (DrivenProbe probe = marked.start().awaitStart()) {
			probe.log(10, 3);
			probe.await("all waits", (books) -> books.accepted() == 10 && books.waiting() == 10);
			Path disclosed = marked.written().resolve("disclosed.txt");
			assertThat(probe.disclose(disclosed)).isGreaterThan(100);
			EndedProbe ended = probe.end();
			assertThat(ended.linesWith("slack-logging: ")).isPositive();
			new SecretHunt().folder(marked.written()).text("stdout", ended.out()).assertFoundNowhere();
		}
	}

	/** Looks everywhere, and ends the application. */
	static SecretHunt hunt(DrivenProbe probe, MarkedProbe marked) {
		SecretHunt hunt = huntInside(probe, marked);
		EndedProbe ended = end(probe);
		assertThat(ended.linesWith("TRACE")).isPositive();
		return hunt.text("stdout", ended.out()).text("stderr", ended.err()).folder(marked.written());
	}

	private static SecretHunt huntInside(DrivenProbe probe, MarkedProbe marked) {
		Matcher port = PORT.matcher(probe.toString());
		assertThat(port.find()).isTrue();
		URI actuator = URI.create("http://localhost:" + port.group(1) + "/actuator");
		SecretHunt hunt = new SecretHunt().actuator(actuator).order(actuator, "test").order(actuator, "doctor");
		assertThat(hunt.places()).contains("/env", "/configprops", "/beans", "/health", "/loggers", "/threaddump",
				"/info", "/conditions", "/mappings", "/scheduledtasks", "/metrics", "/slacklogging");
		assertThat(hunt.at("/env")).as("what it shows").contains("\"TRACE\"");
		assertThat(probe.disclose(marked.written().resolve("disclosed.txt"))).isGreaterThan(500);
		return hunt;
	}

	/** A server keeps its JVM alive. */
	private static EndedProbe end(DrivenProbe probe) {
		probe.closeContext();
		return probe.end();
	}

}
