package io.github.slacklogging.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * Gives refusals of the endpoint {@code slacklogging} a body on the web. Boot's own error
 * page leaves messages out by default, so nobody would read what is wrong. Thread-safe;
 * blocks as the endpoint does.
 */
@EndpointWebExtension(endpoint = SlackLoggingEndpoint.class)
public final class SlackLoggingEndpointWebExtension {

	private final SlackLoggingEndpoint endpoint;

	/**
	 * Extends an endpoint.
	 * @param endpoint that carries out the orders
	 */
	public SlackLoggingEndpointWebExtension(SlackLoggingEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@WriteOperation
	WebEndpointResponse<EndpointAnswer> order(@Nullable String action, @Nullable String destination,
			@Nullable String fingerprint, @Nullable String logger, @Nullable String term) {
		EndpointReply reply = this.endpoint.reply(new EndpointOrder(action, destination, fingerprint, logger, term));
		return new WebEndpointResponse<>(reply.answer(), reply.status());
	}

}
