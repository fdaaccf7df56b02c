package io.github.slacklogging.transport;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionsTests {

	private static final Duration SECONDS = Duration.ofSeconds(5);

	private static final String OWN = "slack-logging-connections-test";

	private final Connections connections = new Connections(
			new HttpTransport.Settings(SECONDS, SECONDS, SECONDS, null, null, null, 100, OWN, "slack.logging.http"),
			null);

	@Test
	void clientThatWasOrderedBeforeTheEndIsNotMadeAfterIt() {
		Set<Thread> before = threads("HttpClient-");
		// whoever makes it waits for the same lock
		synchronized (this.connections) {
			this.connections.getReady(0);
			this.connections.close();
		}
		Awaitility.await().until(() -> threads(OWN).isEmpty());
		assertThat(threads("HttpClient-")).isSubsetOf(before);
	}

	private static Set<Thread> threads(String beginning) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith(beginning))
			.collect(Collectors.toSet());
	}

}
