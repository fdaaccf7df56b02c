package io.github.slacklogging.message;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.Incident.Rate;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.message.MessageComposer.Trace;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

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

	private static final Pattern STORM = Pattern
		.compile("\\n\\*([\\d,]+) new kinds? of error[^*]*\\* · ([\\d,]+) events?");

	private static final Pattern REST = Pattern.compile("^_… and ([\\d,]+) more kinds?, ([\\d,]+) events?_$");

	private static final Pattern MENTION = Pattern.compile("token <(!here|!channel|!subteam\\^S0X|@U0X|@W0X)>");

	private static final Pattern LINK = Pattern.compile("token <https://links\\.example/[^<>|\\s]*\\|[^<>|*_~`:\\n]+>");

	private static final List<Optional<String>> MENTIONS = List.of(Optional.empty(), Optional.empty(),
			Optional.of("here"), Optional.of("channel"), Optional.of("S0X"), Optional.of("U0X"), Optional.of("W0X"),
			Optional.of("<!everyone>"));

	private static final ObjectMapper JSON = JsonMapper.builder().build();

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
			assertSound(message, plan);
			SlackPayloadJudge.assertWellFormed(message.reduced());
			assertSumsMatch(message, plan);
			if (!plan.groups().isEmpty()) {
				assertSound(composer.composeReply(plan), plan);
			}
			MessagePlan nobody = Planned.of(plan.groups()).plan();
			assertSound(composer.compose(gap(random)), nobody);
			plan.groups()
				.stream()
				.flatMap((group) -> composer.trace(group).stream())
				.forEach((trace) -> assertSound(trace, nobody));
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

	private static void assertSound(Trace trace, MessagePlan plan) {
		assertSound(trace.inline(), plan);
		TextFile file = trace.file();
		if (file != null) {
			assertThat(MrkdwnReader.read(file.comment()).other()).as(file.comment()).isEmpty();
			assertThat(file.name()).matches("trace(-[A-Za-z0-9_-]+)?\\.txt");
			assertThat(file.title()).doesNotContain("<", "\n");
			assertThat(file.text().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1_000_000);
		}
	}

	private static void assertSound(SlackMessage message, MessagePlan plan) {
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
		assertInert(message, plan);
		if (message.metadata() != null) {
			JsonNode metadata = JSON.readTree(message.metadata());
			assertThat(metadata.path("event_payload").path("count").isNumber()).isTrue();
			assertThat(message.metadata().length()).isLessThan(2_000);
		}
	}

	private static void assertInert(SlackMessage message, MessagePlan plan) {
		List<String> objects = new ArrayList<>(MrkdwnReader.objectsIn(String.valueOf(message.blocks())));
		objects.addAll(MrkdwnReader.objectsIn(String.valueOf(message.attachments())));
		objects.add(message.text());
		for (String object : objects) {
			MrkdwnReader read = MrkdwnReader.read(object);
			List<String> mentions = read.other().stream().filter(MENTION.asMatchPredicate()).toList();
			boolean mayCall = plan.mention() != null
					&& (object.equals(objects.get(0)) || object.equals(message.text()));
			assertThat(mentions).as(object).hasSizeLessThanOrEqualTo(mayCall ? 1 : 0);
			if (!mentions.isEmpty()) {
				assertThat(object).endsWith(" " + mentions.get(0).substring("token ".length()));
			}
			assertThat(read.other().stream().filter(LINK.asMatchPredicate())).as(object).hasSizeLessThanOrEqualTo(5);
			assertThat(read.other()).as(object)
				.allMatch((acting) -> acting.startsWith("token <!date^") || MENTION.matcher(acting).matches()
						|| LINK.matcher(acting).matches() || acting.matches("italic [^<>]*\\d+ .*events?.*")
						|| acting.matches(
								"emoji (red|black|white|large_orange|large_green)_circle|emoji rotating_light|emoji satellite"));
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
		if (plan.storm() != null) {
			assertStormAddsUp(message);
		}
		else if (plan.groups().size() > 1) {
			assertThat(told).isEqualTo(planned);
		}
	}

	private static void assertStormAddsUp(SlackMessage message) {
		List<String> objects = MrkdwnReader.objectsIn(String.valueOf(message.blocks()));
		Matcher all = STORM.matcher(objects.get(0));
		assertThat(all.find()).as(objects.get(0)).isTrue();
		long kinds = 0;
		long events = 0;
		for (String line : objects.get(1).lines().toList()) {
			Matcher row = ROW.matcher(line);
			Matcher rest = REST.matcher(line);
			assertThat(row.matches() || rest.matches()).as(line).isTrue();
			kinds += row.matches() ? 1 : number(rest.group(1));
			events += number(row.matches() ? row.group(1) : rest.group(2));
		}
		assertThat(kinds).isEqualTo(number(all.group(1)));
		assertThat(events).isEqualTo(number(all.group(2)));
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
		Occasion[] occasions = Stream.of(Occasion.values())
			.filter((occasion) -> random.nextInt(4) == 0)
			.toArray(Occasion[]::new);
		return Planned.of(groups)
			.remainder(remainder)
			.mayBeRepeat(random.nextBoolean())
			.insteadOf(random.nextBoolean() ? text(random) : null)
			.after(Duration.ofSeconds(random.nextInt(100_000) - 1_000))
			.on(occasions)
			.storm((random.nextInt(4) == 0) ? storm(random) : null)
			.mention(MENTIONS.get(random.nextInt(MENTIONS.size())).orElse(null))
			.extras(extras(random))
			.plan();
	}

	private static Storm storm(Random random) {
		return new Storm(random.nextInt(50), random.nextInt(999_999), Told.NOW.minusSeconds(random.nextInt(300)),
				Told.NOW, random.nextBoolean() ? "java." + text(random) : null, random.nextBoolean());
	}

	private static MessageExtras extras(Random random) {
		MessageExtras extras = MessageExtras.NONE;
		for (int i = random.nextInt(9); i > 0; i--) {
			extras = extras.withField(text(random), text(random))
				.withLink(text(random), URI.create("https://links.example/?q="
						+ URLEncoder.encode(text(random), StandardCharsets.UTF_8) + "&r='*_~" + i));
		}
		return extras;
	}

	private static Incident incident(Random random) {
		List<Long> history = Stream.generate(() -> (long) random.nextInt(9_999)).limit(random.nextInt(15)).toList();
		Earlier earlier = new Earlier(Told.NOW.minusSeconds(random.nextInt(900_000) - 1_000),
				random.nextBoolean() ? text(random) : null,
				random.nextBoolean() ? "https://links.example/" + text(random) : null);
		return new Incident(Phase.values()[random.nextInt(Phase.values().length)],
				new Rate(random.nextInt(200), random.nextInt(2_000), history), random.nextInt(3) * 10L,
				random.nextInt(3), random.nextBoolean() ? Told.NOW.plusSeconds(random.nextInt(9_000)) : null,
				random.nextBoolean() ? earlier : null);
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
		MaskedGroup group = random.nextBoolean() ? told.times(1 + random.nextInt(9_999))
				: told.again(1 + random.nextInt(9), 10 + random.nextInt(999_999));
		return Planned.living(group, incident(random));
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
