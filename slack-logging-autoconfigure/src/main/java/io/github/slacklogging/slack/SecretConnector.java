package io.github.slacklogging.slack;

import java.net.URI;
import java.util.function.Function;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Puts the secret URI and token in at the last moment. WebClient only knows the public
 * URI: it writes what it knows into its debug log and into every exception.
 *
 * @param connector sends
 * @param request holds the secrets
 */
record SecretConnector(ClientHttpConnector connector, SlackRequest request) implements ClientHttpConnector {

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI publicUri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {
		return this.connector.connect(method, this.request.uri(), (outgoing) -> {
			String token = this.request.token();
			if (token != null) {
				outgoing.getHeaders().setBearerAuth(token);
			}
			return callback.apply(outgoing);
		});
	}

}
