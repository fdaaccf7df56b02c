package io.github.slacklogging.masking;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameMaskingTests {

	private final NameMasking names = new NameMasking(EventMasking.Settings.defaults().chosen().textMasking(),
			EventMasking.Settings.defaults().chosen().secretKeys());

	@Test
	void nameWithNothingToMaskIsTheSameEachTime() {
		for (int i = 0; i < 2; i++) {
			assertThat(this.names.mask("com.acme.orders.OrderService").text())
				.isEqualTo("com.acme.orders.OrderService");
			assertThat(this.names.mask("com.acme.orders.OrderService").rules()).isEmpty();
		}
	}

	@Test
	void secretInANameIsMaskedAndToldEachTime() {
		for (int i = 0; i < 2; i++) {
			assertThat(this.names.mask("worker of jane@example.com").text()).isEqualTo("worker of ***@***.***");
			assertThat(this.names.mask("worker of jane@example.com").rules()).containsExactly("email");
		}
	}

	@Test
	void longNameIsCutEachTime() {
		String name = "word ".repeat(20_000);
		for (int i = 0; i < 2; i++) {
			assertThat(this.names.mask(name).text()).hasSizeLessThan(name.length()).endsWith("…");
		}
	}

	@Test
	void keyOfASecretIsOneEachTimeAndAnotherKeyNever() {
		for (int i = 0; i < 2; i++) {
			assertThat(this.names.isSecret("user.password")).isTrue();
			assertThat(this.names.isSecret("user.name")).isFalse();
		}
	}

	@Test
	void keyMayBeSecretThoughThereIsNothingToMaskInIt() {
		assertThat(this.names.mask("user.password").text()).isEqualTo("user.password");
		assertThat(this.names.isSecret("user.password")).isTrue();
	}

}
