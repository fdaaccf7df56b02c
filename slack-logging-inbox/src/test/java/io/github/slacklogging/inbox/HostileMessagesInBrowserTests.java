package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.testing.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Messages that want more than to be read, in a real browser: no script of theirs runs,
 * nothing is asked from elsewhere, no link leads anywhere but to the web or a mailbox,
 * and nonsense never breaks the page. Skipped where there is no browser.
 */
class HostileMessagesInBrowserTests {

	private static final SortedMap<String, String> PAYLOADS = Gallery.payloads();

	private static final String STRINGS = Gallery.resource("/hostile/strings.json");

	/** Generous for a busy machine; a careless expression takes minutes. */
	private static final double MAX_MILLIS = 5_000;

	/** Marks that a careless expression would try to pair again and again. */
	private static final List<String> TIRING = List.of("*a ", "_a ", "~a ", "`a ", "<a ", "<", "*", "**a ", "__a ",
			"[a", "![a](", "```", ":a", "> ", ">>> ", "| a ", "- ", "#", "&lt;", "*`a`", "https://a.", "\\", "~~a ",
			"1. ", "  - a\n", "> > > ", "\n\n", "<!date^", "(", "[a](");

	private static @Nullable Browser running;

	private static final SlackInbox INBOX = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Browser.installed().isPresent(), "no chromium on this machine");
		running = Browser.start(Browser.installed().orElseThrow());
		INBOX.unlimited();
		open(running);
	}

	@AfterAll
	static void stop() {
		if (running != null) {
			running.close();
		}
		INBOX.close();
	}

	static Stream<String> names() {
		return PAYLOADS.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void hostileTextInAnyPlaceIsText(String name) {
		assertThat(browser().evaluate("hostile.inEveryText(" + PAYLOADS.get(name) + "," + STRINGS + ")")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("names")
	void nonsenseInAnyPlaceBreaksNothing(String name) {
		assertThat(browser().evaluate("hostile.inEveryKey(" + PAYLOADS.get(name) + ")")).isEmpty();
	}

	@Test
	void tiringTextIsReadInNoTime() {
		String texts = TIRING.stream()
			.map((each) -> each.repeat(40_000 / each.length()))
			.flatMap((text) -> Stream.of(text, text + "x", "x" + text))
			.map((text) -> Json.of(text).write())
			.collect(Collectors.joining(",", "[", "]"));
		assertThat(Double.parseDouble(browser().evaluate("hostile.slowest(" + texts + ")"))).isLessThan(MAX_MILLIS);
	}

	@Test
	void hostileMessagesAndRequestsComeThroughTheDoorAndStayText() throws Exception {
		Browser browser = browser();
		int sent = 0;
		for (String text : STRINGS.lines()
			.filter((line) -> line.contains("\""))
			.map(HostileMessagesInBrowserTests::item)
			.toList()) {
			this.probe.post(INBOX.webhookUrl("hostile"),
					"{\"text\":%1$s,\"username\":%1$s,\"icon_emoji\":%1$s}".formatted(text));
			this.probe.post(INBOX.webhookUrl("hostile"),
					"{\"text\":7,%1$s:%1$s,\"blocks\":[{\"type\":%1$s}]}".formatted(text));
			this.probe.api(INBOX, "chat.postMessage",
					"{\"channel\":%1$s,\"text\":%1$s,\"attachments\":[{\"color\":\"danger\",\"title\":\"x\",\"title_link\":%1$s}]}"
						.formatted(text));
			this.probe.api(INBOX, "chat.postMessage", text);
			sent += 4;
		}
		assertThat(sent).isGreaterThan(200);
		browser.waitUntil("document.querySelectorAll('#messages .message, #messages .refused').length >= 100");
		assertThat(browser.evaluate("hostile.findings()")).isEmpty();
		assertThat(browser.evaluate("hostile.findingsBehindButtons()")).isEmpty();
		open(browser);
		browser.waitUntil("document.querySelectorAll('#messages .message, #messages .refused').length >= 100");
		assertThat(browser.evaluate("hostile.findings()")).isEmpty();
	}

	@Test
	void oneBadMessageLeavesTheOthers() throws Exception {
		INBOX.clear();
		this.probe.post(INBOX.webhookUrl("x"), "{\"text\":\"the first\"}");
		this.probe.post(INBOX.webhookUrl("x"), Objects.requireNonNull(PAYLOADS.get("nonsense")));
		this.probe.post(INBOX.webhookUrl("x"), "{\"text\":\"the last\"}");
		browser().waitUntil("document.querySelectorAll('#messages .message').length >= 2 "
				+ "&& document.getElementById('messages').textContent.includes('the last')");
		assertThat(browser().evaluate("document.getElementById('messages').textContent")).contains("the first");
	}

	private static Browser browser() {
		return Objects.requireNonNull(running);
	}

	private static void open(Browser browser) {
		browser.open(INBOX.url());
		browser.waitUntil("document.querySelector('.status.live')");
		browser.evaluate(Gallery.resource("/hostile/hostile.js").strip());
	}

	/** As it stands in the list, lone surrogates and all. */
	private static String item(String line) {
		String item = line.strip();
		return item.endsWith(",") ? item.substring(0, item.length() - 1) : item;
	}

}
