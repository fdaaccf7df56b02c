package io.github.slacklogging.benchmark.arrival;

import java.net.URI;

import io.github.slacklogging.inbox.SlackInbox;

/** The inbox with its front. */
final class LocalSlack implements AutoCloseable {

	/** The secret part of the webhook's address; the inbox takes it for the channel. */
	static final String CHANNEL = "hush-4f9a2c71e8";

	private final SlackInbox inbox = SlackInbox.start();

	private final Arrivals arrivals = new Arrivals();

	private final SlackFront front = new SlackFront(this.inbox.url(), this.arrivals);

	/** Where a product sends to. */
	String address(Product product) {
		URI own = (product == Product.BOT) ? this.inbox.apiUrl() : this.inbox.webhookUrl(CHANNEL);
		return "http://127.0.0.1:" + this.front.port() + own.getPath();
	}

	/** What nobody may print: the channel is no secret of a bot, its token is. */
	String secret(Product product) {
		return (product == Product.BOT) ? this.inbox.botToken() : CHANNEL;
	}

	String token() {
		return this.inbox.botToken();
	}

	Arrivals arrivals() {
		return this.arrivals;
	}

	void use(Weather weather) {
		if (weather == Weather.STRICT) {
			this.inbox.limitTo(1, 1);
		}
		this.front.use(weather);
	}

	@Override
	public void close() {
		this.front.close();
		this.inbox.close();
	}

}
