package io.github.slacklogging.inbox;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageEndpointTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "/, text/html", "/inbox.css, text/css", "/inbox.js, text/javascript", "/thread.js, text/javascript",
			"/archives/C000INBOX001/p1795175160000001, text/html" })
	void pageComesWithAStrictPolicy(String path, String type) throws Exception {
		HttpResponse<String> answer = this.probe.get(this.inbox.url().resolve(path));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void everyFileOfThePageIsServedAndLoadsNothingFromElsewhereAndWritesNoHtml() throws Exception {
		List<Path> files = pageFiles();
		assertThat(files).hasSizeGreaterThan(5);
		for (Path file : files) {
			HttpResponse<String> answer = this.probe.get(this.inbox.url().resolve("/" + file.getFileName()));
			assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
			assertThat(answer.body()).as(file.toString())
				.isEqualTo(Files.readString(file))
				.doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "@import",
						"url(");
			assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).as(file.toString())
				.doesNotContainPattern("https?://[a-z]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/nothing.js", "/page/inbox.js", "/package-info.class", "/../SlackInbox.class",
			"/%2e%2e/SlackInbox.class", "/archives/", "/archives/x", "/archives/C1/p1/x" })
	void nothingElseIsServed(String path) throws Exception {
		assertThat(this.probe.get(URI.create(this.inbox.url() + path.substring(1))).statusCode()).isEqualTo(404);
	}

	@Test
	void threadEditsReactionsAndFilesAreListed() throws Exception {
		Bot bot = new Bot(this.inbox);
		Bot.Posted posted = bot.post("c", "\"text\":\"one\"");
		bot.update(posted, "\"text\":\"two\"");
		bot.react("reactions.add", posted, "eyes");
		bot.reply(posted, "\"text\":\"reply\",\"reply_broadcast\":true");
		Json listed = Json.read(this.probe.get(this.inbox.url().resolve("/messages")).body());
		Json parent = items(listed, "messages").findFirst().orElseThrow();
		assertThat(parent.get("edits")).isEqualTo(Json.of(1));
		assertThat(parent.get("edited")).isEqualTo(Json.of(true));
		assertThat(items(parent, "reactions")).containsExactly(Json.of("eyes"));
		assertThat(parent.get("earlier")).as("waits behind a click").isNull();
		assertThat(parent.get("payload")).as("waits behind a click").isNull();
		assertThat(parent.text("channelId")).isEqualTo(posted.channel());
		Json reply = items(listed, "messages").skip(1).findFirst().orElseThrow();
		assertThat(reply.text("threadTs")).isEqualTo(posted.ts());
		assertThat(reply.get("broadcast")).isEqualTo(Json.of(true));
	}

	@Test
	void messagesAndRefusalsAreListed() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), SampleMessages.json("first"));
		this.probe.post(this.inbox.webhookUrl(), SampleMessages.json("refused"));
		Json listed = Json.read(this.probe.get(this.inbox.url().resolve("/messages")).body());
		Json message = items(listed, "messages").findFirst().orElseThrow();
		assertThat(message.text("username")).isEqualTo("orders-api");
		assertThat(message.text("channel")).isEqualTo("#inbox");
		assertThat(items(message, "attachments").findFirst().orElseThrow().text("color")).isEqualTo("#ff0000");
		Json refused = items(listed, "refused").findFirst().orElseThrow();
		assertThat(refused.text("refusal")).startsWith("invalid_blocks: ");
		assertThat(items(refused, "violations").findFirst().orElseThrow().text("pointer")).isEqualTo("/blocks/0/text");
		assertThat(message.text("severity")).isEqualTo("ERROR");
	}

	@Test
	void clearNeedsAPost() throws Exception {
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"x\"}");
		URI clear = this.inbox.url().resolve("/clear");
		assertThat(this.probe.get(clear).statusCode()).isEqualTo(405);
		assertThat(this.inbox.messages()).hasSize(1);
		assertThat(this.probe.post(clear, "").statusCode()).isEqualTo(200);
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void eventsTellOfAllThatHappens() throws Exception {
		try (Stream<String> events = events()) {
			var lines = events.filter((line) -> line.startsWith("event:") || line.startsWith("data:")).iterator();
			this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"hello\"}");
			assertThat(lines.next()).isEqualTo("event: message");
			assertThat(lines.next()).contains("\"text\":\"hello\"").contains("\"edits\":0");
			assertThat(lines.next()).isEqualTo("event: kept");
			assertThat(lines.next()).contains("\"messages\":1,\"maxMessages\":1000,");
			this.probe.post(this.inbox.webhookUrl(), "{}");
			assertThat(lines.next()).isEqualTo("event: refused");
			assertThat(lines.next()).contains("\"refusal\":\"no_text\"");
			this.inbox.delete("inbox", this.inbox.messages().get(0).ts());
			assertThat(lines.next()).isEqualTo("event: deleted");
			assertThat(lines.next()).contains("\"channel\":\"#inbox\",\"ts\":\"");
			this.inbox.clear();
			assertThat(lines.next()).isEqualTo("event: cleared");
			assertThat(lines.next()).isEqualTo("data: {}");
			this.inbox.answerAlways(Reply.serverError(503));
			assertThat(lines.next()).isEqualTo("event: workspace");
			assertThat(lines.next()).contains("\"sentence\":\"every call: 503\"", "\"token\":\"good\"");
			this.inbox.revoke();
			assertThat(lines.next()).isEqualTo("event: workspace");
			assertThat(lines.next()).contains("\"token\":\"revoked\"");
		}
	}

	@Test
	void eventsEndWithTheInbox() throws Exception {
		try (Stream<String> events = events()) {
			this.inbox.close();
			assertThat(events.filter((line) -> line.startsWith("data:"))).isEmpty();
		}
		catch (UncheckedIOException ex) {
			assertThat(ex).as("closed before the stream was read").isNotNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "evil.test, , 403", "127.0.0.1.evil.test, , 403", "localhost.evil.test, , 403", "localhost, , 200",
			"127.0.0.1, , 200", "[::1], , 200", "app.localhost, , 200", "localhost, http://evil.test, 403",
			"localhost, null, 403", "localhost, http://localhost:1, 403", "localhost, OWN, 200" })
	void otherSitesAreKeptOut(String host, String origin, int status) throws Exception {
		String authority = host + ":" + this.inbox.port();
		String headers = "Host: " + authority + "\r\n";
		if (origin != null) {
			headers += "Origin: " + (origin.equals("OWN") ? "http://" + authority : origin) + "\r\n";
		}
		assertThat(statusOf("GET /messages", headers)).isEqualTo(status);
		assertThat(statusOf("POST " + this.inbox.webhookUrl().getPath(), headers + "Content-Length: 12\r\n"))
			.isEqualTo(status);
		assertThat(this.inbox.messages()).hasSize((status == 200) ? 1 : 0);
	}

	@Test
	void headIsAnsweredWithoutABody() throws Exception {
		HttpRequest head = HttpRequest.newBuilder(this.inbox.url())
			.method("HEAD", HttpRequest.BodyPublishers.noBody())
			.build();
		HttpResponse<String> answer = HttpClient.newHttpClient().send(head, HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEmpty();
	}

	private Stream<String> events() throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		return client
			.send(HttpRequest.newBuilder(this.inbox.url().resolve("/events")).build(),
					HttpResponse.BodyHandlers.ofLines())
			.body();
	}

	private static List<Path> pageFiles() throws Exception {
		Path folder = Path.of(Objects.requireNonNull(PageEndpoint.class.getResource("page/inbox.html")).toURI());
		try (Stream<Path> files = Files.list(Objects.requireNonNull(folder.getParent()))) {
			return files.sorted().toList();
		}
	}

	private static Stream<Json> items(Json object, String key) {
		return Stream.ofNullable(object.get(key)).flatMap((array) -> array.items().stream());
	}

	/** The JDK's client does not let a test choose the host header. */
	private int statusOf(String request, String headers) throws Exception {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.inbox.port())) {
			socket.setSoTimeout(10_000);
			OutputStream out = socket.getOutputStream();
			out.write((request + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n{\"text\":\"x\"}")
				.getBytes(StandardCharsets.UTF_8));
			out.flush();
			BufferedReader in = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
			return Integer.parseInt(in.readLine().substring("HTTP/1.1 ".length()).substring(0, 3));
		}
	}

}
