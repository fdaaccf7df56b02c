package io.github.slacklogging.inbox;

import java.net.URI;

import io.github.slacklogging.testing.Browser;

/** An inbox and its page in a browser, for tests. */
final class InboxPage implements AutoCloseable {

	/** The newest message or refused request of the list. */
	static final String NEWEST = "[...document.querySelectorAll('#messages > article')].at(-1)";

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Browser browser;

	InboxPage(Browser browser) {
		this.browser = browser;
	}

	SlackInbox inbox() {
		return this.inbox;
	}

	Bot bot() {
		return new Bot(this.inbox);
	}

	/** Opens it, and waits until it follows what comes. */
	InboxPage open() {
		return open(this.inbox.url());
	}

	InboxPage open(URI url) {
		this.browser.open(url);
		this.browser.waitUntil("document.querySelector('.status.live')");
		return this;
	}

	/** Sends text by a webhook. */
	InboxPage say(String channel, String text) throws Exception {
		this.probe.post(this.inbox.webhookUrl(channel), "{\"text\":\"" + text + "\"}");
		return this;
	}

	/** Sends one of {@link SampleMessages} by a webhook. */
	InboxPage sample(String channel, String name) throws Exception {
		this.probe.post(this.inbox.webhookUrl(channel), SampleMessages.json(name));
		return this;
	}

	/** Opens one view of the newest message, and waits until it is there. */
	InboxPage view(String name, String expected) {
		this.browser.evaluate(NEWEST + ".querySelector('[data-tab=" + name + "]').click()");
		this.browser.waitUntil("document.querySelector('.panel." + name + " " + expected + "')");
		return this;
	}

	/** What a person reads where the selector points first. */
	String text(String selector) {
		return this.browser.evaluate("document.querySelector(\"" + selector + "\")?.innerText");
	}

	/** The bodies of the messages of the list, one after the other. */
	String bodies() {
		return this.browser.evaluate("[...document.querySelectorAll('#messages > .message:not(.refused) > .content > "
				+ ".body')].map((each) => each.textContent).join('|')");
	}

	@Override
	public void close() {
		this.inbox.close();
	}

}
