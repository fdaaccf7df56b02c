package io.github.slacklogging.transport;

import java.net.URI;
import java.util.function.Function;

import io.github.slacklogging.Secret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import reactor.core.publisher.Mono;

/**
 * Puts the secret URI and authorization in at the last moment. WebClient only knows the
 * public URI: it writes what it knows into its debug log and into every exception.
 *
 * @param connector sends
 * @param call holds the secrets
 */
record SecretConnector(ClientHttpConnector connector, HttpCall call) implements ClientHttpConnector {

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI publicUri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {
		return this.connector.connect(method, this.call.uri(), (outgoing) -> {
			Secret authorization = this.call.authorization();
			if (authorization != null) {
				outgoing.getHeaders().set(HttpHeaders.AUTHORIZATION, authorization.reveal());
			}
			return callback.apply(outgoing);
		});
	}

}
