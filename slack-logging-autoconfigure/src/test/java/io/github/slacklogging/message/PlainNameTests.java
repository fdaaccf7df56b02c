package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainNameTests {

	@Test
	void ordinaryNameStays() {
		assertThat(PlainName.of("orders_api *2* (prod): ü 日本", 80)).isEqualTo("orders_api *2* (prod): ü 日本");
	}

	@Test
	void whatCouldActIsShownByItsLookAlike() {
		assertThat(PlainName.of("<!here> `x` :fire:", 80)).isEqualTo("‹!here› ˋxˋ ∶fire∶");
	}

	@Test
	void nameIsOneLineCutBetweenCharacters() {
		assertThat(PlainName.of("a\nb", 80)).isEqualTo("a b");
		assertThat(PlainName.of("abc\uD83D\uDE00", 4)).isEqualTo("abc");
	}

}
