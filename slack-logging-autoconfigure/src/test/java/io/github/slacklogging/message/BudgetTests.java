package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTests {

	@ParameterizedTest
	@CsvSource({ "10,99,99", "99,10,99", "99,99,10" })
	void takesUpToEachLimitAndNothingBeyond(int shown, int escaped, int bytes) {
		Budget budget = new Budget(new Size(shown, escaped, bytes));
		assertThat(budget.take(Size.ofLog("x".repeat(11)))).isFalse();
		assertThat(budget.take(Size.ofLog("x".repeat(10)))).isTrue();
		assertThat(budget.take(Size.ofLog("x"))).isFalse();
	}

	@Test
	void sizeCountsWhatSlackCounts() {
		assertThat(Size.ofLog("a<b>&")).isEqualTo(new Size(5, 15, 15));
		assertThat(Size.ofLog("é日\uD83D\uDE00")).isEqualTo(new Size(4, 4, 9));
		assertThat(Size.ofOurs("<!date^1|x>")).isEqualTo(new Size(11, 11, 11));
	}

	@Test
	void textThatFitsExactlyIsNotCut() {
		assertThat(cut("x".repeat(10), 10)).isEqualTo("x".repeat(10));
		assertThat(cut("x".repeat(11), 10)).isEqualTo("x".repeat(9) + "…");
	}

	@Test
	void escapedAndByteLengthsCutToo() {
		assertThat(new Budget(new Size(99, 12, 99)).cut("<<<", 99, Size.ZERO)).isEqualTo("<<<");
		assertThat(new Budget(new Size(99, 12, 99)).cut("<<<<", 99, Size.ZERO)).isEqualTo("<<…");
		assertThat(new Budget(new Size(99, 99, 9)).cut("日日日", 99, Size.ZERO)).isEqualTo("日日日");
		assertThat(new Budget(new Size(99, 99, 9)).cut("日日日x", 99, Size.ZERO)).isEqualTo("日日…");
	}

	@Test
	void roomThatMustStayIsNotUsed() {
		assertThat(new Budget(new Size(10, 10, 10)).cut("x".repeat(10), 99, Size.ofOurs("``")))
			.isEqualTo("x".repeat(5) + "…");
	}

	@Test
	void nothingFitsNowhere() {
		assertThat(new Budget(Size.ZERO).cut("x", 99, Size.ZERO)).isEmpty();
		assertThat(new Budget(new Size(2, 2, 2)).cut("xyz", 99, Size.ZERO)).isEmpty();
	}

	@Test
	void reservedPartGivesBackWhatItDidNotUse() {
		Budget budget = new Budget(new Size(10, 10, 10));
		Budget part = budget.reserve(new Size(8, 8, 99));
		assertThat(budget.left()).isEqualTo(new Size(2, 2, 0));
		assertThat(part.left()).isEqualTo(new Size(8, 8, 10));
		part.take(Size.ofLog("xyz"));
		budget.giveBack(part);
		assertThat(budget.left()).isEqualTo(new Size(7, 7, 7));
		assertThat(part.take(Size.ofLog("x"))).isFalse();
	}

	private static String cut(String text, int max) {
		return new Budget(new Size(99, 999, 999)).cut(text, max, Size.ZERO);
	}

}
