package io.github.slacklogging.message;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.slack.SentBodies;
import io.github.slacklogging.testing.OwnMarkup;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import io.github.slacklogging.testing.SlackSafetyJudge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a job is called and says: Slack takes the message, and nothing in it acts. */
class JobLimitTests {

	static Stream<Arguments> everyOutcomeOfEveryFramework() {
		return Stream.of(JobFramework.values())
			.flatMap((framework) -> Stream.of(JobOutcome.values()).map((outcome) -> Arguments.of(framework, outcome)));
	}

	@ParameterizedTest
	@MethodSource("everyOutcomeOfEveryFramework")
	void everyOutcomeOfEveryFrameworkIsToldSoThatSlackTakesIt(JobFramework framework, JobOutcome outcome) {
		JobReport report = new JobReport("daily-report", "r1", framework, outcome, Told.NOW.minusSeconds(200),
				(outcome == JobOutcome.STARTED) ? null : JobGallery.LONG, "said", numbers(3));
		for (Told told : List.of(Told.job(report), Told.job(report).thrown(JobGallery.cause()))) {
			for (MaskedGroup group : List.of(told.once(), told.again(3, 12),
					Planned.startedWith(told.times(2), JobGallery.logged()))) {
				judge(composer(StackTraceStyle.SHORT).compose(Planned.of(group).on(Occasion.FIRST).plan()));
				judge(composer(StackTraceStyle.SHORT).compose(Planned.of(group).on(Occasion.COUNT).plan()));
				judge(composer(StackTraceStyle.SHORT).composeReply(Planned.of(group).on(Occasion.RISE).plan()));
				judge(composer(StackTraceStyle.SHORT).compose(Planned.of(group, Told.error("x").times(3)).plan()));
			}
		}
		assertThat(composed(Told.job(report).once()).text()).contains(outcome.words());
	}

	@ParameterizedTest
	@ValueSource(ints = { 199, 200 })
	void nameIsShownInFullUpToItsLimit(int length) {
		String name = "x".repeat(length);
		assertThat(first(Told.job(named(name)).once())).startsWith(":x: *" + name + "* failed");
		assertThat(composed(Told.job(named(name)).once()).text()).startsWith("Job " + name + " failed");
	}

	@Test
	void nameOnePastItsLimitIsCut() {
		assertThat(first(Told.job(named("x".repeat(201))).once())).startsWith(":x: *" + "x".repeat(199) + "…* failed");
	}

	@Test
	void jobWithoutAVisibleNameIsToldAllTheSame() {
		assertThat(first(Told.job(named("\u200B")).once())).startsWith(":x: *(no name)* failed");
	}

	@Test
	void reasonAtTheLimitOfTheHeadlineIsWholeAndOnePastItStandsInTheBox() {
		SlackMessage whole = composed(
				Told.job(JobGallery.report(JobOutcome.WARNING, JobGallery.LONG, "r".repeat(300))).once());
		assertThat(objects(whole).get(0)).endsWith("\n" + "r".repeat(300));
		assertThat(whole.attachments()).doesNotContain("rich_text");
		SlackMessage cut = composed(
				Told.job(JobGallery.report(JobOutcome.WARNING, JobGallery.LONG, "r".repeat(301))).once());
		assertThat(objects(cut).get(0)).endsWith("\n" + "r".repeat(299) + "…");
		assertThat(cut.attachments()).contains("rich_text", "r".repeat(301));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<", "&", "*<", "日", "\uD83D\uDE00", "`", "\uD83D", ":x:", "a b ", "_a_", "\u0000" })
	void textsAtAndBeyondTheirLimitsAreTakenBySlack(String piece) {
		for (int length : List.of(199, 200, 201, 4_000, 4_001)) {
			String text = piece.repeat(length).substring(0, length);
			Map<String, Long> counts = numbers(50);
			counts.put(text, Long.MAX_VALUE);
			counts.put(text + "2", Long.MIN_VALUE);
			for (JobOutcome outcome : JobOutcome.values()) {
				Told told = Told.job(new JobReport(text, text, JobFramework.QUARTZ, outcome, Told.NOW,
						Duration.ofDays(99_999), text, counts));
				for (int i = 0; i < 50; i++) {
					told.field(i + text, text);
				}
				told.thrown(Told.thrown("com.acme." + text, text, Told.frame("com.acme." + text, text, 1)));
				judgeAll(told);
			}
		}
	}

	private static void judgeAll(Told told) {
		for (StackTraceStyle style : StackTraceStyle.values()) {
			judge(composer(style).compose(Planned.of(told.once()).mention("here").plan()), "here");
			judge(composer(style).compose(Planned.of(told.again(2, 12)).plan()));
			judge(composer(style).compose(Planned.of(told.once(), told.times(7)).plan()));
			judge(composer(style).composeReply(Planned.of(told.once()).plan()));
		}
	}

	private static void judge(SlackMessage message) {
		judge(message, null);
	}

	static void judge(SlackMessage message, @Nullable String mention) {
		SlackLengthJudge.assertWithinLimits(message);
		SlackPayloadJudge.assertWellFormed(message);
		OwnMarkup own = new OwnMarkup(Set.of(), mention);
		assertThat(SlackSafetyJudge.faults(message, own)).isEmpty();
		for (byte[] body : SentBodies.of(message)) {
			assertThat(SlackSafetyJudge.faults(body, own)).isEmpty();
		}
	}

	private static JobReport named(String name) {
		return new JobReport(name, "r1", JobFramework.PLAIN, JobOutcome.FAILED, Told.NOW, JobGallery.LONG, null,
				Map.of());
	}

	static Map<String, Long> numbers(int counts) {
		Map<String, Long> numbers = new LinkedHashMap<>();
		for (long i = 0; i < counts; i++) {
			numbers.put("n" + i, i);
		}
		return numbers;
	}

	private static String first(MaskedGroup group) {
		return objects(composed(group)).get(0);
	}

	private static SlackMessage composed(MaskedGroup group) {
		SlackMessage message = composer(StackTraceStyle.SHORT).compose(Planned.of(group).on(Occasion.FIRST).plan());
		judge(message);
		return message;
	}

	private static List<String> objects(SlackMessage message) {
		return MrkdwnReader.objectsIn(String.valueOf(message.blocks()));
	}

	private static MessageComposer composer(StackTraceStyle style) {
		return new MessageComposer(new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API);
	}

}
