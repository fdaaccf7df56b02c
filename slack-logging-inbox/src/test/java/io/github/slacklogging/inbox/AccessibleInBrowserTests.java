package io.github.slacklogging.inbox;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What axe says of the page in each of its states, in a real browser. */
@InBrowser
class AccessibleInBrowserTests {

	private final Browser browser;

	private final InboxPage page;

	AccessibleInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@ParameterizedTest
	@CsvSource({ "light,1280", "dark,390" })
	void emptyPageHindersNobody(String scheme, int width) {
		see(scheme, width);
		this.page.open();
		assertThat(this.browser.barriers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "light,1280", "dark,1280", "light,390" })
	void fullPageAndAnOpenThreadHinderNobody(String scheme, int width) throws Exception {
		see(scheme, width);
		SampleMessages.live(this.page.inbox(), "orders");
		this.page.sample("orders", "refused").sample("oncall", "critical").open();
		this.browser.evaluate("document.querySelector('.replies button').click()");
		assertThat(this.browser.barriers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void everyViewHindersNobody(String scheme) throws Exception {
		see(scheme, 1280);
		this.page.open();
		for (String view : new String[] { "json", "validation", "notification", "request", "history" }) {
			Bot.Posted posted = this.page.bot().post("c", "\"text\":\"once upon a time\"");
			this.page.bot().update(posted, "\"text\":\"twice upon a time, " + view + "\"");
			this.browser.waitUntil(InboxPage.NEWEST + "?.textContent.includes('" + view + "')");
			this.page.view(view, ":not(.gone)");
		}
		assertThat(this.browser.barriers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void faultsHinderNobody(String scheme) throws Exception {
		see(scheme, 1280);
		this.page.say("c", "x").open();
		this.browser.click("#misbehave");
		this.browser.click("[data-kind=error500]");
		this.browser.waitUntil("document.querySelector('#faults-active li')");
		assertThat(this.browser.barriers()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "light,connect", "dark,help" })
	void dialogsHinderNobody(String scheme, String opener) {
		see(scheme, 1280);
		this.page.open();
		this.browser.click("#" + opener);
		assertThat(this.browser.barriers()).isEmpty();
	}

	@Test
	void chosenThemeIsRemembered() {
		this.page.open();
		this.browser.click("#theme");
		this.browser.click("#theme");
		assertThat(ground()).isEqualTo("rgb(26, 24, 35)");
		this.page.open();
		assertThat(ground()).isEqualTo("rgb(26, 24, 35)");
		assertThat(this.page.text("#theme")).isEqualTo("Theme: dark");
		this.browser.click("#theme");
		assertThat(ground()).isEqualTo("rgb(255, 255, 255)");
	}

	@Test
	void themeOfTheSystemIsFollowed() {
		this.browser.scheme("dark");
		this.page.open();
		assertThat(ground()).isEqualTo("rgb(26, 24, 35)");
	}

	@Test
	void phoneHasItsChannelsInADrawerThatTheKeyboardDoesNotEnterWhileItIsShut() throws Exception {
		this.browser.size(390, 844);
		this.page.say("a", "in a").say("b", "in b").open();
		assertThat(this.browser.evaluate("document.getElementById('sidebar').inert")).isEqualTo("true");
		this.browser.click("#menu");
		this.browser.waitUntil("document.getElementById('sidebar').getBoundingClientRect().left === 0");
		this.browser.click("[data-view='#b']");
		this.browser.waitUntil("document.getElementById('sidebar').inert");
		assertThat(this.page.bodies()).isEqualTo("in b");
		assertThat(this.browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("390");
	}

	@Test
	void chosenTabIsInSightOnAPhone() throws Exception {
		this.browser.size(390, 844);
		this.page.say("a", "x").open().view("request", ".facts");
		assertThat(this.browser.evaluate(
				"""
						(() => {
						  const [tab, tabs] = ['[data-tab=request]', '.tabs'].map((each) => document.querySelector(each).getBoundingClientRect());
						  return tab.left >= tabs.left - 1 && tab.right <= tabs.right + 1;
						})()"""))
			.isEqualTo("true");
	}

	@Test
	void inboxThatIsOpenToOthersSaysSoAndDoesNotPromiseTheOpposite() {
		try (SlackInbox exposed = SlackInbox.start(Listening.onLoopback(0).on("0.0.0.0"))) {
			this.browser.open(exposed.url());
			this.browser.waitUntil("document.querySelector('.status.live')");
			assertThat(this.page.text("#exposed")).contains("Open to others");
			assertThat(this.page.text(".note")).startsWith("Keeps the newest");
		}
	}

	private void see(String scheme, int width) {
		this.browser.scheme(scheme);
		this.browser.size(width, 800);
	}

	private String ground() {
		return this.browser.evaluate("getComputedStyle(document.body).backgroundColor");
	}

}
