package io.github.slacklogging.credential;

import java.util.List;

import io.github.slacklogging.Secret;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KnownSecretsTests {

	private final KnownSecrets known = new KnownSecrets();

	@Test
	void secretIsFoundWithinAText() {
		this.known.add(Secret.of("opensesame_test"));
		assertThat(this.known.test("--token=opensesame_test --debug")).isTrue();
		assertThat(this.known.test("open sesame")).isFalse();
	}

	@Test
	void pathOfAWebhookOpensTheDoorToo() {
		this.known.add(Secret.of("https://chat.example.com/hook/XXX_test?key=a"));
		assertThat(this.known.test("POST /hook/XXX_test?key=a HTTP/1.1")).isTrue();
		assertThat(this.known.test("https://chat.example.com/")).isFalse();
	}

	@Test
	void whatIsTooShortToBeASecretHidesNothing() {
		this.known.add(List.of("", " a ", "https://chat.example.com/a"));
		assertThat(this.known.test("https://example.com/a")).isFalse();
	}

	@Test
	void replacedSecretsAreRememberedForLongButNotForEver() {
		this.known.add(Secret.of("token-first_test"));
		for (int i = 0; i < 200; i++) {
			this.known.add(Secret.of("token-" + i + "_test"));
		}
		assertThat(this.known.test("token-first_test")).isTrue();
		for (int i = 200; i < 400; i++) {
			this.known.add(Secret.of("token-" + i + "_test"));
		}
		assertThat(this.known.test("token-first_test")).isFalse();
		assertThat(this.known.test("token-399_test")).isTrue();
	}

	@Test
	void secretsAreMaskedTheLongestFirstAndOtherTextIsTheSame() {
		this.known.add(List.of("opensesame", "opensesame_test"));
		assertThat(this.known.mask("tried opensesame_test, then opensesame twice: opensesame"))
			.isEqualTo("tried ***, then *** twice: ***");
		String other = "nothing to see";
		assertThat(this.known.mask(other)).isSameAs(other);
	}

	@Test
	void textOfItHoldsNoSecret() {
		this.known.add(Secret.of("opensesame_test"));
		assertThat(this.known.toString()).isEqualTo("KnownSecrets[1]");
	}

}
