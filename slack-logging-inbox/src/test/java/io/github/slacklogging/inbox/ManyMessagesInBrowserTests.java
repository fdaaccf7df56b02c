package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page beside an application that does not stop, in a real browser. */
@InBrowser
class ManyMessagesInBrowserTests {

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
		this.page.openMeasured();
		assertThat(this.page.text("#kept")).contains("Keeps the newest 1,000 messages", "100 older ones forgotten");
		assertThat(Integer.parseInt(this.browser.evaluate("document.querySelectorAll('#messages > article').length")))
			.isLessThanOrEqualTo(100);
		long milliseconds = Long.parseLong(this.browser.evaluate(InboxPage.MEASURED));
		assertThat(milliseconds).as("milliseconds from the event to the eye").isBetween(0L, 500L);
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
	void stormOfTenThousandIsFollowedToItsLastMessageAndLeavesThePageAsFastAsBefore() throws Exception {
		this.page.openMeasured();
		fill(10_000);
		this.browser.waitUntil(InboxPage.NEWEST + "?.textContent.includes('number 9999.')");
		this.browser.waitUntil("document.getElementById('kept').textContent.includes('9,000 older ones forgotten')");
		assertThat(this.page.text("#channels [data-view='']")).contains("1,000");
		assertThat(Long.parseLong(this.browser.evaluate(InboxPage.MEASURED)))
			.as("milliseconds from the event to the eye")
			.isBetween(0L, 500L);
	}

	private void fill(int messages) throws Exception {
		this.page.inbox().unlimited();
		for (int i = 0; i < messages; i++) {
			this.page.say("c", "number " + i + ".");
		}
	}

}
