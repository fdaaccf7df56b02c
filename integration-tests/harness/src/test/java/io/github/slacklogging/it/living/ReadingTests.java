package io.github.slacklogging.it.living;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What counts in this suite is read from texts, so the reading must be right. */
class ReadingTests {

	@Test
	void countIsTheOneBehindThePlace() {
		assertThat(ShownCount.in("ERROR in orders-api (prod), 1,284 times in 42 min: Stock: It is low."))
			.isEqualTo(1_284);
		assertThat(
				ShownCount.in("Quiet for 15 min: ERROR in orders-api (prod), 12 times over 42 min: Stock: It is low."))
			.isEqualTo(12);
	}

	@Test
	void messageWithoutACountTellsOfOneEvent() {
		assertThat(ShownCount.in("ERROR in orders-api (prod): Stock: It is low.")).isEqualTo(1);
	}

	@Test
	void loggedTextIsNoCount() {
		assertThat(ShownCount.in("ERROR in orders-api (prod): Stock: I asked (twice), 9 times in 2 min: no."))
			.isEqualTo(1);
	}

	@Test
	void troublesThatShareALineAreTold() {
		OwnTrouble trouble = OwnTrouble.in("Banner\nslack-logging: one; two (3 times)\nslack-logging: three\n");
		assertThat(trouble.sentences()).containsExactly("one", "two (3 times)", "three");
		assertThat(trouble.about("three")).containsExactly("three");
	}

}
