package io.github.slacklogging.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.testing.SocketServer;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinkCheckTests {

	private final HttpTransport transport = new HttpTransport(
			new HttpTransport.Settings(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofMinutes(1), null, null,
					null, 1024, "slack-logging-doctor-http", "slack.logging.http"));

	@AfterEach
	void close() {
		this.transport.close();
	}

	@Test
	void hostIsAskedForItsFrontPageAndMaySendToALogin() {
		try (SocketServer server = SocketServer
			.start((number, request) -> SocketServer.answer("302 Found\r\nLocation: /login", ""))) {
			URI link = URI.create("http://localhost:" + server.port() + "/app/discover?id=doctor0000000-1");
			assertThat(examine(link)).extracting(Finding::outcome).containsExactly(Outcome.OK, Outcome.OK);
			assertThat(server.requests()).containsExactly("1 GET / HTTP/1.1");
		}
	}

	@Test
	void hostThatDoesNotAnswerIsAWarningOnly() {
		List<Finding> findings = examine(URI.create("http://localhost:1/app"));
		assertThat(findings).extracting(Finding::outcome).containsExactly(Outcome.OK, Outcome.WARNING);
		assertThat(findings.get(1).detail()).isEqualTo("localhost does not answer this machine: connection refused");
	}

	@Test
	void addressThatIsTooLongFails() {
		assertThat(examine(URI.create("http://localhost:1/" + "x".repeat(2000))).get(0).outcome())
			.isEqualTo(Outcome.FAILED);
	}

	@Test
	void noLinkForTheSampleIsAWarning() {
		assertThat(examine(null)).singleElement().extracting(Finding::outcome).isEqualTo(Outcome.WARNING);
	}

	private List<Finding> examine(@Nullable URI link) {
		return new LinkCheck(new Fixed(Optional.ofNullable(link)), new Line(this.transport, new ManualClock()))
			.examine();
	}

	private record Fixed(Optional<URI> link) implements LogSearch {

		@Override
		public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
			return this.link;
		}

		@Override
		public Optional<URI> alike(MaskedGroup group) {
			return Optional.empty();
		}

		@Override
		public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
			return Optional.empty();
		}

	}

}
