package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that want more than to be read, in a real browser: no script of theirs runs,
 * nothing is asked from elsewhere, no link leads anywhere but to the web or a mailbox,
 * and nonsense never breaks the page.
 */
@InBrowser
class HostileMessagesInBrowserTests {

	private static final SortedMap<String, String> PAYLOADS = Gallery.payloads();

	private static final String STRINGS = Gallery.resource("/hostile/strings.json");

	/** Processor time for six readings; a careless expression takes minutes for one. */
	private static final Duration MAX_WORK = Duration.ofSeconds(2);

	/** What an edited export may hold in the places that are free text. */
	private static final String IMPORTED = """
			{"ts":"1795175160.%1$06d","receivedAt":"2026-11-20T10:00:00Z","source":"BOT","channel":"#c",
			"payload":{"text":%2$s,"username":%2$s,"icon_emoji":%2$s,"attachments":[{"color":%2$s,"text":%2$s}]},
			"edits":1,"edited":true,"earlier":[{"receivedAt":"2026-11-20T09:00:00Z","text":%2$s,
			"attachments":[{"color":%2$s,"title":%2$s,"title_link":%2$s}]}],"reactions":[%2$s],"pinned":true,
			"files":[{"id":"F%1$d","name":%2$s,"title":%2$s,"content":"PHNjcmlwdD4="}]}""";

	private static final String REFUSED = """
			{"receivedAt":"2026-11-20T10:00:00Z","method":%1$s,"path":%1$s,"channel":"#c","status":400,"refusal":%1$s,
			"body":%1$s,"headers":{%1$s:%1$s},"query":%1$s,"bytes":1,"violations":[{"pointer":%1$s,"message":%1$s}],
			"answer":%1$s,"answerHeaders":{%1$s:%1$s},"tookNanos":1}""";

	/** Marks that a careless expression would try to pair again and again. */
	private static final List<String> TIRING = List.of("*a ", "_a ", "~a ", "`a ", "<a ", "<", "*", "**a ", "__a ",
			"[a", "![a](", "```", ":a", "> ", ">>> ", "| a ", "- ", "#", "&lt;", "*`a`", "https://a.", "\\", "~~a ",
			"1. ", "  - a\n", "> > > ", "\n\n", "<!date^", "(", "[a](");

	private static final SlackInbox INBOX = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Browser browser;

	HostileMessagesInBrowserTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeAll
	static void start(Browser browser) {
		INBOX.unlimited();
		open(browser);
	}

	@AfterAll
	static void stop() {
		INBOX.close();
	}

	static Stream<String> names() {
		return PAYLOADS.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void hostileTextInAnyPlaceIsText(String name) {
		assertThat(this.browser.evaluate("hostile.inEveryText(" + PAYLOADS.get(name) + "," + STRINGS + ")")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("names")
	void nonsenseInAnyPlaceBreaksNothing(String name) {
		assertThat(this.browser.evaluate("hostile.inEveryKey(" + PAYLOADS.get(name) + ")")).isEmpty();
	}

	@Test
	void tiringTextIsReadInNoTime() {
		for (String mark : TIRING) {
			String text = mark.repeat(40_000 / mark.length());
			String texts = Stream.of(text, text + "x", "x" + text)
				.map((each) -> Json.of(each).write())
				.collect(Collectors.joining(",", "[", "]"));
			assertThat(this.browser.work("hostile.read(" + texts + ")")).as(mark).isLessThan(MAX_WORK);
		}
	}

	@Test
	void hostileMessagesAndRequestsComeThroughTheDoorAndStayText() throws Exception {
		int sent = 0;
		for (String text : items()) {
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
		this.browser.waitUntil("document.querySelectorAll('#messages .message, #messages .refused').length >= 100");
		assertThat(this.browser.evaluate("hostile.findings()")).isEmpty();
		assertThat(this.browser.evaluate("hostile.findingsBehindButtons()")).isEmpty();
		open(browser);
		this.browser.waitUntil("document.querySelectorAll('#messages .message, #messages .refused').length >= 100");
		assertThat(this.browser.evaluate("hostile.findings()")).isEmpty();
	}

	@Test
	void hostileFileNamesComeThroughTheDoorAndStayText() throws Exception {
		INBOX.clear();
		Bot bot = new Bot(INBOX);
		String channel = bot.post("files", "\"text\":\"x\"").channel();
		for (String item : wellFormed()) {
			String name = Page.text(Json.read("{\"it\":" + item + "}"), "it");
			bot.share(bot.upload(name, "<script>window.__pwned=1</script>\n" + name),
					",\"channel_id\":\"" + channel + "\"");
		}
		assertThat(INBOX.messages()).hasSizeGreaterThan(70);
		this.browser.waitUntil("document.querySelectorAll('#messages .file').length > 70");
		assertThat(this.browser.evaluate("hostile.findingsBehindButtons()")).isEmpty();
		assertThat(this.browser.evaluate("document.getElementById('messages').textContent"))
			.contains("<img src=x onerror=\"window.__pwned=1\">");
	}

	@Test
	void hostileExportIsImportedAndStaysText() throws Exception {
		INBOX.clear();
		List<String> messages = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		for (String text : wellFormed()) {
			messages.add(IMPORTED.formatted(messages.size(), text));
			refused.add(REFUSED.formatted(text));
		}
		assertThat(new Page(INBOX)
			.send("POST", "/import",
					"{\"format\":\"slack-inbox\",\"version\":1,\"messages\":[" + String.join(",", messages)
							+ "],\"refused\":[" + String.join(",", refused) + "]}")
			.body()).isEqualTo("{\"ok\":true,\"messages\":%d,\"refused\":%1$d}".formatted(messages.size()));
		this.browser.waitUntil("document.querySelectorAll('#messages .message:not(.refused)').length > 40");
		assertThat(this.browser.evaluate("hostile.findingsBehindButtons()")).isEmpty();
		assertThat(this.browser.evaluate("hostile.findingsInEveryView()")).isEmpty();
	}

	@Test
	void oneBadMessageLeavesTheOthers() throws Exception {
		INBOX.clear();
		this.probe.post(INBOX.webhookUrl("x"), "{\"text\":\"the first\"}");
		this.probe.post(INBOX.webhookUrl("x"), Objects.requireNonNull(PAYLOADS.get("nonsense")));
		this.probe.post(INBOX.webhookUrl("x"), "{\"text\":\"the last\"}");
		this.browser.waitUntil("document.querySelectorAll('#messages .message').length >= 2 "
				+ "&& document.getElementById('messages').textContent.includes('the last')");
		assertThat(this.browser.evaluate("document.getElementById('messages').textContent")).contains("the first");
	}

	private static void open(Browser browser) {
		browser.open(INBOX.url());
		browser.waitUntil("document.querySelector('.status.live')");
		browser.evaluate(Gallery.resource("/hostile/hostile.js").strip());
	}

	private static List<String> items() {
		return STRINGS.lines().filter((line) -> line.contains("\"")).map(HostileMessagesInBrowserTests::item).toList();
	}

	/** Those that are text in every encoding: nobody can name a file otherwise. */
	private static List<String> wellFormed() {
		return items().stream().filter((item) -> !item.startsWith("\"\\ud")).toList();
	}

	/** As it stands in the list, lone surrogates and all. */
	private static String item(String line) {
		String item = line.strip();
		return item.endsWith(",") ? item.substring(0, item.length() - 1) : item;
	}

}
