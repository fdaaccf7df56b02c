package io.github.slacklogging.it.fault;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTests {

	private final Map<String, Long> logged = Map.of("KindA", 10L, "KindB", 5L);

	@Test
	void nothingIsLostWhenEveryKindIsTold() {
		Account account = account(0, told(false, 0, kind("KindA", 10), kind("KindB", 5)));
		assertThat(account.lost()).isZero();
		assertThat(account.repeated()).isZero();
		assertThat(account.allLogged()).isEqualTo(15);
	}

	@Test
	void whatIsNotToldIsLost() {
		assertThat(account(0, told(false, 0, kind("KindA", 7), kind("KindB", 5))).lost()).isEqualTo(3);
	}

	@Test
	void whatWasCountedAsDroppedIsNotLost() {
		Account account = account(3, told(false, 0, kind("KindA", 7), kind("KindB", 5)));
		assertThat(account.lost()).isZero();
		assertThat(account.repeated()).isZero();
	}

	@Test
	void whatWasSummedUpWithoutItsKindIsNotLost() {
		assertThat(account(0, told(false, 5, kind("KindA", 10))).lost()).isZero();
	}

	@Test
	void lossOfOneKindIsNotHiddenByTheRepeatOfAnother() {
		Account account = account(0, told(false, 0, kind("KindA", 15)));
		assertThat(account.lost()).isEqualTo(5);
		assertThat(account.repeated()).isEqualTo(5);
	}

	@Test
	void repeatThatSaysSoIsMarked() {
		Account account = account(0, told(false, 0, kind("KindA", 10), kind("KindB", 5)),
				told(true, 0, kind("KindB", 5)));
		assertThat(account.repeated()).isEqualTo(5);
		assertThat(account.repeatedUnmarked()).isZero();
	}

	@Test
	void repeatThatDoesNotSaySoIsUnmarked() {
		Account account = account(0, told(false, 0, kind("KindA", 10), kind("KindB", 5)),
				told(false, 0, kind("KindB", 5)));
		assertThat(account.repeatedUnmarked()).isEqualTo(5);
	}

	@Test
	void sameEventShownTwiceIsUnmarkedEvenWhereTheCountsMatch() {
		Account account = account(0, told(false, 0, new Kind("KindA", 5, List.of(1L)), kind("KindB", 5)),
				told(false, 0, new Kind("KindA", 5, List.of(1L))));
		assertThat(account.repeated()).isZero();
		assertThat(account.repeatedUnmarked()).isEqualTo(1);
	}

	@Test
	void errorsThatTheTestDidNotLogDoNotCount() {
		Account account = account(0, told(false, 0, kind("KindA", 10), kind("KindB", 5), kind("SpringApplication", 1)));
		assertThat(account.repeated()).isZero();
	}

	private Account account(long counted, ToldMessage... messages) {
		return new Account(this.logged, new ToldCounts(List.of(messages)), counted);
	}

	private static ToldMessage told(boolean repeat, long summarised, Kind... kinds) {
		return new ToldMessage(Form.SUMMARY, repeat, List.of(kinds), summarised);
	}

	private static Kind kind(String name, long events) {
		return new Kind(name, events, List.of());
	}

}
