package io.github.slacklogging.inbox;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The page as a real browser builds it; skipped where there is none. */
class PageInBrowserTests {

	private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome");

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@TempDir
	private Path profile;

	@BeforeEach
	void browserIsInstalled() {
		assumeTrue(browser().isPresent(), "no chromium on this machine");
	}

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void emptyPageSaysWhatToDoFirst() throws Exception {
		assertThat(dom()).contains("Waiting for the first message")
			.contains("slack.logging.webhook-url=" + this.inbox.webhookUrl());
	}

	@Test
	void messageIsShownAsSlackWould() throws Exception {
		send("first");
		assertThat(dom()).contains("<strong>IllegalStateException</strong>: Order 4711 not found")
			.contains("<code class=\"inline\">OrderService.find</code>")
			.contains(">View full log</a>")
			.contains("href=\"https://logs.example.test/app/discover#/k7f3q2a\"")
			.contains("--bar: #ff0000")
			.contains("aria-label=\"red circle\"")
			.contains("connection &lt;closed&gt; &amp; gone")
			.doesNotContain("{date_short_pretty}");
	}

	@Test
	void everyBlockIsShown() throws Exception {
		send("gallery");
		assertThat(dom()).contains("<em>italic</em>", "<s>strike</s>", "<blockquote>quoted <strong>line</strong>")
			.contains("fenced &amp; literal *not bold*", "10:02 to 10:19", "<li>one</li>", "<td>a-1</td>")
			.contains("href=\"https://example.test/a_b_c\"", ":no_such_emoji:", "@oncall", "Acknowledge")
			.contains("# markdown");
	}

	@Test
	void contentNeverBecomesMarkup() throws Exception {
		send("gallery");
		this.probe.post(this.inbox.webhookUrl("x"), "{\"text\":\"<img src=x onerror=alert(1)> "
				+ "<javascript:alert(1)|click> <https://x.test/\\\"onmouseover=\\\"alert(1)|l> &lt;script&gt;\","
				+ "\"username\":\"<b>evil</b>\",\"attachments\":[{\"title\":\"t\",\"title_link\":\"javascript:alert(2)\"}]}");
		this.probe.post(this.inbox.webhookUrl("x"), "{\"text\":7,\"<script>alert(3)</script>\":1}");
		assertThat(dom()).contains("&lt;b&gt;evil&lt;/b&gt;")
			.contains("click")
			.doesNotContain("<img", "<b>evil", "href=\"javascript:", "<script>alert")
			.doesNotContainPattern("<[^>]* on(error|mouseover)=");
	}

	@Test
	void refusedRequestIsShownWithItsReason() throws Exception {
		send("refused");
		assertThat(dom()).contains("Refused: 400 invalid_blocks")
			.contains("must be more than 0 characters [json-pointer:/blocks/1/text/text]");
	}

	private void send(String sample) throws Exception {
		this.probe.post(this.inbox.webhookUrl("orders"), SampleMessages.json(sample));
	}

	private String dom() throws Exception {
		URI page = this.inbox.url().resolve("?still");
		File out = Files.createTempFile(this.profile, "dom", ".html").toFile();
		Process chromium = new ProcessBuilder(browser().orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--disable-dev-shm-usage", "--user-data-dir=" + this.profile.resolve("profile"),
				"--virtual-time-budget=5000", "--dump-dom", page.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.redirectOutput(out)
			.start();
		try {
			assertThat(chromium.waitFor(90, TimeUnit.SECONDS)).as("chromium ends").isTrue();
		}
		finally {
			chromium.destroyForcibly();
		}
		return Files.readString(out.toPath(), StandardCharsets.UTF_8);
	}

	private static java.util.Optional<String> browser() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), BROWSERS.stream())
			.filter((path) -> Files.isExecutable(Path.of(path)))
			.findFirst();
	}

}
