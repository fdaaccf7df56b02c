package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page in a real browser. */
@InBrowser
class PageInBrowserTests {

	private final Browser browser;

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	PageInBrowserTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void emptyPageSaysWhatToDoFirst() throws Exception {
		Browser browser = open();
		browser.waitUntil("!document.getElementById('empty').hidden");
		assertThat(browser.dom()).contains("Waiting for the first message")
			.contains("slack.logging.webhook-url=" + this.inbox.webhookUrl());
	}

	@Test
	void messageIsShownAsSlackWould() throws Exception {
		send("first");
		assertThat(shown(open(), 1)).contains("<strong>IllegalStateException</strong>: Order 4711 not found")
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
		assertThat(shown(open(), 1))
			.contains("<em>italic</em>", "<s>strike</s>", "<blockquote>quoted <strong>line</strong>")
			.contains("fenced &amp; literal *not bold*", "10:02 to 10:19", "<li>one</li>", "<td>a-1</td>")
			.contains("href=\"https://example.test/a_b_c\"", ":no_such_emoji:", "@oncall", "Acknowledge")
			.contains("aria-level=\"3\">markdown</div>");
	}

	@Test
	void contentNeverBecomesMarkup() throws Exception {
		send("gallery");
		this.probe.post(this.inbox.webhookUrl("x"), "{\"text\":\"<img src=x onerror=alert(1)> "
				+ "<javascript:alert(1)|click> <https://x.test/\\\"onmouseover=\\\"alert(1)|l> &lt;script&gt;\","
				+ "\"username\":\"<b>evil</b>\",\"attachments\":[{\"title\":\"t\",\"title_link\":\"javascript:alert(2)\"}]}");
		this.probe.post(this.inbox.webhookUrl("x"), "{\"text\":7,\"<script>alert(3)</script>\":1}");
		Browser browser = open();
		assertThat(shown(browser, 2)).contains("&lt;b&gt;evil&lt;/b&gt;")
			.contains("click")
			.doesNotContain("<img", "<b>evil", "<script>alert")
			.doesNotContainPattern("<[^>]* on(error|mouseover)=");
		assertThat(browser.evaluate("[...document.links].filter((a) => !/^https?:$/.test(a.protocol)).length"))
			.isEqualTo("0");
	}

	@Test
	void refusedRequestIsShownWithItsReason() throws Exception {
		send("refused");
		Browser browser = open();
		browser.waitUntil("document.querySelector('.refused')");
		assertThat(browser.dom()).contains("Refused: 400 invalid_blocks")
			.contains("must be more than 0 characters", "/blocks/1/text/text");
	}

	@Test
	void messageAppearsAndChangesWithoutReload() throws Exception {
		Browser browser = open();
		browser.waitUntil("document.querySelector('.status.live')");
		Bot bot = new Bot(this.inbox);
		Bot.Posted posted = bot.post("#live", "\"text\":\"*fresh*\"");
		browser.waitUntil("document.querySelector('.message strong')?.textContent === 'fresh'");
		assertThat(browser.evaluate("document.getElementById('count').textContent")).isEqualTo("1 message");
		assertThat(browser.evaluate("document.getElementById('channels').textContent")).contains("#live");
		bot.update(posted, "\"text\":\"changed\"");
		browser.waitUntil("document.querySelector('.message .body').textContent === 'changed'");
		bot.reply(posted, "\"text\":\"a reply\"");
		browser.waitUntil("document.querySelector('.replies b')?.textContent === '1 reply'");
		assertThat(browser.evaluate("document.querySelectorAll('#messages > .message').length")).isEqualTo("1");
		this.inbox.clear();
		browser.waitUntil("!document.getElementById('empty').hidden");
	}

	@Test
	void messageThatComesWhileThePageIsReadAnewStays() throws Exception {
		Browser browser = open();
		browser.waitUntil("document.querySelector('.status.live')");
		browser.evaluate("""
				(() => {
				  const real = window.fetch;
				  window.fetch = async (...args) => {
				    const old = await (await real(...args)).text();
				    window.fetch = real;
				    await new Promise((go) => { window.release = go; });
				    setTimeout(() => { window.after = true; }, 300);
				    return new Response(old);
				  };
				})()""");
		this.inbox.clear();
		browser.waitUntil("Boolean(window.release)");
		post("{\"channel\":\"#live\",\"text\":\"late\"}");
		browser.waitUntil("document.querySelector('.message .body')?.textContent === 'late'");
		browser.evaluate("window.release()");
		browser.waitUntil("window.after === true");
		assertThat(browser.evaluate("document.getElementById('messages').textContent")).contains("late");
	}

	@Test
	void channelIsChosenAtTheLeftAndCountsWhatIsUnread() throws Exception {
		this.probe.post(this.inbox.webhookUrl("a"), "{\"text\":\"in a\"}");
		this.probe.post(this.inbox.webhookUrl("b"), "{\"text\":\"in b\"}");
		Browser browser = open();
		shown(browser, 2);
		browser.waitUntil("document.querySelector('.status.live')");
		browser.evaluate("[...document.querySelectorAll('#channels button')][1].click()");
		assertThat(browser.evaluate("document.getElementById('messages').textContent")).contains("in a")
			.doesNotContain("in b");
		this.probe.post(this.inbox.webhookUrl("b"), "{\"text\":\"more\"}");
		browser.waitUntil("document.querySelector('.unread')?.textContent === '1 unread'");
	}

	@Test
	void jsonOfAMessageIsOneClickAway() throws Exception {
		send("first");
		Browser browser = open();
		shown(browser, 1);
		browser.evaluate("document.querySelector('[data-tab=json]').click()");
		browser.waitUntil("document.querySelector('.panel.json pre')");
		assertThat(browser.evaluate("JSON.parse(document.querySelector('.panel.json pre').textContent).icon_emoji"))
			.isEqualTo(":rotating_light:");
	}

	@Test
	void phoneNeedsNoSidewaysScrolling() throws Exception {
		SampleMessages.NAMES.forEach(this::sendUnchecked);
		Browser browser = open();
		browser.size(390, 844);
		shown(browser, SampleMessages.NAMES.size());
		assertThat(browser.evaluate("innerWidth")).isEqualTo("390");
		assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("390");
		String messages = "document.getElementById('scroll')";
		assertThat(browser.evaluate(messages + ".scrollWidth - " + messages + ".clientWidth")).isEqualTo("0");
	}

	private Browser open() {
		this.browser.open(this.inbox.url());
		return this.browser;
	}

	private static String shown(Browser browser, int messages) {
		browser.waitUntil("document.querySelectorAll('.message:not(.refused)').length === " + messages);
		return browser.dom();
	}

	private void send(String sample) throws Exception {
		this.probe.post(this.inbox.webhookUrl("orders"), SampleMessages.json(sample));
	}

	private void sendUnchecked(String sample) {
		try {
			send(sample);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String post(String arguments) throws Exception {
		this.probe.api(this.inbox, "chat.postMessage", arguments);
		return this.inbox.messages().get(this.inbox.messages().size() - 1).ts();
	}

}
