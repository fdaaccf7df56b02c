package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the inbox the destination 'default'. It is the last property source, so that a
 * destination that is configured later, by a test for example, is preferred; an inbox
 * that is demanded wins anyway. Immutable.
 */
final class InboxPropertySource extends MapPropertySource {

	static final String NAME = "slackLoggingInbox";

	private final URI page;

	private final String webhookUrl;

	private final boolean demanded;

	InboxPropertySource(URI page, URI webhookUrl, boolean demanded) {
		super(NAME, Map.of(SlackLoggingProperties.PREFIX + ".webhook-url", webhookUrl.toString()));
		this.page = page;
		this.webhookUrl = webhookUrl.toString();
		this.demanded = demanded;
	}

	static @Nullable InboxPropertySource in(ConfigurableEnvironment environment) {
		return (environment.getPropertySources().get(NAME) instanceof InboxPropertySource inbox) ? inbox : null;
	}

	URI page() {
		return this.page;
	}

	/** Whether {@code inbox.enabled} is true and not only auto. */
	boolean isDemanded() {
		return this.demanded;
	}

	DestinationProperties destination() {
		return DestinationProperties.of(this.webhookUrl, null, null, null, null);
	}

	boolean isAddressOf(DestinationProperties destination) {
		return this.webhookUrl.equals(destination.webhookUrl());
	}

}
