package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
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
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged, the message is one that Slack takes, nothing in it acts that we did
 * not put there, and its sums match. Seeds are fixed: a failure comes again.
 */
class HostileMessageTests {

	private static final String[] PIECES = { "<!channel>", "<!here>", "<@U000>", "<#C000|general>",
			"<https://e.example|x>", "*", "**", "_", "__", "~", "`", "```", ":fire:", ":", ">", "> ", "&", "&lt;",
			"&amp;amp;", "<", "\n", "\r\n", "\t", "\u0000", "\u0007", "\u001B[31m", "\u001B]0;title", "\u001B",
			"\u009B1m", "\u202E", "\u2066", "\u200B", "\u200D", "\u00AD", "\uFEFF", "\uD83D", "\uDE00", "\uD83D\uDE00",
			"\uD83D\uDC68\u200D\uD83D\uDC69", "\uD83C\uDDE9\uD83C\uDDEA", "e\u0301", "\u0301", "日本語", "\uFF0A",
			"\uFF3F", "\uFF40", "\uFF1E", "\u2028", "\u0085", "\uFFFF", "word", "a_b", "2*3", " ", " ", " ", ". ", "{}",
			"@here", "#general", "http://e.example/?a=b&c", "{\"a\":[1]}", "***@***.***", "'", "\"", "\\", "%40",
			"$1" };

	private static final List<StackTraceStyle> STYLES = List.of(StackTraceStyle.values());

	private static final List<Severity> SEVERITIES = List.of(Severity.values());

	private static final Pattern TOTAL = Pattern.compile("^\\*([A-Z]+)\\* \\(([\\d,]+) events?\\)$");

	private static final Pattern ROW = Pattern.compile("^×([\\d,]+) · .*");

