package io.github.slacklogging.message;

import io.github.slacklogging.MaskedThrowable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SubjectTests {

	private final MaskedThrowable thrown = Told.wrapping(Told.thrown("java.io.IOException", " disk full "),
			"com.acme.Wrapper", "wrapped");

	@Test
	void withoutExceptionTheLoggerIsTheName() {
		assertThat(Subject.of(Told.error("Order failed").event()))
			.isEqualTo(new Subject("OrderService", "Order failed", ""));
	}

	@Test
	void rootCauseGivesNameAndReason() {
		assertThat(Subject.of(Told.error("Order failed").thrown(this.thrown).event()))
			.isEqualTo(new Subject("IOException", "Order failed", "disk full"));
	}

	@Test
	void reasonIsNotSaidTwice() {
		assertThat(Subject.of(Told.error("Failed: disk full!").thrown(this.thrown).event()).reason()).isEmpty();
		assertThat(Subject.of(Told.error("x").thrown(Told.thrown("A", null)).event()).reason()).isEmpty();
	}

	@Test
	void reasonStandsInForAMissingMessage() {
		assertThat(Subject.of(Told.error(" \u200B").thrown(this.thrown).event()))
			.isEqualTo(new Subject("IOException", "disk full", ""));
		assertThat(Subject.of(Told.error("").event()).message()).isEqualTo("(no message)");
		assertThat(Subject.of(Told.error("").logger("").event()).name()).isEqualTo("log");
	}

	@Test
	void failedStartIsToldByItsDescription() {
		Subject failed = new Subject("Start failed", "Cycle:", "");
		assertThat(Subject.of(Told.failedStart("Cycle:\n| a", "Cut it.").event())).isEqualTo(failed);
		assertThat(Subject.ofKind(Told.failedStart("Cycle:\n| a", "Cut it.").event())).isEqualTo(failed);
	}

	@Test
	void kindIsToldByItsTemplate() {
		Told told = Told.error("Order 7 failed").template("Order {} failed").thrown(this.thrown);
		assertThat(Subject.ofKind(told.event())).isEqualTo(new Subject("IOException", "Order {} failed", ""));
		assertThat(Subject.ofKind(told.template("{}: {}").event())).isEqualTo(Subject.of(told.event()));
	}

}
