package io.github.slacklogging.message;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.SlackLengthJudge;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which layout tells what, and what each of them owes to its reader. */
class LayoutChoiceTests {

	private final MaskedGroup fresh = Told.error("Order failed").once();

	private final MaskedGroup known = Told.error("Order failed").again(2, 9);

	@Test
	void newKindIsToldAsNew() {
		assertThat(footer(Planned.of(this.fresh).on(Occasion.FIRST))).contains(" · NEW · ");
	}

	@Test
	void knownKindThatIsBackIsToldInFullAgain() {
		assertThat(footer(Planned.of(this.known).on(Occasion.RETURN))).contains(" · BACK · ");
		assertThat(footer(Planned.of(this.known).on(Occasion.RECURRENCE))).contains(" · AGAIN · ");
		assertThat(footer(Planned.of(this.known).on(Occasion.RETURN, Occasion.RECURRENCE, Occasion.MILESTONE)))
			.contains(" · AGAIN · ");
	}

	@Test
	void knownKindThatGoesOnIsToldAsOngoing() {
		assertThat(footer(Planned.of(this.known).on(Occasion.MILESTONE))).contains(" · ONGOING · ");
	}

	@Test
	void quietKindIsToldAsQuietWhateverElseIsSaid() {
		assertThat(footer(Planned.of(this.known).on(Occasion.QUIET, Occasion.COUNT))).contains(" · QUIET · ");
		assertThat(footer(Planned.of(this.fresh).on(Occasion.QUIET))).contains(" · QUIET · ");
	}

	@Test
	void stormIsToldBeforeAnythingElse() {
		Storm storm = new Storm(23, 41_233, Told.NOW.minusSeconds(60), Told.NOW, null, false);
		assertThat(footer(Planned.of(this.fresh).on(Occasion.STORM).storm(storm))).contains("STORM · ");
		assertThat(footer(Planned.of(Told.failedStart("x", "y").once(), this.known).storm(storm))).contains("STORM · ");
	}

	@Test
	void failedStartIsToldBeforeThatItIsQuiet() {
		assertThat(compose(Planned.of(Told.failedStart("No port.", "").once()).on(Occasion.QUIET)).blocks())
			.contains("*Start failed*");
	}

	@Test
	void comebackTellsOfItsLatestEventAndOfAllThatCame() {
		MaskedGroup group = Planned.startedWith(Told.error("Order 2 failed").field("order", "2").again(1, 9),
				Told.error("Order 1 failed").field("order", "1").event());
		SlackMessage message = compose(Planned.of(group).on(Occasion.RETURN));
		assertThat(message.blocks()).contains("*ERROR*", "Order 2 failed");
		assertThat(message.attachments()).contains("*order*\\n2", "*In all*\\n9 since <!date^")
			.doesNotContain("Order 1 failed");
	}

	@Test
	void earlierMessageIsLinkedOnlyWhereSomethingIsBack() {
		String link = "https://acme.slack.com/archives/C1/p1";
		MaskedGroup group = Planned.returned(this.fresh, Duration.ofDays(3), null, link);
		assertThat(compose(Planned.of(group).on(Occasion.RECURRENCE)).blocks())
			.contains("<" + link + "|earlier message>");
		assertThat(compose(Planned.of(group).on(Occasion.FIRST)).blocks()).doesNotContain(link);
		assertThat(compose(Planned.of(Planned.returned(this.fresh, Duration.ofDays(3), null, "not a link"))
			.on(Occasion.RECURRENCE)).blocks()).doesNotContain("earlier", "not a link");
	}

	@Test
	void mutedKindSaysUntilWhenAsLongAsItIs() {
		assertThat(footer(muted(Duration.ofMinutes(5)))).contains(" · MUTED until <!date^").doesNotContain("ONGOING");
		assertThat(footer(muted(Duration.ZERO))).contains(" · ONGOING · ").doesNotContain("MUTED");
	}

	private Planned muted(Duration left) {
		return Planned
			.of(Planned.living(this.known, new Incident(Phase.ONGOING, Planned.RATE, 0, 0, Told.muted(left), null)))
			.on(Occasion.COUNT);
	}

