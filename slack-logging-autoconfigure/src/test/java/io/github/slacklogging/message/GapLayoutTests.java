package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GapLayoutTests {

	private static final Instant LATER = Told.NOW.plus(Duration.ofMinutes(17));

	private ServiceIdentity identity = Told.ORDERS_API;

	@Test
	void outageIsToldInOneSentence() {
		assertThat(text(Cause.UNREACHABLE, "time-out", 3, 41_233, 0))
			.isEqualTo("orders-api (prod): Slack was not reachable 10:02 – 10:19 UTC (time-out)."
					+ " Folded meanwhile: 3 kinds, 41,233 events. Dropped: 0. What gathered follows.");
	}

	@Test
	void crashAndStopAreToldApart() {
		assertThat(text(Cause.CRASH, "", 3, 412, 0)).isEqualTo("orders-api (prod) restarted after a crash."
				+ " What it had not told was kept on disk: 3 kinds, 412 events. Known to be lost: 0. What was kept follows.");
		assertThat(text(Cause.STOP, "", 3, 412, 0)).isEqualTo("orders-api (prod) restarted."
				+ " What could not be told before the stop was kept on disk: 3 kinds, 412 events."
				+ " Lost: 0. What was kept follows.");
	}

	@Test
	void oneIsNotSeveral() {
		assertThat(text(Cause.UNREACHABLE, "", 1, 1, 1))
			.contains("10:19 UTC. Folded meanwhile: 1 kind, 1 event. Dropped: 1 event. ");
	}

	@ParameterizedTest
	@EnumSource(Cause.class)
	void whereNothingGatheredNothingIsAnnounced(Cause cause) {
		assertThat(text(cause, "", 0, 0, 2)).contains(". Nothing ").endsWith(": 2 events.");
	}

	@ParameterizedTest
	@EnumSource(Cause.class)
	void headlineSaysTheSameAsTheText(Cause cause) {
		SlackMessage message = compose(gap(cause, "HTTP 503", 3, 41_233, 7));
		String headline = MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks())).get(0);
		assertThat(headline).startsWith(":satellite: *orders-api* · prod\n*")
			.contains(" (HTTP 503). ", " 3 kinds, 41,233 events. *", ": 7 events*. ");
		assertThat(message.text()).contains(" (HTTP 503). ", " 3 kinds, 41,233 events. ", ": 7 events. ")
			.endsWith(headline.substring(headline.lastIndexOf("What ")));
	}

	@Test
	void footerNamesThePlace() {
		assertThat(compose(gap(Cause.STOP, "", 1, 1, 0)).attachments()).contains(Severity.WARN.color(),
				"RESTART · <!date^1791799323^{date_short_pretty} {time_secs}|2026-10-12 10:02:03 UTC>"
						+ " · orders-7d9f · 1.8.2 (a1b2c3d) · this instance only");
	}

	@Test
	void identityWithNothingInItStillComposes() {
		this.identity = new ServiceIdentity("", "", null, "", "", null);
		assertThat(text(Cause.UNREACHABLE, " \u200B\n", 1, 2, 3)).contains("not reachable 10:02 – 10:19 UTC. Folded");
	}

	@ParameterizedTest
	@ValueSource(strings = { "&", "<", "日", "*&", "\uD83D\uDE00", "\uD83D", "`", "\u202E<!channel>" })
	void nothingIsCutBehindTextThatGrows(String piece) {
		String much = piece.repeat(10_000_000 / piece.length());
		this.identity = new ServiceIdentity(much, much, much, much, much, null);
		SlackMessage message = compose(gap(Cause.UNREACHABLE, much, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE));
		String end = "9,223,372,036,854,775,807 events";
		assertThat(message.text()).contains("Dropped: " + end + ". What gathered follows.");
		assertThat(message.blocks()).contains("*Dropped: " + end + "*. What gathered follows.").contains("|10:19 UTC>");
		assertThat(message.attachments()).contains("this instance only");
	}

	@Test
	void reasonAtTheLimitIsWholeAndOnePastItIsCut() {
		assertThat(text(Cause.UNREACHABLE, "x".repeat(200), 1, 1, 0)).contains("(" + "x".repeat(200) + ").");
		assertThat(text(Cause.UNREACHABLE, "x".repeat(201), 1, 1, 0)).contains("(" + "x".repeat(199) + "…).");
	}

	private String text(Cause cause, String reason, long kinds, long events, long dropped) {
		return compose(gap(cause, reason, kinds, events, dropped)).reduced().text();
	}

	private SlackMessage compose(DeliveryGap gap) {
		SlackMessage message = new MessageComposer(Settings.defaults(), () -> this.identity).compose(gap);
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
		return message;
	}

	private static DeliveryGap gap(Cause cause, String reason, long kinds, long events, long dropped) {
		return new DeliveryGap(cause, Told.NOW, LATER, reason, kinds, events, dropped);
	}

}
