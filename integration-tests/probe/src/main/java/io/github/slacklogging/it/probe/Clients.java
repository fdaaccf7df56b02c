package io.github.slacklogging.it.probe;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;

/** Loaded only where the application has Boot's HTTP clients. */
final class Clients {

	private Clients() {
	}

	/** What RestClient and RestTemplate would use. */
	static String requestFactory() {
		return ClientHttpRequestFactoryBuilder.detect().build().getClass().getSimpleName();
	}

}