	@Test
	void sentenceSaysWhatTheFirstBlockSays() {
		SlackMessage ongoing = compose(Planned.of(this.known).on(Occasion.MILESTONE, Occasion.RATE));
		assertThat(ongoing.text())
			.isEqualTo("ERROR in orders-api (prod), 9 times in 42 min, reached 9, 10 times as often as before:"
					+ " OrderService: Order failed.");
		SlackMessage quiet = compose(Planned.of(this.known).on(Occasion.QUIET).after(Duration.ofMinutes(15)));
		assertThat(quiet.text()).isEqualTo(
				"Quiet for 15 min: ERROR in orders-api (prod), 9 times over 42 min: OrderService: Order failed.");
		assertThat(quiet.blocks())
			.contains(":white_circle: *Quiet for 15 min* · ERROR · *orders-api* · prod · 9× over 42 min\\n");
	}

	@Test
	void clockThatWasSetBackLeavesSpansOut() {
		SlackMessage quiet = compose(Planned.of(this.fresh).on(Occasion.QUIET).after(Duration.ofMinutes(-5)));
		assertThat(quiet.text()).isEqualTo("Quiet: ERROR in orders-api (prod), 1 time: OrderService: Order failed.");
	}

	@Test
	void quietMessageIsGreyHoweverBadItWas() {
		MaskedGroup critical = Told.error("x").severity(Severity.CRITICAL).again(1, 9);
		assertThat(compose(Planned.of(critical).on(Occasion.QUIET)).attachments()).contains("#808080");
	}

	@Test
	void stormOfOneKindAndMoreEventsThanItKnowsOfStillAddsUp() {
		Storm storm = new Storm(1, 5, Told.NOW, Told.NOW, " ", false);
		SlackMessage message = compose(
				Planned.of(this.known).storm(storm).remainder(Map.of(Severity.WARN, new Remainder(2, 3))));
		assertThat(message.text()).isEqualTo("orders-api (prod): 3 new kinds of error, 12 events.");
		assertThat(message.blocks()).contains("×9 · ", "_… and 2 more kinds, 3 events_");
	}

	@Test
	void stormWithoutExamplesIsOnlyCounted() {
		SlackMessage message = compose(Planned.of().storm(new Storm(30, 99, Told.NOW, Told.NOW, null, false)));
		assertThat(message.blocks()).contains("*30 new kinds of error* · 99 events",
				"_… and 30 more kinds, 99 events_");
	}

	@Test
	void customFieldsStandInTheGridAndDoNotAct() {
		MessageExtras extras = MessageExtras.NONE.withField("*Team*", "<!channel>").withField("", "nameless");
		for (MaskedGroup group : new MaskedGroup[] { this.fresh, this.known, Told.failedStart("x", "y").once() }) {
			assertThat(compose(Planned.of(group).extras(extras)).attachments())
				.contains("*`*Team*`*\\n&lt;!channel&gt;", "*(no key)*\\nnameless");
		}
	}

	@Test
	void failedStartWithEverythingInItHasNoMoreBlocksThanAMessageMay() {
		MessageExtras extras = MessageExtras.NONE.withLink("x", URI.create("https://x.example"));
		for (int i = 0; i < 7; i++) {
			extras = extras.withField("k" + i, "v");
		}
		MaskedGroup group = Told.failedStart("Long\n".repeat(40), "Do it.")
			.thrown(Told.thrown("X", "m", Told.frame("com.acme.A", "run", 1)))
			.once();
		SlackMessage message = compose(Planned.of(group).extras(extras));
		assertThat(message.attachments()).contains("*k5*", " · 1 more field · ", "c.a.A.run", "Long\\nLong")
			.doesNotContain("*k6*");
	}

	private String footer(Planned planned) {
		return String.valueOf(compose(planned).attachments());
	}

	private SlackMessage compose(Planned planned) {
		SlackMessage message = new MessageComposer(
				new Settings(List.of("*"), List.of("*"), StackTraceStyle.SHORT, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API)
			.compose(planned.plan());
		SlackLengthJudge.assertWithinLimits(message);
		return message;
	}

}
