package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Making Slack misbehave from the page, in a real browser. */
@InBrowser
class FaultsInBrowserTests {

	private final Browser browser;

	private final InboxPage page;

	FaultsInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void oneClickTakesSlackDownAndOneBringsItBack() throws Exception {
		this.page.open();
		panel();
		this.browser.click("[data-kind=error500]");
		this.browser.waitUntil("!document.getElementById('banner').hidden");
		assertThat(status()).isEqualTo(503);
		assertThat(this.page.text("#banner")).contains("Slack misbehaves", "503");
		this.browser.click("#back-to-normal");
		this.browser.waitUntil("document.getElementById('banner').hidden");
		assertThat(status()).isEqualTo(200);
	}

	@Test
	void faultMayBeForOneChannelAndOneTime() throws Exception {
		this.page.say("a", "x").say("b", "x").open();
		panel();
		choose("fault-where", "#a");
		choose("fault-times", "1");
		this.browser.click("[data-kind=throttle]");
		this.browser.waitUntil("document.querySelector('#faults-active li')");
		assertThat(new HttpProbe().post(this.page.inbox().webhookUrl("b"), "{\"text\":\"x\"}").statusCode())
			.isEqualTo(200);
		assertThat(new HttpProbe().post(this.page.inbox().webhookUrl("a"), "{\"text\":\"x\"}").statusCode())
			.isEqualTo(429);
		this.browser.waitUntil("!document.querySelector('#faults-active li')");
	}

	@Test
	void tokenIsRevokedAndRestored() throws Exception {
		this.page.open();
		panel();
		this.browser.click("#fault-token");
		this.browser.waitUntil("document.getElementById('fault-token').ariaPressed === 'true'");
		assertThat(this.page.bot().post("c", "\"text\":\"x\"").error()).isEqualTo("token_revoked");
		this.browser.click("#faults-active button");
		this.browser.waitUntil("!document.querySelector('#faults-active li')");
		assertThat(this.page.bot().post("c", "\"text\":\"x\"").error()).isEqualTo("null");
	}

	@Test
	void channelIsArchivedAndSaysSoAtTheLeft() throws Exception {
		this.page.say("old", "x").open();
		panel();
		choose("fault-channel", "#old");
		this.browser.click("#fault-archive");
		this.browser.waitUntil("document.querySelector('[data-view=\"#old\"] .special')?.textContent === 'archived'");
		assertThat(this.page.bot().post("old", "\"text\":\"x\"").error()).isEqualTo("is_archived");
		this.browser.click("#back-to-normal");
		this.browser.waitUntil("!document.querySelector('[data-view=\"#old\"] .special')");
		assertThat(this.page.bot().post("old", "\"text\":\"x\"").error()).isEqualTo("null");
	}

	@Test
	void faultThatATestScriptedIsShownLive() {
		this.page.open();
		this.page.inbox().enqueue(Reply.serverError(500));
		this.browser.waitUntil("!document.getElementById('banner').hidden");
		assertThat(this.page.text("#banner-words")).contains("500");
	}

	@Test
	void addressLeadsStraightToTheFaults() {
		this.page.open(this.page.inbox().url().resolve("/#faults"));
		this.browser.waitUntil("document.querySelector('#fault-where option[value=webhook]')");
		assertThat(this.browser.evaluate("document.getElementById('faults').hidden")).isEqualTo("false");
		assertThat(this.browser.evaluate("document.activeElement.id")).isEqualTo("faults-close");
	}

	private void panel() {
		this.browser.click("#misbehave");
		this.browser.waitUntil("document.querySelector('#fault-where option[value=webhook]')");
	}

	private void choose(String field, String value) {
		this.browser.evaluate("document.getElementById('" + field + "').value = '" + value + "'");
	}

	private int status() throws Exception {
		return new HttpProbe().post(this.page.inbox().webhookUrl("c"), "{\"text\":\"x\"}").statusCode();
	}

}
