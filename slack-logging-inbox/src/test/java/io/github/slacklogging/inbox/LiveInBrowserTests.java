package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes while the page is open, in a real browser. */
@InBrowser
class LiveInBrowserTests {

	/**
	 * Sends from the page itself, so that one clock measures from the call to the eye.
	 */
	private static final String SEND_AND_WATCH = """
			new Promise((seen) => {
			  const start = performance.now();
			  new MutationObserver(() => {
			    if (document.getElementById('messages').textContent.includes('%1$s')) seen(Math.round(performance.now() - start));
			  }).observe(document.getElementById('messages'), { childList: true, subtree: true });
			  fetch('/services/T000INBOX/B000INBOX/inbox', { method: 'POST', headers: { 'Content-Type': 'application/json' },
			    body: JSON.stringify({ text: '%1$s' }) });
			})""";

	private final Browser browser;

	private final InboxPage page;

	LiveInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void messageIsSeenWithinHalfASecondOfItsCall() {
		this.page.open();
		long first = Long.parseLong(this.browser.evaluate(SEND_AND_WATCH.formatted("first one")));
		long second = Long.parseLong(this.browser.evaluate(SEND_AND_WATCH.formatted("second one")));
		assertThat(Math.min(first, second)).as("milliseconds").isLessThan(500);
		assertThat(this.page.bodies()).isEqualTo("first one|second one");
	}

	@Test
	void editChangesTheMessageInItsPlace() throws Exception {
		Bot.Posted posted = this.page.bot().post("c", "\"text\":\"once\"");
		this.page.bot().post("c", "\"text\":\"other\"");
		this.page.open();
		this.browser.evaluate("window.node = document.querySelector('#messages > article')");
		this.page.bot().update(posted, "\"text\":\"twice\"");
		this.browser.waitUntil("window.node.querySelector('.body').textContent === 'twice'");
		assertThat(this.browser.evaluate("window.node.isConnected")).isEqualTo("true");
		assertThat(this.page.bodies()).isEqualTo("twice|other");
	}

	@Test
	void whatComesTakesNeitherTheFocusNorAnOpenViewAway() throws Exception {
		Bot.Posted posted = this.page.bot().post("c", "\"text\":\"once\"");
		this.page.open().view("json", "pre");
		this.browser.evaluate("document.querySelector('.panel header button:last-child').focus()");
		this.page.bot().update(posted, "\"text\":\"twice\"");
		this.browser.waitUntil("document.querySelector('.panel pre').textContent.includes('twice')");
		this.browser.evaluate("document.querySelector('[data-tab=json]').focus()");
		this.page.bot().react("reactions.add", posted, "eyes");
		this.browser.waitUntil("document.querySelector('.reaction')");
		assertThat(this.browser.evaluate("document.activeElement.dataset.tab")).isEqualTo("json");
		assertThat(this.browser.evaluate("document.querySelectorAll('.panel.json').length")).isEqualTo("1");
	}

	@Test
	void readerOfOlderMessagesIsNotMovedAndIsToldWhatCame() throws Exception {
		for (int i = 0; i < 30; i++) {
			this.page.sample("c", "quiet");
		}
		this.page.open();
		this.browser.evaluate("document.getElementById('scroll').scrollTop = 300");
		this.browser.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
		this.page.say("c", "below");
		this.browser.waitUntil("!document.getElementById('below').hidden");
		assertThat(this.page.text("#below")).isEqualTo("1 new message ↓");
		assertThat(this.browser.evaluate("document.getElementById('scroll').scrollTop")).isEqualTo("300");
		this.browser.click("#below");
		this.browser.waitUntil("document.getElementById('below').hidden");
		assertThat(this.page.bodies()).endsWith("|below");
	}

	@Test
	void onlyWhatIsNewIsReadAloudAndNotEveryMessageOfAStorm() throws Exception {
		this.page.say("c", "old").open();
		assertThat(this.page.text("#announce")).isEmpty();
		this.page.say("c", "new");
		this.browser.waitUntil("document.getElementById('announce').textContent !== ''");
		assertThat(this.page.text("#announce")).isEqualTo("Application in #c: new");
	}

	@Test
	void inboxThatIsGoneIsSaid() {
		this.page.open();
		this.page.close();
		this.browser.waitUntil("document.getElementById('status').textContent.includes('waiting for the inbox')");
	}

}
