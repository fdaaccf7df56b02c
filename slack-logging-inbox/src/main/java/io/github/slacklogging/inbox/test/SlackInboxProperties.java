package io.github.slacklogging.inbox.test;

import io.github.slacklogging.inbox.SlackInbox;

import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The addresses of an inbox as properties: {@code slack.inbox.url}, {@code .port},
 * {@code .webhook-url}, {@code .api-url} and {@code .bot-token}. {@link SlackInboxTest}
 * registers them by itself; a test that keeps an inbox of its own declares this as a
 * bean. Thread-safe.
 */
public final class SlackInboxProperties implements DynamicPropertyRegistrar {

	private final SlackInbox inbox;

	/**
	 * The properties of one inbox.
	 * @param inbox that is running
	 */
	public SlackInboxProperties(SlackInbox inbox) {
		this.inbox = inbox;
	}

	@Override
	public void accept(DynamicPropertyRegistry registry) {
		registry.add("slack.inbox.url", this.inbox::url);
		registry.add("slack.inbox.port", this.inbox::port);
		registry.add("slack.inbox.webhook-url", this.inbox::webhookUrl);
		registry.add("slack.inbox.api-url", this.inbox::apiUrl);
		registry.add("slack.inbox.bot-token", this.inbox::botToken);
	}

}
