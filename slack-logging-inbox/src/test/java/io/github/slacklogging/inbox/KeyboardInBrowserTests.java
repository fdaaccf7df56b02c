package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** The page without a mouse, in a real browser. */
@InBrowser
class KeyboardInBrowserTests {

	private final Browser browser;

	private final InboxPage page;

	KeyboardInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void jAndKMoveThroughTheMessagesAndGGoesToTheEnds() throws Exception {
		this.page.say("c", "one").say("c", "two").say("c", "three").open();
		this.browser.press("k");
		assertThat(focused()).isEqualTo("three");
		this.browser.press("k");
		assertThat(focused()).isEqualTo("two");
		this.browser.press("j");
		assertThat(focused()).isEqualTo("three");
		this.browser.press("g");
		assertThat(focused()).isEqualTo("one");
		this.browser.press("G");
		assertThat(focused()).isEqualTo("three");
	}

	@Test
	void tOpensTheThreadAndEscapeComesBack() throws Exception {
		Bot.Posted parent = this.page.bot().post("c", "\"text\":\"parent\"");
		this.page.bot().reply(parent, "\"text\":\"reply\"");
		this.page.open();
		this.browser.press("k", "t");
		assertThat(this.browser.evaluate("document.activeElement.id")).isEqualTo("thread-close");
		this.browser.press("j");
		assertThat(focused()).isEqualTo("reply");
		this.browser.press(Keys.ESCAPE);
		assertThat(this.browser.evaluate("document.getElementById('thread').hidden")).isEqualTo("true");
		assertThat(focused()).isEqualTo("parent");
	}

	@Test
	void numbersOpenTheViewsAndArrowsMoveAmongThem() throws Exception {
		this.page.say("c", "one").open();
		this.browser.press("k", "3");
		this.browser.waitUntil("document.querySelector('.panel.validation .verdict')");
		this.browser.evaluate("document.querySelector('[data-tab=validation]').focus()");
		this.browser.press(Keys.ARROW_RIGHT);
		this.browser.waitUntil("document.querySelector('.panel.notification .push')");
		assertThat(this.browser.evaluate("document.activeElement.dataset.tab")).isEqualTo("notification");
		this.browser.press(Keys.ESCAPE);
		assertThat(this.browser.evaluate("document.querySelectorAll('.panel').length")).isEqualTo("0");
		assertThat(focused()).isEqualTo("one");
	}

	@Test
	void questionMarkListsTheKeysAndEscapeClosesTheList() {
		this.page.open();
		this.browser.press("?");
		assertThat(this.page.text("#keys")).contains("next, previous message", "search", "make Slack misbehave");
		this.browser.press(Keys.ESCAPE);
		assertThat(this.browser.evaluate("document.getElementById('keys').open")).isEqualTo("false");
	}

	@Test
	void keysThatAreTypedIntoAFieldAreNoCommands() throws Exception {
		this.page.say("c", "one").open();
		this.browser.press("/", "jk?");
		assertThat(this.browser.evaluate("document.getElementById('search').value")).isEqualTo("jk?");
		assertThat(this.browser.evaluate("document.getElementById('keys').open")).isEqualTo("false");
	}

	@Test
	void focusGoesToTheNeighbourOfAMessageThatIsDeleted() throws Exception {
		this.page.bot().post("c", "\"text\":\"stays\"");
		Bot.Posted goes = this.page.bot().post("c", "\"text\":\"goes\"");
		this.page.open();
		this.browser.press("k");
		assertThat(focused()).isEqualTo("goes");
		this.page.inbox().delete("c", goes.ts());
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 1");
		assertThat(focused()).isEqualTo("stays");
	}

	private String focused() {
		return this.browser.evaluate("document.activeElement.closest('article')?.querySelector('.body').textContent");
	}

}
