package io.github.slacklogging.sample;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.it.node.NodeProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a message in Slack to the document in OpenSearch, with the whole application and a
 * real node.
 */
@Tag("node")
@ExtendWith(OutputCaptureExtension.class)
class ShippedLogTests {

	private static final Logger log = LoggerFactory.getLogger(ShippedLogTests.class);

	private static final Duration PROMISE = Duration.ofSeconds(2);

	/**
	 * Each is another kind of error. The first warms up, and the machine may be busy with
	 * something else during one of the others.
	 */
	private static final List<String> ATTEMPTS = List.of("Parcel {} fell off the lorry", "Label of {} was illegible",
			"Customs kept {}", "Nobody was at home for {}");

	/** A port that nothing listens on. */
	private static final int NOBODY = 1;

	private static final String DISCOVER = "/app/data-explorer/discover";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path nodeFolder;

	@SuppressWarnings("NullAway.Init")
	private static NodeProcess node;

	private final JsonMapper json = new JsonMapper();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@SuppressWarnings("NullAway.Init")
	private ShippingSample sample;

	@BeforeAll
	static void startNode() {
		node = NodeProcess.start(0, nodeFolder, List.of());
	}

	@AfterAll
	static void killNode() {
		node.close();
	}

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	@BeforeEach
	@AfterEach
	void letLoggingBeSetUpAnew() {
		LoggingSystem.get(getClass().getClassLoader()).cleanUp();
	}

	@AfterEach
	void stop() {
		this.sample.close();
	}

	@Test
	void linkOfAMessageFindsExactlyItsDocumentWithinTwoSecondsOfTheCall(CapturedOutput output) {
		this.sample = new ShippingSample(node.port(), this.folder);
		Found found = logged(ATTEMPTS.get(0));
		for (int i = 1; i < ATTEMPTS.size() && (i == 1 || found.took().compareTo(PROMISE) >= 0); i++) {
			this.sample.awaitQuiet();
			found = logged(ATTEMPTS.get(i));
		}
		assertThat(found.took()).isLessThan(PROMISE);

		JsonNode document = found.document();
		String id = document.path("_id").asString();
		assertThat(document.at("/_source/log_id").asString()).isEqualTo(id);
		assertThat(document.at("/_source/message").asString()).isEqualTo(found.text());
		assertThat(found.message().allText()).contains("log id `" + id + "`");
		assertThat(output.toString().lines().filter((line) -> line.contains("[" + id + "]"))).singleElement()
			.asString()
			.contains("ERROR", found.text());

		MessageLinks links = MessageLinks.of(found.message());
		assertThat(answers(links.behind("trace"))).contains(document)
			.allSatisfy(
					(other) -> assertThat(other.at("/_source/trace/id")).isEqualTo(document.at("/_source/trace/id")));
		assertThat(answers(links.behind("all like this"))).containsExactly(document);
	}

	@Test
	void pageAtTheAddressOfDiscoverShowsTheDocument() {
		this.sample = new ShippingSample(node.port(), this.folder);
		Found found = logged("Tracking number of {} is unknown");
		MessageLinks links = MessageLinks.of(found.message());
		assertThat(this.sample.get(DISCOVER).body()).contains("stands in for OpenSearch Dashboards", "discover.js");
		assertThat(links.byLabel()).containsKeys("View full log", "all like this", "trace", "same logger");
		assertThat(List.of("View full log", "all like this", "trace")).allSatisfy((label) -> {
			URI link = URI.create(links.behind(label));
			assertThat(link.getPath()).isEqualTo(DISCOVER);
			JsonNode shown = body(this.sample.get(DISCOVER + "/documents" + link.getRawFragment()));
			assertThat(shown.path("hits").valueStream().map((hit) -> hit.path("_source")))
				.contains(found.document().path("_source"));
			assertThat(shown.path("total").asInt()).isEqualTo(shown.path("hits").size());
			assertThat(shown.path("index").asString()).isEqualTo("logs-orders-api-*");
		});
	}

	@Test
	void pageUnderstandsNothingButOurLinks() {
		this.sample = new ShippingSample(node.port(), this.folder);
		String question = "?_a=(metadata:(indexPattern:%s))&_g=(time:(from:'2026-08-14T11:58:00.250Z',"
				+ "to:'2026-08-14T12:02:00.250Z'))&_q=(query:(query:'%s'))";
		assertThat(shown(question, "logs-orders-api", "log_id%20:%20%22none%22").statusCode()).isEqualTo(200);
		assertThat(List.of(shown(question, "another", "log_id%20:%20%22none%22"),
				shown(question, "logs-orders-api", "log_id%20:%20*"), shown(question, "logs-orders-api", "")))
			.allSatisfy((response) -> {
				assertThat(response.statusCode()).isEqualTo(400);
				assertThat(body(response).path("detail").asString())
					.startsWith("This page understands what the links in messages hold, and nothing else: ");
			});
	}

	@Test
	void sampleRunsWhileItsNodeIsAwayAndHealthTells() {
		this.sample = new ShippingSample(NOBODY, this.folder);
		assertThat(this.sample.press("database-down").statusCode()).isEqualTo(200);
		String link = MessageLinks.of(this.sample.messageWith("Connection refused")).behind("View full log");
		JsonNode health = ShippingSample.eventually(
				() -> body(this.sample.get("/actuator/health")).at("/components/slackLogging"),
				(component) -> component.at("/details/problems").toString().contains("OpenSearch"));
		assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
		assertThat(this.sample.get("/actuator/health").statusCode()).isEqualTo(200);
		HttpResponse<String> shown = this.sample.get(DISCOVER + "/documents" + URI.create(link).getRawFragment());
		assertThat(shown.statusCode()).isEqualTo(502);
		assertThat(body(shown).path("detail").asString()).startsWith("OpenSearch did not answer");
	}

	/** Logs an error and goes the way of its reader, from the message to the document. */
	private Found logged(String template) {
		String text = template.replace("{}", "4711");
		long called;
		try (Trace ignored = Trace.open()) {
			called = System.nanoTime();
			log.error(template, 4711);
		}
		InboxMessage message = this.sample.messageWith(text);
		String link = MessageLinks.of(message).behind("View full log");
		List<JsonNode> documents = ShippingSample.eventually(() -> answers(link), (found) -> !found.isEmpty());
		Duration took = Duration.ofNanos(System.nanoTime() - called);
		assertThat(documents).hasSize(1);
		return new Found(text, message, documents.get(0), took);
	}

	/** What OpenSearch finds. */
	private List<JsonNode> answers(String link) {
		HttpRequest search = HttpRequest.newBuilder(URI.create(node.uri() + "/logs-orders-api-*/_search"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(AskedLink.of(link).search()))
			.build();
		JsonNode hits = body(this.sample.send(search)).at("/hits/hits");
		return hits.valueStream().toList();
	}

	private HttpResponse<String> shown(String question, String indexPattern, String query) {
		return this.sample.get(DISCOVER + "/documents" + question.formatted(indexPattern, query));
	}

	private JsonNode body(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

	private record Found(String text, InboxMessage message, JsonNode document, Duration took) {

	}

}
