package io.github.slacklogging.inbox;

import java.net.URI;
import java.util.Map;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/** A living message and its thread in a real browser. */
@InBrowser
class ThreadInBrowserTests {

	private final Browser browser;

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	ThreadInBrowserTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void threadOpensBesideTheMessagesAndFollows() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"one\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.replies button')");
		assertThat(browser.evaluate("document.querySelectorAll('#messages .message').length")).isEqualTo("1");
		browser.evaluate("document.querySelector('.replies button').click()");
		assertThat(browser.evaluate("document.querySelector('#thread-parent .body').textContent")).isEqualTo("parent");
		assertThat(replies(browser)).isEqualTo("one");
		Posted two = this.bot.reply(parent, "\"text\":\"two\"");
		browser.waitUntil("document.getElementById('thread-count').textContent === '2 replies'");
		this.bot.update(two, "\"text\":\"two, edited\"");
		browser.waitUntil("document.querySelector('#thread-replies').textContent.includes('two, edited')");
		assertThat(replies(browser)).isEqualTo("one|two, edited");
		this.bot.update(parent, "\"text\":\"parent, edited\"");
		browser.waitUntil("document.querySelector('#thread-parent .body').textContent === 'parent, edited'");
	}

	@Test
	void threadClosesByEscapeAndGivesTheFocusBack() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"one\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.replies button') && document.querySelector('.status.live')");
		browser.evaluate("document.querySelector('.replies button').click()");
		assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("thread-close");
		this.bot.reply(parent, "\"text\":\"two\"");
		browser.waitUntil("document.querySelector('.replies b').textContent === '2 replies'");
		browser.press(Keys.ESCAPE);
		assertThat(browser.evaluate("document.getElementById('thread').hidden")).isEqualTo("true");
		assertThat(browser.evaluate("document.activeElement.textContent")).startsWith("2 replies");
	}

	@Test
	void replyThatComesMeanwhileTakesNoFocusAway() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"one\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.replies button') && document.querySelector('.status.live')");
		browser.evaluate("document.querySelector('.replies button').focus()");
		this.bot.reply(parent, "\"text\":\"two\"");
		browser.waitUntil("document.querySelector('.replies b').textContent === '2 replies'");
		assertThat(browser.evaluate("document.activeElement.textContent")).startsWith("2 replies");
	}

	@Test
	void broadcastReplyStandsInTheChannelAndSaysWhereItBelongs() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"*parent* <https://x.test|link>\"");
		this.bot.reply(parent, "\"text\":\"loud\",\"reply_broadcast\":true");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelectorAll('#messages .message').length === 2");
		assertThat(browser.evaluate("document.querySelector('.origin:not(:empty)').textContent"))
			.isEqualTo("replied to a thread: parent link");
		browser.evaluate("document.querySelector('.origin button').click()");
		assertThat(replies(browser)).isEqualTo("loud");
		assertThat(browser.evaluate("document.querySelector('#thread-replies .in').textContent"))
			.isEqualTo("also sent to the channel");
	}

	@Test
	void earlierFormsAreOneClickAwayAndStayOpenOverTheNextEdit() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"once\"");
		this.bot.update(posted, "\"text\":\"twice\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('[data-tab=history]')");
		browser.waitUntil("document.querySelector('.status.live')");
		browser.evaluate("document.querySelector('[data-tab=history]').click()");
		browser.waitUntil("document.querySelector('.past .body')?.textContent === 'once'");
		this.bot.update(posted, "\"text\":\"3 times\"");
		browser.waitUntil("document.querySelector('.past .body')?.textContent === 'twice'");
		browser.evaluate("document.querySelector('[role=tabpanel] header button').click()");
		assertThat(past(browser)).isEqualTo("once");
		assertThat(browser.evaluate("document.querySelector('.when').textContent")).startsWith("Earlier form 1 of 2");
		assertThat(browser.evaluate("document.querySelector('[role=tabpanel] header button').disabled"))
			.isEqualTo("true");
	}

	@Test
	void onlyAnEditByTextIsMarked() throws Exception {
		Posted text = this.bot.post("c", "\"text\":\"x\"");
		Posted blocks = this.bot.post("c", "\"text\":\"x\"");
		this.bot.update(text, "\"text\":\"y\"");
		this.bot.update(blocks, "\"text\":\"y\",\"blocks\":[{\"type\":\"divider\"}]");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelectorAll('.message:not(.refused)').length === 2");
		assertThat(browser
			.evaluate("[...document.querySelectorAll('.message')].map((m) => m.querySelectorAll('.edited').length)"))
			.isEqualTo("1,0");
		assertThat(browser.evaluate("document.querySelectorAll('[data-tab=history]').length")).isEqualTo("2");
	}

	@Test
	void reactionsComeAndGo() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.status.live') && document.querySelector('.message')");
		this.bot.react("reactions.add", posted, "white_check_mark");
		browser.waitUntil("document.querySelector('.reaction svg[aria-label=\"white check mark\"]')");
		this.bot.react("reactions.remove", posted, "white_check_mark");
		browser.waitUntil("document.querySelector('.message') && !document.querySelector('.reaction')");
	}

	@Test
	void fileCanBeReadInTheThread() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		String id = this.bot.upload("trace.txt", "java.lang.Error: <b>\n\tat X");
		this.bot.share(id, ",\"channel_id\":\"" + parent.channel() + "\",\"thread_ts\":\"" + parent.ts() + "\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.replies button')");
		browser.evaluate("document.querySelector('.replies button').click()");
		assertThat(browser.evaluate("document.querySelector('.thread .file summary').textContent"))
			.isEqualTo("trace.txt 26 bytes · 2 lines");
		assertThat(browser.evaluate("document.querySelector('.thread .file pre').textContent"))
			.isEqualTo("java.lang.Error: <b>\n\tat X");
	}

	@Test
	void permalinkOfAReplyOpensItsThread() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		Posted reply = this.bot.reply(parent, "\"text\":\"reply\"");
		String link = String
			.valueOf(this.bot.form("chat.getPermalink", Map.of("channel", parent.channel(), "message_ts", reply.ts()))
				.text("permalink"));
		Browser browser = open(URI.create(link));
		browser.waitUntil("document.querySelector('#thread-replies .target .body')?.textContent === 'reply'");
	}

	@Test
	void deletedMessageGoesAndItsRepliesSaySo() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"reply\"");
		Browser browser = open(this.inbox.url());
		browser.waitUntil("document.querySelector('.status.live') && document.querySelector('.replies button')");
		browser.evaluate("document.querySelector('.replies button').click()");
		this.inbox.delete("c", parent.ts());
		browser.waitUntil("document.querySelector('.thread .gone')");
		assertThat(replies(browser)).isEqualTo("reply");
		assertThat(browser.evaluate("document.querySelector('#messages .origin:not(:empty)').textContent"))
			.isEqualTo("replied to a thread whose first message is gone");
	}

	@Test
	void phoneShowsTheThreadAlone() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		this.bot.reply(parent, "\"text\":\"" + "long ".repeat(80) + "\"");
		Browser browser = open(this.inbox.url());
		browser.size(390, 844);
		browser.waitUntil("document.querySelector('.replies button')");
		browser.evaluate("document.querySelector('.replies button').click()");
		assertThat(browser.evaluate("document.getElementById('thread').getBoundingClientRect().width"))
			.isEqualTo("390");
		assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("390");
	}

	private Browser open(URI page) {
		this.browser.open(page);
		return this.browser;
	}

	private static String replies(Browser browser) {
		return browser.evaluate(
				"[...document.querySelectorAll('#thread-replies .body')].map((each) => each.textContent).join('|')");
	}

	private static String past(Browser browser) {
		return browser.evaluate("document.querySelector('.past .body').textContent");
	}

}
