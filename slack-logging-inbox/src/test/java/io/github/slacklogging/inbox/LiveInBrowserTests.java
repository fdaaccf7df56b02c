package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes while the page is open, in a real browser. */
@InBrowser
class LiveInBrowserTests {

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
	void messageIsSeenWithinHalfASecondOfItsEventWithoutReload() {
		this.page.openMeasured();
		this.browser.evaluate("window.sameDocument = true");
		assertThat(Long.parseLong(this.browser.evaluate(InboxPage.MEASURED))).as("milliseconds").isBetween(0L, 500L);
		assertThat(this.page.bodies()).isEqualTo("arrival 1.|arrival 2.|arrival 3.|arrival 4.|arrival 5.");
		assertThat(this.browser.evaluate("window.sameDocument")).isEqualTo("true");
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
