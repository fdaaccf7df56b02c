package io.github.slacklogging.slack;

import java.lang.management.ManagementFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.net.ssl.SSLParameters;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.slacklogging.Destination;
import io.github.slacklogging.Secret;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.SocketServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of connections and threads; the clock is moved, the network is real. */
class ConnectionLifeTests {

	private static final Destination HOOK = new Destination("default", Destination.Kind.WEBHOOK, null, "one");

	private static final SlackMessage MESSAGE = new SlackMessage("text", null, null, null, null, null);

	private static final SendResult ACCEPTED = new SendResult.Accepted("200");

	private static final Duration IDLE = Duration.ofSeconds(61);

	private static final String POST = "POST /services/T000/B000/secret_test HTTP/1.1";

	private Tick now = new Tick(Instant.EPOCH, 0);

	private URI hook = URI.create("http://localhost/");

	private final WebClientSlackSender sender = new WebClientSlackSender(
			new WebClientSlackSender.Settings(URI.create("https://slack.com/api/"), Set.of(), Duration.ofSeconds(5),
					Duration.ofSeconds(3), Duration.ofMinutes(5), null, null, null),
			(destination) -> Secret.of(this.hook.toString()), () -> this.now);

	@AfterEach
	void close() {
		this.sender.close();
	}

	@Test
	void connectionIsKeptBetweenMessages() {
		try (SocketServer server = SocketServer.start((number, request) -> SocketServer.answer("200 OK", "ok"))) {
			sendTo(server);
			pass(Duration.ofSeconds(30));
			sendTo(server);
			assertThat(server.requests()).containsExactly("1 " + POST, "1 " + POST);
		}
	}

	@Test
	void connectionThatDiedSilentlyCostsNoAlertAndNoRepeat() {
		boolean[] dead = { false };
		try (SocketServer server = SocketServer.start((number, request) -> (number == 1 && dead[0])
				? SocketServer.SILENCE : SocketServer.answer("200 OK", request.startsWith("POST") ? "ok" : ""))) {
			sendTo(server);
			dead[0] = true;
			pass(IDLE);
			sendTo(server);
			assertThat(server.requests().stream().filter((request) -> request.contains("POST")))
				.containsExactly("1 " + POST, "2 " + POST);
		}
	}

	@Test
	void connectionThatWasClosedWhileIdleCostsNoAlert() {
		try (SocketServer server = SocketServer
			.start((number, request) -> SocketServer.answer("200 OK", request.startsWith("POST") ? "ok" : ""))) {
			sendTo(server);
			server.closeConnections();
			pass(IDLE);
			sendTo(server);
			assertThat(server.requests().stream().filter((request) -> request.contains("POST"))).hasSize(2);
		}
	}

	@Test
	void endlessAnswerIsNotReadToItsEnd() {
		String endless = "HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n" + "x".repeat(100_000);
		try (SocketServer server = SocketServer.start((number, request) -> endless)) {
			this.hook = server.url();
			assertThat(send()).isEqualTo(new SendResult.Unclear("200", "unexpected_answer"));
		}
	}

	@Test
	void rehearsedSenderIsAnsweredByNobodyElseAndLeavesNoThread() throws IOException {
		Set<Thread> before = threads("");
		try (SlackInbox inbox = SlackInbox.start()) {
			WebClientSlackSender.Settings settings = new WebClientSlackSender.Settings(inbox.apiUrl(), Set.of(),
					Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMinutes(5), null, null, null);
			try (WebClientSlackSender rehearsed = WebClientSlackSender.rehearsed(settings, () -> this.now)) {
				for (Destination.Kind kind : Destination.Kind.values()) {
					Destination somewhere = new Destination("default", kind, "#alerts", "key");
					assertThat(rehearsed.send(somewhere, new SlackCall.Post(MESSAGE)).toCompletableFuture().join())
						.isInstanceOf((kind == Destination.Kind.WEBHOOK) ? SendResult.Accepted.class
								: SendResult.Unclear.class);
				}
				assertThat(threads("HttpClient-")).isNotEmpty();
			}
			assertThat(inbox.requests()).isEmpty();
		}
		Awaitility.await().untilAsserted(() -> {
			assertThat(before).containsAll(threads("HttpClient-"));
			assertThat(before).containsAll(ownThreads());
		});
	}

	@Test
	void rehearsalLeavesTheParametersOfRealConnectionsAsTheyAre() throws IOException {
		SSLParameters given = new SSLParameters();
		WebClientSlackSender.Settings settings = new WebClientSlackSender.Settings(URI.create("https://slack.com/api/"),
				Set.of(), Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMinutes(5), null, null, given);
		try (WebClientSlackSender rehearsed = WebClientSlackSender.rehearsed(settings, () -> this.now)) {
			assertThat(rehearsed.send(HOOK, new SlackCall.Post(MESSAGE)).toCompletableFuture().join())
				.isEqualTo(ACCEPTED);
		}
		assertThat(given.getProtocols()).isNull();
	}

