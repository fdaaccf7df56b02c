package io.github.slacklogging.message;

import java.time.Duration;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTests {

	private final MaskedGroup group = Told.error("Order failed").again(3, 1_284);

	@ParameterizedTest
	@CsvSource({ "PT3H,back after 3 h", "PT25S,back after 25 s", "PT0S,back", "PT-5M,back" })
	void returnTellsHowLongItWasAway(Duration away, String words) {
		assertThat(told(Planned.of(Planned.returned(this.group, away, null, null)).on(Occasion.RETURN)))
			.isEqualTo(words);
	}

	@Test
	void recurrenceTellsHowLongAgoOrInWhichVersion() {
		Duration ago = Duration.ofDays(2);
		assertThat(told(Planned.of(Planned.returned(this.group, ago, null, null)).on(Occasion.RECURRENCE)))
			.isEqualTo("again after 2 d");
		assertThat(told(Planned.of(Planned.returned(this.group, ago, "1.8.1", null)).on(Occasion.RECURRENCE)))
			.isEqualTo("again in 1.8.2 (last in 1.8.1)");
		assertThat(told(Planned.of(Planned.returned(this.group, ago, " ", null)).on(Occasion.RECURRENCE)))
			.isEqualTo("again after 2 d");
	}

	@Test
	void versionsDoNotAct() {
		assertThat(told(
				Planned.of(Planned.returned(this.group, Duration.ZERO, "<!here> :x", null)).on(Occasion.RECURRENCE)))
			.isEqualTo("again in 1.8.2 (last in `&lt;!here&gt; :x`)");
	}

	@Test
	void comebackOfWhichNothingIsKnownIsStillOne() {
		assertThat(told(Planned.of(this.group).on(Occasion.RETURN))).isEqualTo("back");
		assertThat(told(Planned.of(this.group).on(Occasion.RECURRENCE))).isEqualTo("again");
	}

	@ParameterizedTest
	@CsvSource({ "10,reached 10", "50,reached 50", "1000,'reached 1,000'",
			"9223372036854775807,'reached 9,223,372,036,854,775,807'" })
	void milestoneIsTheOneThatIsToldNow(long milestone, String words) {
		assertThat(told(Planned.of(Planned.atMilestone(Told.error("x").again(1, Long.MAX_VALUE), milestone))
			.on(Occasion.MILESTONE))).isEqualTo(words);
	}

	@Test
	void milestoneThatIsNotSaidIsTheCount() {
		assertThat(told(Planned.of(Told.error("x").again(1, 1_284)).on(Occasion.MILESTONE))).isEqualTo("reached 1,284");
	}

	@Test
	void severalChangesAreToldTheWeightiestFirst() {
		MaskedGroup critical = Planned.atMilestone(Told.error("x").severity(Severity.CRITICAL).again(5, 104), 100);
		assertThat(told(Planned.of(critical)
			.on(Occasion.REMINDER, Occasion.RATE, Occasion.MILESTONE, Occasion.RISE)
			.after(Duration.ofMinutes(18))))
			.isEqualTo("now CRITICAL · reached 100 · 10 times as often as before · still going on after 1 h");
	}

	@ParameterizedTest
	@EnumSource(value = Occasion.class, names = { "STORM", "FIRST", "QUIET", "COUNT", "GATHERED" })
	void whatTheLayoutShowsIsNoChange(Occasion occasion) {
		assertThat(told(Planned.of(this.group).on(occasion))).isEmpty();
	}

	@Test
	void sentenceSaysTheSameAsTheLine() {
		MessagePlan plan = Planned.of(Planned.atMilestone(this.group, 1_000))
			.on(Occasion.RATE, Occasion.MILESTONE)
			.plan();
		Mrkdwn sentence = Changes.of(plan, Told.ORDERS_API)
			.goOn(new Mrkdwn(new Budget(Limits.TEXT)).ours("1,284 times"));
		assertThat(sentence).hasToString("1,284 times, reached 1,000, 10 times as often as before");
	}

	private static String told(Planned planned) {
		return Changes.of(planned.plan(), Told.ORDERS_API).separate(new Mrkdwn(new Budget(Limits.TEXT))).toString();
	}

}
