package io.github.slacklogging.inbox;

import java.net.URI;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The views of one message, in a real browser. */
@InBrowser
class ViewsInBrowserTests {

	private final Browser browser;

	private final InboxPage page;

	ViewsInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void jsonIsWhatWasSent() throws Exception {
		this.page.sample("c", "first").open().view("json", "pre");
		assertThat(this.browser.evaluate("JSON.parse(document.querySelector('.panel pre').textContent).username"))
			.isEqualTo("orders-api");
		assertThat(this.page.text(".panel header")).contains("bytes", "Copy as curl", "Copy");
		assertThat(this.browser.evaluate("document.querySelector('.message > .content > .body').hidden"))
			.isEqualTo("true");
	}

	@Test
	void sameTabAgainShowsTheMessage() throws Exception {
		this.page.say("c", "x").open().view("json", "pre");
		this.browser.evaluate(InboxPage.NEWEST + ".querySelector('[data-tab=json]').click()");
		assertThat(this.browser.evaluate("document.querySelectorAll('.panel').length")).isEqualTo("0");
		assertThat(this.browser.evaluate("document.querySelector('[data-tab=shown]').ariaSelected")).isEqualTo("true");
	}

	@Test
	void validationSaysHowNearEachLimitIsTheNearestFirst() throws Exception {
		this.page.bot()
			.post("c", "\"text\":\"x\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
					+ "a".repeat(2870) + "\"}}]");
		this.page.open().view("validation", ".limits li");
		assertThat(this.page.text(".limits li .figures")).isEqualTo("2,870 of 3,000");
		assertThat(this.page.text(".limits li .what")).containsIgnoringCase("section text");
		assertThat(this.page.text(".limits li .pointer")).isEqualTo("/blocks/0/text/text");
		assertThat(this.page.text(".verdict")).contains("95 %");
		assertThat(this.browser.evaluate("document.querySelector('.limits li').className")).isEqualTo("near");
	}

	@Test
	void refusedRequestShowsItsViolationsFirst() throws Exception {
		this.page.sample("c", "refused").open().view("validation", ".violations li");
		assertThat(this.page.text(".verdict")).startsWith("Slack refuses this");
		assertThat(this.page.text(".violations")).contains("/blocks/1/text/text");
		assertThat(this.browser
			.evaluate("[...document.querySelector('.refused .tabs').children].map((tab) => tab.textContent)"))
			.isEqualTo("Why,JSON,Validation,Request");
		this.page.view("request", ".facts");
		assertThat(this.page.text(".facts")).contains("400");
	}

	@Test
	void notificationIsWhatALockScreenShows() throws Exception {
		this.page.sample("oncall", "first").open().view("notification", ".push");
		assertThat(this.page.text(".phone .push")).contains("#oncall", "ERROR in orders-api (prod)")
			.doesNotContain(":red_circle:");
	}

	@Test
	void notificationOfAPhoneIsTheTextAndOfADesktopTheBlocks() throws Exception {
		this.page.bot()
			.post("c", "\"text\":\"*for* <!here>\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\","
					+ "\"text\":\"for a `desk`\"}}]");
		this.page.open().view("notification", ".push");
		assertThat(this.page.text(".phone .push p")).endsWith("for @here");
		assertThat(this.page.text(".desktop .push p")).endsWith("for a desk");
	}

	@Test
	void phoneThatIsGivenNoTextShowsNoneOfTheBlocks() throws Exception {
		this.page.bot()
			.post("c", "\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"only here\"}}]");
		this.page.open().view("notification", ".push");
		assertThat(this.page.text(".phone .push p")).isEqualTo("Nothing to show");
		assertThat(this.page.text(".desktop .push p")).endsWith("only here");
		assertThat(this.page.text(".panel .hint")).contains("has none");
	}

	@Test
	void requestShowsItsHeadersWithoutSecretsAndItsTime() throws Exception {
		this.page.bot().post("c", "\"text\":\"x\"");
		this.page.open().view("request", ".facts");
		assertThat(this.page.text(".panel")).contains("chat.postMessage", "authorization", "Took", " ms", "\"ok\"")
			.doesNotContain(this.page.inbox().botToken());
	}

	@Test
	void historyShowsTheFormBeforeAndTheWordsThatChanged() throws Exception {
		Bot.Posted posted = this.page.bot().post("c", "\"text\":\"seen 10 times so far\"");
		this.page.bot().update(posted, "\"text\":\"seen 100 times so far\"");
		this.page.open().view("history", ".changes");
		assertThat(this.page.text(".past .body")).isEqualTo("seen 10 times so far");
		assertThat(this.page.text(".changes del")).isEqualTo("10");
		assertThat(this.page.text(".changes ins")).isEqualTo("100");
	}

	@Test
	void permalinkOfAMessageGoesThereAndMarksIt() throws Exception {
		this.page.say("c", "first");
		this.page.say("c", "second").open();
		this.browser.evaluate("""
				navigator.clipboard.writeText = async (text) => { window.copied = text; }""");
		this.browser.evaluate("document.querySelector('#messages > article .permalink').click()");
		this.browser.waitUntil("document.getElementById('toast').textContent === 'Link copied'");
		String link = this.browser.evaluate("window.copied");
		this.page.open(URI.create(link));
		this.browser.waitUntil("document.querySelector('.target')");
		assertThat(this.page.text(".target .body")).isEqualTo("first");
	}

	@Test
	void permalinkOfAMessageThatIsGoneSaysSo() {
		this.page.open(this.page.inbox().url().resolve("/archives/C000INBOX001/p1700000000000001"));
		this.browser.waitUntil("!document.getElementById('lost').hidden");
	}

}
