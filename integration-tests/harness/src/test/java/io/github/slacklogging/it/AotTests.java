package io.github.slacklogging.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose beans and conditions were settled when it was built, run on an
 * ordinary JVM: {@code process-aot}, then {@code -Dspring.aot.enabled=true}. It was built
 * without a destination and with the starter enabled.
 */
@TestInstance(Lifecycle.PER_METHOD)
class AotTests {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final List<String> JOBS = List.of("ReportJob.daily", "nightly-import", "clean-up", "stock-taking");

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpClient http = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void tellsItsErrorOnceAndEnds(@TempDir Path folder) {
		try (DrivenProbe probe = start(folder)) {
			probe.log(1, 1);
			probe.closeContext();
			EndedProbe ended = probe.end();
			assertThat(ended.exitCode()).as(ended::toString).isZero();
			assertThat(ended.linesWith("Starting AOT-processed ProbeApplication")).isOne();
		}
		assertThat(this.inbox.messages()).hasSize(1);
		assertThat(this.inbox.messages().get(0).allText()).contains("Something broke, event-1");
	}

	@Test
	void healthAndEndpointAnswer(@TempDir Path folder) throws Exception {
		try (DrivenProbe probe = start(folder, "--management.endpoint.health.show-details=always")) {
			probe.log(3, 1);
			probe.await("all is told", (books) -> books.accepted() == 3 && books.waiting() == 0);
			assertThat(get(probe, "/actuator/health/slackLogging")).contains("\"status\":\"UP\"", "\"circuit\"");
			assertThat(get(probe, "/actuator/slacklogging")).contains("\"state\":\"running\"", "\"accepted\":3",
					"\"balances\":true");
			assertThat(test(probe)).contains("\"delivered\":true");
		}
		assertThat(this.inbox.messages()).hasSize(2);
	}

	@Test
	void failedJobsAreToldWhateverRanThem(@TempDir Path folder) {
		try (DrivenProbe probe = start(folder, "--probe.failing-jobs=true")) {
			probe.await("all is told", (books) -> books.accepted() >= JOBS.size() && books.waiting() == 0);
		}
		List<String> told = this.inbox.messages().stream().map(InboxMessage::allText).toList();
		assertThat(JOBS).allSatisfy((job) -> assertThat(told).filteredOn((text) -> text.contains(job)).hasSize(1));
	}

	/** The condition was met when it was built, so its beans are there all the same. */
	@Test
	void isSwitchedOffWhenItIsRun(@TempDir Path folder) throws Exception {
		try (DrivenProbe probe = start(folder, "--slack.logging.enabled=false", "--probe.failing-jobs=true")) {
			probe.log(1, 1);
			assertThat(get(probe, "/actuator/slacklogging")).doesNotContain("\"state\":\"running\"");
			probe.closeContext();
			EndedProbe ended = probe.end();
			assertThat(ended.exitCode()).as(ended::toString).isZero();
			assertThat(ended.err()).doesNotContain("slack-logging");
		}
		assertThat(this.inbox.requests()).isEmpty();
	}

	private DrivenProbe start(Path folder, String... arguments) {
		ProbeCommand command = ProbeCommand.of(ClassPath.ofAot(), arguments)
			.withJvm("-Dspring.aot.enabled=true")
			.with(List.of("--slack.logging.webhook-url=" + this.inbox.webhookUrl(), "--logging.level.root=INFO",
					// a condition when it was built, a filter when it is run
					"--management.endpoints.web.exposure.include=health,slacklogging",
					"--management.endpoint.slacklogging.access=unrestricted"));
		return DrivenProbe.start(command, folder).awaitStart();
	}

	private String get(DrivenProbe probe, String path) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address(probe, path)));
	}

	private String test(DrivenProbe probe) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address(probe, "/actuator/slacklogging"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"test\"}")));
	}

	private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private static URI address(DrivenProbe probe, String path) {
		Matcher port = PORT.matcher(probe.toString());
		assertThat(port.find()).as(probe.toString()).isTrue();
		return URI.create("http://localhost:" + port.group(1) + path);
	}

}
