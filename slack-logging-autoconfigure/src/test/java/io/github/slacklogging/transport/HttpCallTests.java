package io.github.slacklogging.transport;

import java.net.URI;

import io.github.slacklogging.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpCallTests {

	private static final URI HOOK = URI.create("https://hooks.slack.com/services/T000/B000/XXX_test?a=b");

	@Test
	void othersSeeTheHostAndNothingElse() {
		HttpCall call = new HttpCall("POST", HOOK, Secret.of("Bearer sesame_test"), HttpCall.Content.NONE);
		assertThat(call).hasToString("POST https://hooks.slack.com/***");
		assertThat(HttpCall.probe(HOOK)).hasToString("GET https://hooks.slack.com/***");
		assertThat(HttpCall.probe(HOOK).uri()).hasToString("https://hooks.slack.com/");
		assertThat(HttpCall.probe(HOOK).authorization()).isNull();
	}

	@Test
	void secretIsWhatFollowsTheSchemeOrElseTheAddress() {
		assertThat(secret("Bearer sesame_test")).isEqualTo("sesame_test");
		assertThat(secret("sesame_test")).isEqualTo("sesame_test");
		assertThat(new HttpCall("POST", HOOK, null, HttpCall.Content.NONE).secret())
			.isEqualTo("/services/T000/B000/XXX_test?a=b");
	}

	@Test
	void contentIsCompressedOnceAndOnlyWhereItIsLong() {
		HttpCall.Content brief = HttpCall.Content.of("text/plain", new byte[1024]);
		HttpCall.Content zipped = HttpCall.Content.of("text/plain", new byte[1025]).zipped();
		assertThat(brief.zipped()).isSameAs(brief);
		assertThat(zipped.encoding()).isEqualTo("gzip");
		assertThat(zipped.type()).isEqualTo("text/plain");
		assertThat(zipped.bytes()).hasSizeLessThan(100);
		assertThat(zipped.zipped()).isSameAs(zipped);
	}

	private static String secret(String authorization) {
		return new HttpCall("POST", HOOK, Secret.of(authorization), HttpCall.Content.NONE).secret();
	}

}
