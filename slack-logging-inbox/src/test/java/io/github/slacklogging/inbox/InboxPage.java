package io.github.slacklogging.inbox;

import java.net.URI;

import io.github.slacklogging.testing.Browser;

/** An inbox and its page in a browser, for tests. */
final class InboxPage implements AutoCloseable {

	/** The newest message or refused request of the list. */
	static final String NEWEST = "[...document.querySelectorAll('#messages > article')].at(-1)";

	/** Notes when the event of a message has come, before the page learns of it. */
	private static final String CLOCK = """
			window.EventSource = class extends EventSource {
			  constructor(...of) {
			    super(...of);
			    this.addEventListener('message', () => { window.arrived = performance.now(); });
			  }
			};""";

	/**
	 * Sends some messages from the page, one after the other, and gives the shortest time
	 * in milliseconds from the arrival of its event to the end of the frame that shows
	 * it. The way to the inbox and back is not in it, and neither is whatever else kept
	 * this machine busy at the other messages.
	 */
	static final String MEASURED = """
			(async () => {
			  const took = [];
			  for (const text of [1, 2, 3, 4, 5].map((i) => 'arrival ' + i + '.')) {
			    const seen = new Promise((done) => new MutationObserver((changes, self) => {
			      if (!document.getElementById('messages').lastElementChild.textContent.includes(text)) return;
			      self.disconnect();
			      requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.arrived)));
			    }).observe(document.getElementById('messages'), { childList: true, subtree: true }));
			    await fetch('/services/T000INBOX/B000INBOX/inbox', { method: 'POST', headers: { 'Content-Type': 'application/json' },
			      body: JSON.stringify({ text }) });
			    took.push(await seen);
			  }
			  return Math.ceil(Math.min(...took));
			})()""";

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

	/**
	 * Opens it, and lets {@link #MEASURED} tell how long the page takes from the event to
	 * the frame.
	 */
	InboxPage openMeasured() {
		this.browser.open(this.inbox.url(), CLOCK);
		this.browser.waitUntil("document.querySelector('.status.live')");
		return this;
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
