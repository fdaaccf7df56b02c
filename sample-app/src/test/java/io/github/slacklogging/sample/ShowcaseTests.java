package io.github.slacklogging.sample;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every button of the shop, pressed in a shop that runs, and what its sentence promises
 * found in the inbox. (Long: it is a table.)
 */
class ShowcaseTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static OpenShop shop;

	private final Map<String, Consumer<String>> promises = new LinkedHashMap<>();

	ShowcaseTests() {
		shelf();
		rush();
		counter();
		slack();
		operator();
	}

	@BeforeAll
	static void open() {
		letLoggingBeSetUpAnew();
		shop = new OpenShop(folder);
	}

	@AfterAll
	static void close() {
		shop.close();
		letLoggingBeSetUpAnew();
	}

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	private static void letLoggingBeSetUpAnew() {
		LoggingSystem.get(ShowcaseTests.class.getClassLoader()).cleanUp();
	}

	@Test
	void everySituationHasAPromiseThatIsLookedAt() {
		assertThat(shop.situations()).extracting(Situation::name)
			.containsExactlyInAnyOrderElementsOf(this.promises.keySet());
	}

	/** The storm comes last: while it goes on, nothing new speaks for itself. */
	@TestFactory
	Stream<DynamicTest> everySituationIsToldAsItsSentencePromises() {
		return this.promises.entrySet()
			.stream()
			.map((promise) -> DynamicTest.dynamicTest(promise.getKey(),
					() -> promise.getValue().accept(shop.press(promise.getKey()))));
	}

	private void shelf() {
		promise("declined-payment",
				() -> assertThat(shop.message("Payment of order", "HTTP 402").allText())
					.contains("card=****-****-****-****", "2 values masked")
					.doesNotContain("4111 1111", "jane.doe"));
		promise("database-down", () -> assertThat(shop.message("stock of warehouse south").allText())
			.contains("*ConnectException*", "Connection refused", "*requestId*", "req-"));
		promise("critical-one",
				() -> assertThat(shop.message("No payment can be taken").allText()).contains("CRITICAL", "<!here>"));
		promise("warnings", () -> assertThat(shop.message("2 kinds of WARN (3 events)").allText())
			.contains("×2 · OrderService", "The payment provider took"));
		promise("secret-in-a-log-line",
				() -> assertThat(shop.message("Price list not loaded").allText())
					.contains("https://shop:***@prices.example.com/list", "Authorization: Bearer ***", "api_key=***",
							"3 values masked")
					.doesNotContain("tr0ub4dor", "cHJpY2Vz", "9b1f0c4e"));
		promise("injection-attempt", this::injection);
		promise("long-trace", this::longTrace);
		promise("logged-twice", () -> assertThat(shop.message("Gift wrapping stopped").allText())
			.contains("Order 4712 cannot be wrapped"));
		promise("uncaught-exception", () -> assertThat(shop.message("flat tyre").allText()).contains("courier-1"));
		promise("nobody-catches-it",
				() -> assertThat(shop.message("Order 4711 not found").allText()).contains("OrderService.find"));
	}

	/** All of it is there, and none of it is more than text. */
	private void injection() {
		InboxMessage told = shop.message("Review of espresso-cups");
		assertThat(told.allText()).contains("&lt;!channel&gt;", "FREE COFFEE",
				"&lt;https://evil.example.com|click here&gt;", "&lt;script&gt;alert('shop')&lt;/script&gt;");
		assertThat(told.json())
			.doesNotContain("<!channel", "<!here", "<!everyone", "<https://evil", "<script>", "\u202E")
			.doesNotContainIgnoringCase("\\u202e");
	}

	private void longTrace() {
		InboxMessage first = shop.message("No recommendation for");
		assertThat(first.allText()).contains("Mishaps.seenByTheSame").hasSizeLessThan(4_000);
		assertThat(shop.filesInThreadOf(first)).singleElement().asString().startsWith("trace-");
	}

	private void rush() {
		promise("thousand-of-the-same", () -> {
			InboxMessage first = shop.message("is paid but not shipped");
			assertThat(shop.message("reached 1,000").threadTs()).isEqualTo(first.ts());
			assertThat(shop.message("Quiet for", "1,000×").ts()).isEqualTo(first.ts());
		});
		promise("quiet-and-back", () -> {
			InboxMessage first = shop.message("The grinder jams");
			assertThat(shop.message("Quiet for", "The grinder jams").ts()).isEqualTo(first.ts());
			assertThat(shop.message("The grinder jams", "2 times").ts()).isEqualTo(first.ts());
		});
		promise("new-version", () -> {
			InboxMessage first = shop.message("Voucher SPRING-10", "2.0.0");
			InboxMessage second = shop.message("Voucher SPRING-10", "2.0.1");
			assertThat(second.ts()).isNotEqualTo(first.ts());
			assertThat(second.threadTs()).isNull();
			assertThat(second.allText()).contains(first.ts().replace(".", ""));
		});
	}

	private void counter() {
		promise("failed-job", () -> {
			InboxMessage first = shop.message("stock-taking", "started");
			InboxMessage end = shop.message("stock-taking", "failed", "articles 13", "Connection refused");
			assertThat(end.ts()).isEqualTo(first.ts());
			assertThat(shop.message("stock-taking", "failed").isBroadcast()).isTrue();
		});
		promise("job-with-a-warning", () -> shop.message("stock-taking", "warning", "hardly anything is left"));
		promise("job", () -> assertThat(shop.message("stock-taking", "succeeded", "articles 25").allText())
			.doesNotContain("same logger"));
		promise("failed-start", () -> assertThat(shop.message("Start failed").allText()).contains("CRITICAL", "till",
				"till.drawer must not be negative"));
	}

	private void slack() {
		promise("slack-is-down", () -> {
			// with an open circuit: what a retry heals is no outage, and gets no note
			JsonNode health = shop.awaitHealth((now) -> now.at("/status").asString().equals("DEGRADED")
					&& !now.at("/details/destinations/orders/circuit").asString().equals("closed"));
			assertThat(health.at("/details/events/waiting").asInt()).isGreaterThanOrEqualTo(50);
			assertThat(shop.inbox().messages())
				.noneMatch((message) -> message.allText().contains("prints no receipts"));
			assertThat(shop.inbox().requests()).anyMatch((request) -> request.status() == 503);
		});
		promise("slack-is-back", () -> {
			shop.message("Slack was not reachable");
			shop.awaitHealth((now) -> now.at("/details/events/waiting").asInt() == 0);
			assertThat(shop.health().at("/details/events/dropped").isEmpty()).isTrue();
		});
		this.promises.put("slow-slack", (done) -> {
			assertThat(done).matches("Slack takes 4 seconds\\. 50 errors were logged in \\d{1,3} ms\\.");
			InboxMessage told = shop.message("Label of order");
			assertThat(shop.message("Quiet for", "50×", "Label of order").ts()).isEqualTo(told.ts());
		});
		promise("throttled", () -> {
			InboxMessage told = shop.message("The scale shows");
			InboxRequest refused = shop.inbox()
				.requests("chat.postMessage")
				.stream()
				.filter((request) -> request.status() == 429)
				.findFirst()
				.orElseThrow();
			assertThat(refused.body()).contains("The scale shows");
			assertThat(Duration.between(refused.receivedAt(), told.receivedAt()))
				.isGreaterThanOrEqualTo(Duration.ofSeconds(5));
			assertThat(shop.inbox().messages()).filteredOn((message) -> message.allText().contains("The scale shows"))
				.hasSize(1);
		});
	}

	private void operator() {
		this.promises.put("test-message", (done) -> {
			assertThat(done).isEqualTo("Slack answered: ok");
			shop.message("Test message");
		});
		promise("mute", () -> {
			shop.awaitHealth((now) -> now.at("/details/events/waiting").asInt() == 1);
			assertThat(shop.inbox().messages()).noneMatch((message) -> message.text().contains("Newsletter"));
		});
		promise("unmute", () -> shop.message("Newsletter not sent", "×2"));
		this.promises.put("doctor", (done) -> assertThat(done).contains("ok · destination orders · token"));
		promise("many-kinds", () -> assertThat(shop.message("new kinds of error").allText())
			.contains("common cause *ConnectException*", "STORM"));
	}

	private void promise(String situation, Runnable look) {
		this.promises.put(situation, (done) -> look.run());
	}

}
