package io.github.slacklogging.message;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.OwnMarkup;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import io.github.slacklogging.testing.SlackSafetyJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which links into the log store a message has, and what they must not cost. */
class LogSearchLinkTests {

	private static final Pattern LINK = Pattern.compile("( · )?<https?://[^|>]*\\|(log|logs|View full log)>");

	private final MaskedGroup fresh = Told.error("Order failed").id("one").once();

	private final MaskedGroup known = Planned.startedWith(Told.error("Order failed").id("two").again(2, 9),
			Told.error("Order failed").id("one").event());

	@Test
	void firstMessageLinksItsLineThenAllLikeItThenTheTrace() {
		MessageExtras extras = MessageExtras.NONE.withLink("runbook", URI.create("https://wiki.example/"));
		MessagePlan plan = Planned
			.of(Planned.returned(this.fresh, Duration.ofDays(1), null, "https://acme.slack.com/archives/C1/p1"))
			.on(Occasion.RECURRENCE)
			.extras(extras)
			.plan();
		assertThat(place(compose(plan))).endsWith(" · <https://s.example/line/one|View full log>"
				+ " · <https://s.example/alike/k7f3q2a|all like this> · <https://s.example/trace/one|trace>"
				+ " · <https://acme.slack.com/archives/C1/p1|earlier message> · <https://wiki.example/|runbook>");
	}

	@Test
	void storeWithOneAnswerToAllQuestionsIsLinkedOnce() {
		Answers same = new Answers("https://s.example/", false);
		assertThat(place(composer(same).compose(Told.plan(this.fresh))))
			.endsWith(" · <https://s.example/|View full log>");
	}

	@Test
	void latestEventThatSaysSomethingElseHasItsOwnLink() {
		MaskedGroup both = Planned.startedWith(Told.error("Order 2 failed").id("two").times(2),
				Told.error("Order 1 failed").id("one").event());
		SlackMessage message = compose(Told.plan(both));
		assertThat(place(message)).contains("/line/one|View full log>");
		assertThat(message.attachments()).contains(" Order 2 failed · <https://s.example/line/two|log>");
	}

	@Test
	void ongoingMessageLinksItsLatestEventAndInTheGridTheFirstToo() {
		SlackMessage message = compose(Told.plan(this.known));
		assertThat(place(message)).contains("/line/two|View full log>", "|all like this>", "/trace/two|trace>");
		assertThat(message.attachments()).containsSubsequence("*First*", " · <https://s.example/line/one|log>",
				"*Latest*", " · <https://s.example/line/two|log>", "*Hosts*");
	}

	@Test
	void quietMessageAndReplyLinkTheLatestEvent() {
		MessagePlan quiet = Planned.of(Planned.living(this.known, Phase.QUIET)).on(Occasion.QUIET).plan();
		assertThat(place(compose(quiet))).contains("/line/two|View full log>", "|all like this>");
		SlackMessage reply = composer(new Answers()).composeReply(Planned.of(this.known).on(Occasion.RATE).plan());
		assertThat(reply.blocks()).endsWith(" · <https://s.example/line/two|View full log>\",\"verbatim\":true}}]");
		assertThat(reply.text()).doesNotContain("https:");
	}

	@Test
	void failedStartLinksItsReport() {
		MaskedGroup group = Told.failedStart("Port 8080 was in use.", "Stop it.").id("start").once();
		assertThat(compose(Told.plan(group)).blocks()).contains("/line/start|View full log>")
			.doesNotContain("all like this");
	}

	@Test
	void traceLinksTheEventThatCameWithIt() {
		MaskedEvent traced = Told.error("Order failed")
			.id("traced")
			.thrown(Told.thrown("com.acme.X", "m", Told.frame("com.acme.A", "run", 1)))
			.event();
		SlackMessage trace = composer(new Answers()).trace(Planned.startedWith(this.known, traced))
			.orElseThrow()
			.inline();
		assertThat(trace.blocks()).contains(" · <https://s.example/line/traced|View full log>");
		assertThat(trace.text()).isEqualTo("Stack trace of X in orders-api (prod).");
	}

	@Test
	void rowOfManyEventsLinksAllOfThemAndARowOfOneLinksThatOne() {
		SlackMessage summary = compose(Told.plan(Told.error("many").times(3), Told.error("one").id("x").once()));
		assertThat(summary.blocks()).contains("many · <https://s.example/alike/k7f3q2a|logs>\\n",
				"one · <https://s.example/line/x|log>\"");
		SlackMessage quiet = compose(Told.plan(Told.error("quiet").again(0, 9), this.fresh));
		assertThat(quiet.blocks()).contains("×0 · ", "quiet · goes on · <https://s.example/alike/k7f3q2a|logs>");
	}

	@Test
	void rowOfAStormLinksWhatItCounts() {
		SlackMessage storm = compose(Planned.of(Told.error("many").times(3)).storm(storm()).plan());
		assertThat(storm.blocks()).contains("many · <https://s.example/alike/k7f3q2a|logs>\\n_… and 22 more kinds");
	}

	@ParameterizedTest
	@ValueSource(ints = { 30, 700, 1_999, 2_000, 2_001 })
	void linksOfRowsCostNoWordAndStayWithinEveryLimit(int length) {
		Answers answers = new Answers(address(length), false);
		for (int kinds : new int[] { 2, 5, 20, 40, 60 }) {
			MessagePlan plan = Planned.of(kinds(kinds)).remainder(Map.of(Severity.WARN, new Remainder(3, 12))).plan();
			assertCostsNoWord(plan, answers);
			MessagePlan storm = Planned.of(kinds(kinds)).storm(storm()).plan();
			assertCostsNoWord(storm, answers);
		}
	}