	@Test
	void senderThatSendsNothingHasNoThread() {
		Set<Thread> before = threads("");
		new WebClientSlackSender(
				new WebClientSlackSender.Settings(URI.create("https://slack.com/api/"), Set.of(), Duration.ofSeconds(5),
						Duration.ofSeconds(3), Duration.ofMinutes(5), null, null, null),
				(destination) -> Secret.of("https://hooks.slack.com/"), () -> this.now);
		assertThat(threads("HttpClient-")).isSubsetOf(before);
		assertThat(ownThreads()).isSubsetOf(before);
	}

	@Test
	void senderThatGetsReadyConnectsToNobodyAndSendsWithTheClientThatItMade() {
		Set<Thread> before = threads("HttpClient-");
		try (SocketServer server = SocketServer.start((number, request) -> SocketServer.answer("200 OK", "ok"))) {
			this.hook = server.url();
			this.sender.getReady();
			Awaitility.await().until(() -> made(before) == 1);
			assertThat(server.requests()).isEmpty();
			this.sender.getReady();
			assertThat(send()).isEqualTo(ACCEPTED);
			assertThat(made(before)).isOne();
		}
	}

	@Test
	void senderThatIsClosedDoesNotGetReady() {
		Set<Thread> before = ownThreads();
		Set<Thread> clients = threads("HttpClient-");
		this.sender.close();
		this.sender.getReady();
		// senders of other tests may still be cleaning up
		Awaitility.await().untilAsserted(() -> assertThat(ownThreads()).isSubsetOf(before));
		assertThat(made(clients)).isZero();
	}

	private static long made(Set<Thread> before) {
		return threads("HttpClient-").stream().filter((thread) -> !before.contains(thread)).count();
	}

	@Test
	void ourThreadsAreDaemonsAndEndWithTheSender() {
		try (SlackInbox inbox = SlackInbox.start()) {
			this.hook = inbox.webhookUrl();
			Set<Thread> others = ownThreads();
			send();
			Set<Thread> threads = ownThreads();
			threads.removeAll(others);
			assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
			this.sender.close();
			Awaitility.await().until(() -> threads.stream().noneMatch(Thread::isAlive));
		}
	}

	@Test
	void twoHundredIdleRoundsLeaveThreadsAndDescriptorsFlat() {
		try (SocketServer server = SocketServer.start((number, request) -> SocketServer.answer("200 OK", "ok"))) {
			rounds(server, 20);
			long threads = clientThreads();
			long descriptors = descriptors();
			rounds(server, 200);
			Awaitility.await().untilAsserted(() -> {
				assertThat(clientThreads()).isLessThanOrEqualTo(Math.max(threads + 2, 6L));
				assertThat(descriptors()).isLessThanOrEqualTo(descriptors + 10);
			});
			assertThat(server.requests().stream().filter((request) -> request.contains("POST"))).hasSize(220);
		}
	}

	@Test
	void hungExchangesHoldNoThread() {
		try (SlackInbox inbox = SlackInbox.start()) {
			this.hook = inbox.webhookUrl();
			inbox.answerAlways(Reply.hang());
			for (int i = 0; i < 20; i++) {
				CompletionStage<SendResult> hung = this.sender.send(HOOK, new SlackCall.Post(MESSAGE));
				assertThat(hung.toCompletableFuture()).isNotDone();
			}
			Awaitility.await().until(() -> inbox.requests().size() == 20);
			Awaitility.await().until(() -> ownThreads().stream().allMatch(ConnectionLifeTests::isIdle));
		}
	}

	private void rounds(SocketServer server, int count) {
		for (int i = 0; i < count; i++) {
			pass(IDLE);
			sendTo(server);
		}
	}

	private void sendTo(SocketServer server) {
		this.hook = server.url();
		assertThat(send()).isEqualTo(ACCEPTED);
	}

	private SendResult send() {
		return this.sender.send(HOOK, new SlackCall.Post(MESSAGE))
			.toCompletableFuture()
			.orTimeout(30, TimeUnit.SECONDS)
			.join();
	}

	private void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	// An idle thread of a pool waits for a task, a held one for something else.
	private static boolean isIdle(Thread thread) {
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getMethodName().equals("getTask"));
	}

	private static long clientThreads() {
		return (long) ownThreads().size() + threads("HttpClient-").size();
	}

	private static Set<Thread> ownThreads() {
		return threads("slack-logging-http");
	}

	private static Set<Thread> threads(String prefix) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(prefix))
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static long descriptors() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? unix.getOpenFileDescriptorCount() : 0;
	}

}
