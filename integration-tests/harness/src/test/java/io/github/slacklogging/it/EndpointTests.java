package io.github.slacklogging.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint {@code slacklogging} in every kind of web application, on the
 * application's port and on one of its own.
 */
@TestInstance(Lifecycle.PER_METHOD)
class EndpointTests {

	private static final Pattern PORT = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

	private static final Pattern FINGERPRINT = Pattern.compile("\"fingerprint\":\"([a-z2-7]{7})\"");

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpClient http = HttpClient.newHttpClient();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "servlet,false", "servlet,true", "webflux,false", "webflux,true", "jackson2,false" })
	void answersAndTakesOrders(String application, boolean ownPort, @TempDir Path folder) throws Exception {
		try (DrivenProbe probe = start(application, ownPort, true, folder)) {
			probe.log(10, 1);
			probe.await("all is told", (books) -> books.accepted() == 10 && books.waiting() == 0);
			URI endpoint = endpoint(probe, ownPort);
			String status = get(endpoint).body();
			assertThat(status).contains("\"state\":\"running\"", "\"accepted\":10", "\"balances\":true")
				.doesNotContain("null");
			Matcher fingerprint = FINGERPRINT.matcher(status);
			assertThat(fingerprint.find()).as(status).isTrue();
			assertThat(get(URI.create(endpoint + "/%23" + fingerprint.group(1))).body()).contains("\"components\":[");
			assertThat(get(URI.create(endpoint + "/zzzzzzz")).statusCode()).isEqualTo(404);
			assertThat(post(endpoint, "{\"action\":\"test\"}").body()).contains("\"delivered\":true");
			assertThat(post(endpoint, "{\"action\":\"mute\",\"logger\":\"com.acme\",\"for\":\"2h\"}").body())
				.contains("\"until\":\"");
			HttpResponse<String> refused = post(endpoint, "{\"action\":\"mute\",\"logger\":\"com.acme\"}");
			assertThat(refused.statusCode()).isEqualTo(400);
			assertThat(refused.body()).contains("'for' is missing");
		}
		assertThat(this.inbox.messages()).hasSize(2);
	}

	@Test
	void takesNoOrdersUnlessOpened(@TempDir Path folder) throws Exception {
		try (DrivenProbe probe = start("servlet", false, false, folder)) {
			URI endpoint = endpoint(probe, false);
			assertThat(get(endpoint).statusCode()).isEqualTo(200);
			assertThat(post(endpoint, "{\"action\":\"test\"}").statusCode()).isEqualTo(405);
		}
		assertThat(this.inbox.messages()).isEmpty();
	}

	private DrivenProbe start(String application, boolean ownPort, boolean open, Path folder) {
		List<String> arguments = new ArrayList<>(List.of("--slack.logging.webhook-url=" + this.inbox.webhookUrl(),
				"--management.endpoints.web.exposure.include=slacklogging", "--logging.level.root=INFO"));
		if (ownPort) {
			arguments.add("--management.server.port=0");
		}
		if (open) {
			arguments.add("--management.endpoint.slacklogging.access=unrestricted");
		}
		ProbeCommand command = ProbeCommand.of(ClassPath.of(application).withoutInbox(),
				arguments.toArray(String[]::new));
		return DrivenProbe.start(command, folder).awaitStart();
	}

	private static URI endpoint(DrivenProbe probe, boolean ownPort) {
		List<String> ports = PORT.matcher(probe.toString()).results().map((found) -> found.group(1)).toList();
		assertThat(ports).as(probe.toString()).hasSize(ownPort ? 2 : 1);
		return URI.create("http://localhost:" + ports.get(ports.size() - 1) + "/actuator/slacklogging");
	}

	private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

}
