package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** Finding messages, in a real browser. */
@InBrowser
class SearchInBrowserTests {

	private final Browser browser;

	private final InboxPage page;

	SearchInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void wordsAreFoundInTextsFieldsAndTraces() throws Exception {
		this.page.sample("orders", "first").say("other", "something else").open();
		assertFound("order 4711", 1);
		assertFound("http-nio-8080-exec-4", 1);
		assertFound("OrderRepository.java:29", 1);
		assertFound("\\\"connection <closed>\\\"", 1);
		assertFound("4711 else", 0);
		assertThat(this.page.text("#nothing")).contains("Nothing found");
		this.browser.click("#nothing-clear");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 2");
	}

	@Test
	void conditionsNarrowWhatIsFound() throws Exception {
		this.page.sample("orders", "first").sample("orders", "refused").say("other", "plain").open();
		assertFound("from:orders-api", 1);
		assertFound("in:#other", 1);
		assertFound("is:refused", 1);
		assertFound("level:error", 1);
		assertFound("in:orders level:critical", 0);
	}

	@Test
	void wordsAreMarkedWhereTheyAreSeen() throws Exception {
		this.page.say("c", "one needle, another needle").open();
		search("needle");
		this.browser.waitUntil("CSS.highlights.get('found')?.size === 2");
		assertThat(this.browser.evaluate("document.querySelector('#messages .body').textContent"))
			.isEqualTo("one needle, another needle");
		search("");
		this.browser.waitUntil("!CSS.highlights.has('found')");
	}

	@Test
	void replyIsFoundInItsThread() throws Exception {
		Bot.Posted parent = this.page.bot().post("c", "\"text\":\"parent\"");
		this.page.bot().reply(parent, "\"text\":\"hidden away\"");
		this.page.open();
		assertFound("hidden", 1);
		this.browser.evaluate("document.querySelector('#messages .origin button').click()");
		assertThat(this.page.text("#thread-replies .body")).isEqualTo("hidden away");
	}

	@Test
	void severityIsALowestOne() throws Exception {
		this.page.sample("c", "first").sample("c", "critical").say("c", "none").open();
		severity("ERROR");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 2");
		severity("CRITICAL");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 1");
		assertThat(this.page.text("#count")).isEqualTo("1 message found");
		severity("");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 3");
	}

	@Test
	void slashSearchesAndEscapeShowsAllAgain() throws Exception {
		this.page.say("c", "one").say("c", "two").open();
		this.browser.press("/");
		assertThat(this.browser.evaluate("document.activeElement.id")).isEqualTo("search");
		this.browser.press("two");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 1");
		this.browser.press(Keys.ESCAPE);
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 2");
		assertThat(this.browser.evaluate("document.activeElement.localName")).isEqualTo("article");
	}

	private void assertFound(String typed, int messages) {
		search(typed);
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === " + messages
				+ " && document.getElementById('count').textContent.endsWith('found')");
	}

	private void search(String typed) {
		this.browser.evaluate("(() => { const field = document.getElementById('search'); field.value = \"" + typed
				+ "\"; field.dispatchEvent(new Event('input')); })()");
	}

	private void severity(String name) {
		this.browser.evaluate("(() => { const field = document.getElementById('severity'); field.value = '" + name
				+ "'; field.dispatchEvent(new Event('change')); })()");
	}

}
