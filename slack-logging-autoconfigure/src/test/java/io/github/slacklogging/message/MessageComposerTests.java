package io.github.slacklogging.message;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.SlackLengthJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageComposerTests {

	private final MessageComposer composer = new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API);

	private final Told told = Told.error("Order failed");

	@Test
	void oneNewKindIsToldAsFirst() {
		assertThat(compose(Told.plan(this.told.once())).attachments()).contains(" · NEW · ");
	}

	@Test
	void oneKnownKindIsToldAsOngoing() {
		assertThat(compose(Told.plan(this.told.again(1, 9))).attachments()).contains(" · ONGOING · ");
	}

	@Test
	void severalKindsOrARemainderAreSummedUp() {
		MaskedGroup once = this.told.once();
		assertThat(compose(Told.plan(once, once)).attachments()).contains("SUMMARY");
		assertThat(compose(plan(List.of(once), Map.of(Severity.WARN, new Remainder(1, 2)))).attachments())
			.contains("SUMMARY");
		assertThat(compose(plan(List.of(once), Map.of(Severity.WARN, new Remainder(0, 0)))).attachments())
			.contains("NEW");
		assertThat(compose(plan(List.of(), Map.of(Severity.WARN, new Remainder(0, 2)))).blocks())
			.contains("5 min: WARN (2)", "_… and 2 more events_");
	}

	@ParameterizedTest
	@EnumSource(Severity.class)
	void everySeverityHasItsWordAndColour(Severity severity) {
		SlackMessage message = compose(Told.plan(this.told.severity(severity).once()));
		assertThat(message.blocks()).contains(": *" + severity + "* · ")
			.doesNotContain("null")
			.satisfies((blocks) -> assertThat(message.attachments()).contains(severity.color()));
	}

	@Test
	void summaryHasTheColourOfTheWorst() {
		SlackMessage message = compose(Told.plan(Told.error("w").severity(Severity.WARN).times(9),
				Told.error("c").severity(Severity.CRITICAL).once(), this.told.once()));
		assertThat(message.attachments()).contains(Severity.CRITICAL.color());
		assertThat(message.blocks()).containsSubsequence("*CRITICAL*", "*ERROR*", "*WARN*");
	}

	@Test
	void summaryShowsTheMostFrequentFirst() {
		assertThat(compose(Told.plan(Told.error("few").times(2), Told.error("many").times(3))).blocks())
			.containsSubsequence("×3 · OrderService: many", "×2 · OrderService: few");
	}

	@Test
	void countOfOneIsNotTold() {
		assertThat(compose(Told.plan(this.told.once())).blocks()).contains("*ERROR*").doesNotContain("×");
		assertThat(compose(Told.plan(this.told.times(2))).blocks()).contains("*ERROR ×2*");
	}

	@Test
	void latestIsShownWhenItSaysSomethingElse() {
		MaskedGroup once = Told.error("Order 1 failed").once();
		MaskedGroup both = new MaskedGroup("k", Severity.ERROR, 2, 2, false, Told.NOW, Told.NOW, once.first(),
				Told.error("Order 2 failed").masked(3).event(), Incident.UNKNOWN);
		assertThat(compose(Told.plan(both)).attachments()).contains("*Latest*", "Order 2 failed", "3 values masked");
		assertThat(compose(Told.plan(once)).attachments()).doesNotContain("*Latest*");
	}

	@Test
	void valuesMaskedInOneEventAreCountedOnce() {
		assertThat(compose(Told.plan(this.told.masked(1).times(5))).attachments()).contains(" · 1 value masked · ");
		assertThat(compose(Told.plan(this.told.masked(1).again(5, 9))).attachments()).contains(" · 1 value masked · ");
		assertThat(compose(Told.plan(this.told.masked(0).once())).attachments()).doesNotContain("masked");
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void repeatAndDestinationItStandsInForAreToldWhereverAReaderLooks(List<MaskedGroup> groups) {
		SlackMessage message = compose(new MessagePlan(groups, Map.of(), Duration.ZERO, true, "on<call>", Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
		String remarks = " · instead of on&lt;call&gt; · may be a repeat";
		assertThat(message.blocks()).contains(remarks);
		assertThat(message.attachments()).contains("this instance only" + remarks + "\"");
		assertThat(message.reduced().text()).contains(", instead of on&lt;call&gt;, may be a repeat: ");
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void ordinaryMessageHasNoRemarks(List<MaskedGroup> groups) {
		SlackMessage message = compose(plan(groups, Map.of()));
		assertThat(message.text() + message.blocks() + message.attachments()).doesNotContain("instead", "repeat");
	}

	static Stream<List<MaskedGroup>> layouts() {
		MaskedGroup group = Told.error("Order failed").once();
		return Stream.of(List.of(group), List.of(Told.error("Order failed").again(1, 9)), List.of(group, group),
				List.of(Told.failedStart("Port 8080 was in use.", "Stop it.").once()));
	}

	@Test
	void onlyMdcKeysAskedForAreShown() {
		SlackMessage message = compose(Told.plan(this.told.mdc("traceId", "4bf92f35").mdc("user", "jane").once()));
		assertThat(message.attachments()).contains("*traceId*\\n4bf92f35").doesNotContain("jane");
	}

	@Test
	void onlyFieldsAskedForAreShown() {
		Settings settings = new Settings(List.of("*"), List.of("order"), StackTraceStyle.SHORT, List.of(), null, null);
		SlackMessage message = new MessageComposer(settings, () -> Told.ORDERS_API)
			.compose(Told.plan(this.told.mdc("user", "jane").field("order", "4711").field("other", "5").once()));
		assertThat(message.attachments()).contains("*user*\\njane", "*order*\\n4711").doesNotContain("*other*");
	}

	@Test
	void senderIsTheServiceUnlessConfigured() {
		assertThat(compose(Told.plan(this.told.once())).username()).isEqualTo("orders-api");
		assertThat(compose(Told.plan(this.told.once())).iconEmoji()).isEqualTo(":rotating_light:");
		Settings settings = new Settings(List.of(), List.of(), StackTraceStyle.NONE, List.of(),
				"Alerts\u0000" + "x".repeat(200), null);
		SlackMessage message = new MessageComposer(settings, () -> Told.ORDERS_API)
			.compose(Told.plan(this.told.once()));
		assertThat(message.username()).startsWith("Alerts\u2400x").hasSize(80);
		assertThat(message.iconEmoji()).isNull();
	}

	@Test
	void identityWithNothingInItStillComposes() {
		ServiceIdentity nobody = new ServiceIdentity("", "", null, "", "", null);
		MessageComposer nameless = new MessageComposer(Settings.defaults(), () -> nobody);
		for (MaskedGroup group : List.of(this.told.once(), this.told.again(1, 2))) {
			SlackLengthJudge.assertWithinLimits(nameless.compose(Told.plan(group)));
		}
		SlackLengthJudge.assertWithinLimits(nameless.compose(Told.plan(this.told.once(), this.told.once())));
	}

	@Test
	void badSettingsNameTheirProperty() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(List.of(" "), List.of(), StackTraceStyle.NONE, List.of(), null, null))
			.withMessageContaining("slack.logging.message.mdc");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(List.of(), List.of(""), StackTraceStyle.NONE, List.of(), null, null))
			.withMessageContaining("slack.logging.message.fields");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(List.of(), List.of(), StackTraceStyle.NONE, List.of(""), null, null))
			.withMessageContaining("slack.logging.grouping.in-app");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(List.of(), List.of(), StackTraceStyle.NONE, List.of(), null, "fire"))
			.withMessageContaining("slack.logging.message.icon-emoji");
	}

	private SlackMessage compose(MessagePlan plan) {
		SlackMessage message = this.composer.compose(plan);
		SlackLengthJudge.assertWithinLimits(message);
		return message;
	}

	private static MessagePlan plan(List<MaskedGroup> groups, Map<Severity, Remainder> remainder) {
		return new MessagePlan(groups, remainder, Duration.ofMinutes(5), false, null, Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE);
	}

}
