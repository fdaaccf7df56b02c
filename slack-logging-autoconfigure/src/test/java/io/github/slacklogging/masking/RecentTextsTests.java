package io.github.slacklogging.masking;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentTextsTests {

	private final RecentTexts texts = new RecentTexts();

	@Test
	void equalTextIsContained() {
		this.texts.add("traceId");
		assertThat(this.texts.contains(new StringBuilder("trace").append("Id").toString())).isTrue();
	}

	@Test
	void otherTextOfTheSameHashIsNotContained() {
		assertThat("Aa").hasSameHashCodeAs("BB");
		this.texts.add("Aa");
		assertThat(this.texts.contains("BB")).isFalse();
	}

	@Test
	void newerTextDisplacesTheOneAtItsPlace() {
		this.texts.add("Aa");
		this.texts.add("BB");
		assertThat(this.texts.contains("Aa")).isFalse();
		assertThat(this.texts.contains("BB")).isTrue();
	}

	@Test
	void longTextIsNotKept() {
		this.texts.add("x".repeat(257));
		assertThat(this.texts.contains("x".repeat(257))).isFalse();
		this.texts.add("x".repeat(256));
		assertThat(this.texts.contains("x".repeat(256))).isTrue();
	}

}
