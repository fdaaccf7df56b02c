package io.github.slacklogging;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunIdTests {

	private final RunId runId = RunId.random(new Random(42));

	@Test
	void runIdIsThirteenCharactersOfCrockfordsBase32() {
		assertThat(this.runId.toString()).matches("[0-9a-hjkmnp-tv-z]{13}");
		assertThat(RunId.random()).asString().isNotEqualTo(RunId.random().toString());
	}

	@Test
	void logIdIsRunIdAndSequenceInBase32() {
		assertThat(this.runId.logId(0)).isEqualTo(this.runId + "-0");
		assertThat(this.runId.logId(31)).isEqualTo(this.runId + "-z");
		assertThat(this.runId.logId(32)).isEqualTo(this.runId + "-10");
		assertThat(this.runId.logId(Long.MAX_VALUE)).isEqualTo(this.runId + "-7zzzzzzzzzzzz");
	}

	@Test
	void signBitOfTheSequenceIsIgnored() {
		assertThat(this.runId.logId(Long.MIN_VALUE | 5)).isEqualTo(this.runId.logId(5));
	}

}