	@ParameterizedTest
	@CsvSource({ "30,9", "700,9", "1500,5", "2000,3", "2001,0" })
	void mostFrequentKindIsLinkedFirst(int length, int linked) {
		SlackMessage message = composer(new Answers(address(length), false))
			.compose(Planned.of(IntStream.rangeClosed(1, 9).mapToObj((i) -> Told.error("m").times(i)).toList()).plan());
		List<String> rows = lines(message).lines().filter((line) -> line.startsWith("×")).toList();
		assertThat(rows.stream().filter((row) -> row.contains("|log"))).hasSize(linked);
		assertThat(rows.subList(0, linked)).allMatch((row) -> row.contains("|log"));
	}

	@Test
	void sectionGoesOnInTheNextSoThatEachRowOfAStormHasItsLink() {
		MessagePlan plan = Planned.of(IntStream.rangeClosed(1, 5).mapToObj((i) -> Told.error("m").times(i)).toList())
			.storm(storm())
			.plan();
		SlackMessage message = composer(new Answers(address(900), false)).compose(plan);
		assertThat(MrkdwnReader.objectsIn(String.valueOf(message.blocks()))).hasSize(3);
		assertThat(lines(message).lines().filter((line) -> line.startsWith("×"))).hasSize(5)
			.allMatch((row) -> row.contains("|log"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_999, 2_000, 2_001 })
	void linksOfTheGreatestLengthStayWithinEveryLimitInEachLayout(int length) {
		Answers answers = new Answers(address(length), true);
		List<MessagePlan> plans = List.of(Told.plan(this.fresh), Told.plan(this.known),
				Planned.of(Planned.living(this.known, Phase.QUIET)).on(Occasion.QUIET).plan(),
				Told.plan(Told.failedStart("Long\n".repeat(90), "x ".repeat(900)).once()));
		for (MessagePlan plan : plans) {
			SlackMessage message = judged(composer(answers).compose(plan), answers);
			assertThat(place(message).contains("|View full log>")).isEqualTo(length <= 2_000);
			SlackMessage reply = judged(composer(answers).composeReply(plan), answers);
			assertThat(String.valueOf(reply.blocks()).contains("|View full log>")).isEqualTo(length <= 2_000);
		}
	}

	private static void assertCostsNoWord(MessagePlan plan, Answers answers) {
		SlackMessage message = judged(composer(answers).compose(plan), answers);
		SumsOfMessages.assertMatch(message, plan);
		SlackMessage unlinked = composer(LogSearch.NONE).compose(plan);
		assertThat(message.text()).isEqualTo(unlinked.text());
		assertThat(LINK.matcher(lines(message)).replaceAll("")).isEqualTo(lines(unlinked));
		assertThat(message.attachments()).isEqualTo(unlinked.attachments());
	}

	private static SlackMessage judged(SlackMessage message, Answers answers) {
		SlackLengthJudge.assertWithinLimits(message);
		SlackPayloadJudge.assertWellFormed(message);
		assertThat(SlackSafetyJudge.faults(message, new OwnMarkup(answers.all(), null))).isEmpty();
		return message;
	}

	private static List<MaskedGroup> kinds(int count) {
		List<MaskedGroup> kinds = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			kinds.add(Told.error("<&" + "y".repeat(i * 20)).severity(Severity.values()[i % 5]).times(1 + i % 3));
		}
		return kinds;
	}

	private static Storm storm() {
		return new Storm(23, 41_233, Told.NOW.minusSeconds(60), Told.NOW, null, false);
	}

	private static SlackMessage compose(MessagePlan plan) {
		SlackMessage message = composer(new Answers()).compose(plan);
		SlackLengthJudge.assertWithinLimits(message);
		assertThat(message.text()).doesNotContain("https:");
		assertThat(message.reduced().text()).doesNotContain("https:");
		return message;
	}

	private static MessageComposer composer(LogSearch search) {
		return new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API, search);
	}

	private static String address(int length) {
		String start = "https://s.example/?q=";
		return start + "y".repeat(length - start.length());
	}

	private static String lines(SlackMessage message) {
		return String.join("\n", MrkdwnReader.objectsIn(String.valueOf(message.blocks())));
	}

	/** The last top-level block, its texts one below the other. */
	private static String place(SlackMessage message) {
		List<String> objects = MrkdwnReader.objectsIn(Objects.requireNonNull(message.blocks()));
		return String.join("\n", objects.subList(1, objects.size()));
	}

	/**
	 * A store that answers every question.
	 *
	 * @param address the beginning of all answers
	 * @param exact whether each question has an answer of its own of that length
	 */
	private record Answers(String address, boolean exact, Set<String> all) implements LogSearch {

		private Answers() {
			this("", false);
		}

		private Answers(String address, boolean exact) {
			this(address, exact, new HashSet<>());
		}

		@Override
		public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
			return answer("line/" + event.logId(), 'l');
		}

		@Override
		public Optional<URI> alike(MaskedGroup group) {
			return answer("alike/" + group.fingerprint(), 'a');
		}

		@Override
		public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
			return answer("trace/" + event.logId(), 't');
		}

		private Optional<URI> answer(String question, char mark) {
			String answer = this.address.isEmpty() ? "https://s.example/" + question
					: this.exact ? this.address.substring(0, this.address.length() - 1) + mark : this.address;
			this.all.add(answer);
			return Optional.of(URI.create(answer));
		}

	}

}
