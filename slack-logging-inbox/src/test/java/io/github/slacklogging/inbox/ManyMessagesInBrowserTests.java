package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page beside an application that does not stop, in a real browser. */
@InBrowser
class ManyMessagesInBrowserTests {

	/** Times what an arrival costs the page, from its event to the end of its layout. */
	private static final String COST_OF_ARRIVALS = """
			(async () => {
			  const costs = [];
			  for (let i = 0; i < 20; i++) {
			    const start = performance.now();
			    const seen = new Promise((done) => new MutationObserver((changes, self) => {
			      if (!document.getElementById('messages').lastElementChild.textContent.includes('arrival ' + i + '.')) return;
			      self.disconnect();
			      document.body.offsetHeight;
			      done(performance.now() - start);
			    }).observe(document.getElementById('messages'), { childList: true, subtree: true }));
			    await fetch('/services/T000INBOX/B000INBOX/c', { method: 'POST', headers: { 'Content-Type': 'application/json' },
			      body: JSON.stringify({ text: 'arrival ' + i + '.' }) });
			    costs.push(await seen);
			  }
			  return Math.round(costs.sort((a, b) => a - b)[10]);
			})()""";

	private final Browser browser;

	private final InboxPage page;

	ManyMessagesInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void fullInboxOpensAndTakesTheNextMessageWithinHalfASecond() throws Exception {
		fill(1_100);
		this.page.open();
		assertThat(this.page.text("#kept")).contains("Keeps the newest 1,000 messages", "100 older ones forgotten");
		assertThat(Integer.parseInt(this.browser.evaluate("document.querySelectorAll('#messages > article').length")))
			.isLessThanOrEqualTo(100);
		long median = Long.parseLong(this.browser.evaluate(COST_OF_ARRIVALS));
		assertThat(median).as("milliseconds from the call to the eye").isLessThan(500);
	}

	@Test
	void olderMessagesAreShownOnDemandAndFoundBySearch() throws Exception {
		fill(450);
		this.page.open();
		this.browser.press("g");
		this.browser.waitUntil("document.activeElement.querySelector('.body')?.textContent.includes('number 0.')");
		this.browser
			.evaluate("(() => { const field = document.getElementById('search'); field.value = '\"number 17.\"'; "
					+ "field.dispatchEvent(new Event('input')); })()");
		this.browser.waitUntil("document.getElementById('count').textContent === '1 message found'");
	}

	@Test
	void stormIsFollowedToItsLastMessage() throws Exception {
		this.page.open();
		fill(1_500);
		this.browser.waitUntil(InboxPage.NEWEST + "?.textContent.includes('number 1499.')");
		this.browser.waitUntil("document.getElementById('kept').textContent.includes('500 older ones forgotten')");
		assertThat(this.page.text("#channels [data-view='']")).contains("1,000");
	}

	private void fill(int messages) throws Exception {
		this.page.inbox().unlimited();
		for (int i = 0; i < messages; i++) {
			this.page.say("c", "number " + i + ".");
		}
	}

}