	private static final Pattern MORE = Pattern
		.compile("^_(?:… and )?.*?([\\d,]+) (?:more )?events?(?:, not shown)?_$");

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void nothingThatIsLoggedActsOrBreaksALimit(int seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 25; i++) {
			StackTraceStyle style = STYLES.get(random.nextInt(STYLES.size()));
			ServiceIdentity identity = new ServiceIdentity("s" + text(random), "v" + text(random), text(random),
					"e" + text(random), text(random));
			MessageComposer composer = new MessageComposer(
					new Settings(List.of("*"), List.of("*"), style, List.of("com.acme"), null, null), () -> identity);
			MessagePlan plan = plan(random);
			SlackMessage message = composer.compose(plan);
			SlackPayloadJudge.assertWellFormed(message);
			SlackPayloadJudge.assertWellFormed(message.reduced());
			SlackLengthJudge.assertWithinLimits(message);
			assertInert(message);
			assertSumsMatch(message, plan);
			SlackMessage gap = composer.compose(gap(random));
			SlackPayloadJudge.assertWellFormed(gap);
			SlackLengthJudge.assertWithinLimits(gap);
			assertInert(gap);
		}
	}

	@Test
	void readerOfTheseTestsSeesWhatActs() {
		MrkdwnReader read = MrkdwnReader.read("> *b* _i_ ~s~ `*c*` :e: <@U1> <!date^1|x> a*b*c ` <");
		assertThat(read.bold()).containsExactly("b");
		assertThat(read.other()).containsExactlyInAnyOrder("token <@U1>", "token <!date^1|x>", "italic i", "strike s",
				"emoji e", "quote > *b* _i_ ~s~ \uE000 :e: \uE000 \uE000 a*b*c ` <", "backtick `", "bracket >",
				"bracket <");
	}

	@Test
	void textIsShownAsItWasLogged() {
		for (String piece : PIECES) {
			String message = "before " + piece + " after";
			String shown = MrkdwnReader.read(headline(message)).shown();
			assertThat(shown.replace('\u02CB', '`').replace('\uFF40', '`'))
				.contains(LogText.line(message, 300).replace('\uFF40', '`'));
		}
	}

	private static String headline(String message) {
		SlackMessage composed = new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API)
			.compose(Told.plan(Told.error(message).once()));
		return MrkdwnReader.objectsIn(Objects.requireNonNull(composed.blocks())).get(0);
	}

	private static void assertInert(SlackMessage message) {
		List<String> objects = new ArrayList<>(MrkdwnReader.objectsIn(String.valueOf(message.blocks())));
		objects.addAll(MrkdwnReader.objectsIn(String.valueOf(message.attachments())));
		objects.add(message.text());
		for (String object : objects) {
			MrkdwnReader read = MrkdwnReader.read(object);
			assertThat(read.other()).as(object)
				.allMatch((acting) -> acting.startsWith("token <!date^")
						|| acting.matches("italic [^<>]*\\d+ .*events?.*") || acting.matches(
								"emoji (red|black|large_orange|large_green)_circle|emoji rotating_light|emoji satellite"));
			long lines = object.lines().filter((line) -> line.startsWith("*")).count();
			boolean headline = object.startsWith(":");
			assertThat(read.bold()).as(object).hasSizeLessThanOrEqualTo((int) (headline ? 3 : lines));
		}
	}

	/**
	 * Every total is the sum of its rows and of what is not shown; together the plan's.
	 */
	private static void assertSumsMatch(SlackMessage message, MessagePlan plan) {
		Map<Severity, Long> told = new EnumMap<>(Severity.class);
		for (String object : MrkdwnReader.objectsIn(String.valueOf(message.blocks()))) {
			List<String> lines = object.lines().toList();
			Matcher total = TOTAL.matcher(lines.get(0));
			if (total.matches()) {
				long sum = 0;
				for (String line : lines.subList(1, lines.size())) {
					Matcher row = ROW.matcher(line);
					Matcher more = MORE.matcher(line);
					assertThat(row.matches() || more.matches()).as(line).isTrue();
					sum += number(row.matches() ? row.group(1) : more.group(1));
				}
				assertThat(sum).as(object).isEqualTo(number(total.group(2)));
				told.put(Severity.valueOf(total.group(1)), sum);
			}
		}
		Map<Severity, Long> planned = new EnumMap<>(Severity.class);
		plan.groups().forEach((group) -> planned.merge(group.severity(), group.count(), Long::sum));
		plan.remainder().forEach((severity, remainder) -> planned.merge(severity, remainder.events(), Long::sum));
		if (plan.groups().size() > 1) {
			assertThat(told).isEqualTo(planned);
		}
	}

	private static long number(String counted) {
		return Long.parseLong(counted.replace(",", ""));
	}

	private static MessagePlan plan(Random random) {
		int kinds = random.nextBoolean() ? 1 : 1 + random.nextInt(60);
		List<MaskedGroup> groups = new ArrayList<>();
		for (int i = 0; i < kinds; i++) {
			groups.add(group(random));
		}
		Map<Severity, Remainder> remainder = new EnumMap<>(Severity.class);
		for (Severity severity : Severity.values()) {
			if (kinds > 1 && random.nextBoolean()) {
				remainder.put(severity, new Remainder(random.nextInt(9), 1 + random.nextInt(100_000)));
			}
		}
		return new MessagePlan(groups, remainder, Duration.ofSeconds(random.nextInt(100_000)), random.nextBoolean(),
				random.nextBoolean() ? text(random) : null, Told.NOW, Set.of(Occasion.GATHERED), null, null,
				MessageExtras.NONE);
	}

	private static DeliveryGap gap(Random random) {
		Cause cause = Cause.values()[random.nextInt(Cause.values().length)];
		return new DeliveryGap(cause, Told.NOW, Told.NOW.plusSeconds(random.nextInt(200_000) - 1_000), text(random),
				random.nextInt(3), random.nextInt(9_999), random.nextInt(3));
	}

	private static MaskedGroup group(Random random) {
		Told told = told(random).masked(random.nextInt(3));
		told.thread = text(random);
		for (int i = random.nextInt(25); i > 0; i--) {
			told.mdc(text(random), text(random)).field(text(random), text(random));
		}
		if (random.nextBoolean()) {
			told.thrown(throwable(random, random.nextInt(8)));
		}
		return random.nextBoolean() ? told.times(1 + random.nextInt(9_999))
				: told.again(1 + random.nextInt(9), 10 + random.nextInt(999_999));
	}

	private static Told told(Random random) {
		return switch (random.nextInt(6)) {
			case 0 -> Told.failedStart(text(random) + "\n" + text(random), text(random));
			case 1 -> application("Application run failed");
			case 2 -> application("The start " + text(random) + ": " + text(random));
			default -> Told.error(text(random))
				.template(text(random))
				.severity(SEVERITIES.get(random.nextInt(SEVERITIES.size())))
				.logger(text(random));
		};
	}

	private static Told application(String message) {
		return Told.error(message).severity(Severity.CRITICAL).logger("org.springframework.boot.SpringApplication");
	}

	private static MaskedThrowable throwable(Random random, int depth) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = random.nextInt(30); i > 0; i--) {
			String name = (random.nextBoolean() ? "com.acme." : "org.springframework.") + text(random);
			frames.add(new StackTraceElement(name, text(random), random.nextBoolean() ? text(random) : null, i));
		}
		return new MaskedThrowable("x." + text(random), random.nextBoolean() ? text(random) : null, frames,
				random.nextInt(frames.size() + 1), (depth > 0) ? throwable(random, depth - 1) : null,
				(depth > 6) ? List.of(throwable(random, 0)) : List.of());
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(8); i > 0; i--) {
			String piece = PIECES[random.nextInt(PIECES.length)];
			text.append(piece.repeat((random.nextInt(40) == 0) ? 1_500 : 1));
		}
		return text.toString();
	}

}
