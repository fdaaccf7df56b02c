package io.github.slacklogging.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.TextFile;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.message.MessageComposer.Trace;
import io.github.slacklogging.message.StackTrace.Line;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole trace, as a box and as a file. */
class TraceTests {

	@Test
	void traceThatFitsIsABoxAndNoFile() {
		Trace trace = trace(thrown("boom", 3));
		assertThat(trace.file()).isNull();
		assertThat(box(trace)).isEqualTo("""
				com.acme.X: boom
				    at com.acme.orders.OrderService.call0(OrderService.java:1)
				    at com.acme.orders.OrderService.call1(OrderService.java:2)
				    at com.acme.orders.OrderService.call2(OrderService.java:3)""");
		assertThat(trace.inline().text()).isEqualTo("Stack trace of X in orders-api (prod).");
	}

	@Test
	void boxAtTheLimitIsWholeAndOnePastItIsCutBesideAFile() {
		int frames = 40;
		int plain = box(trace(thrown("", frames))).length();
		int fill = TraceLayout.MAX_BOX - plain - ": ".length();
		assertThat(fill).isBetween(1, 500);
		Trace most = trace(thrown("x".repeat(fill), frames));
		assertThat(box(most)).hasSize(TraceLayout.MAX_BOX).endsWith("(OrderService.java:40)");
		assertThat(most.file()).isNull();
		Trace more = trace(thrown("x".repeat(fill + 1), frames));
		assertThat(box(more)).hasSizeLessThanOrEqualTo(TraceLayout.MAX_BOX).endsWith("…");
		assertThat(more.inline().text()).endsWith("), cut.");
		assertThat(file(more).text()).endsWith("(OrderService.java:40)");
	}

	@Test
	void textThatGrowsWhenItIsEscapedIsCutSooner() {
		MaskedThrowable root = thrown("<".repeat(500), 1);
		for (int i = 0; i < 4; i++) {
			root = Told.wrapping(root, "com.acme.X", "<".repeat(500));
		}
		Trace trace = trace(root);
		assertThat(box(trace).length()).isLessThan(TraceLayout.MAX_BOX);
		assertThat(file(trace).text()).contains("Wrapped by: com.acme.X: " + "<".repeat(500));
	}

	@Test
	void fileTellsWhatItIsAbout() {
		TextFile file = file(trace(Told.error("Could\nnot ship")
			.thrown(Told.wrapping(thrown("a\nb", 100), "com.acme.Y", "outer", Told.frame("com.acme.Z", "run", 7)))
			.once()));
		assertThat(file.name()).isEqualTo("trace-k7f3q2a.txt");
		assertThat(file.title()).isEqualTo("Stack trace of X");
		assertThat(file.comment()).isEqualTo("Stack trace of X · 101 frames · #k7f3q2a");
		assertThat(file.text()).startsWith("""
				ERROR in orders-api (prod), version 1.8.2 (a1b2c3d), host orders-7d9f
				#k7f3q2a, log id 7k3q9m2x4h8vt-1c, 2026-10-12 10:02:03 UTC
				com.acme.orders.OrderService [http-nio-8080-exec-3]
				Could
				not ship

				com.acme.X: a
				b
				    at com.acme.orders.OrderService.call0(OrderService.java:1)
				""").endsWith("\nWrapped by: com.acme.Y: outer\n    at com.acme.Z.run(Z.java:7)");
	}

	@Test
	void fileAtTheLimitIsWholeAndOneBytePastItSaysWhatIsLeftOut() {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("日".repeat(333_000), false));
		lines.add(new Line("a".repeat(999), true));
		String most = TraceFile.of(lines, 0);
		assertThat(utf8(most)).isEqualTo(TraceFile.MAX_BYTES);
		assertThat(most).doesNotContain("left out");
		lines.set(1, new Line("a".repeat(1_000), true));
		String more = TraceFile.of(lines, 0);
		assertThat(utf8(more)).isBetween(TraceFile.MAX_BYTES - 20, TraceFile.MAX_BYTES);
		assertThat(more).endsWith("a\n… 1 frame left out: this file ends at 1,000,000 bytes");
	}

	@Test
	void fileIsCutBetweenCharacters() {
		for (int shift = 0; shift < 4; shift++) {
			String text = TraceFile.of(List.of(new Line("x".repeat(shift) + "\uD83D\uDE00".repeat(300_000), false)), 7);
			assertThat(utf8(text)).isLessThanOrEqualTo(TraceFile.MAX_BYTES);
			assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(text);
			assertThat(text).contains("\uD83D\uDE00\n… 7 frames left out");
		}
	}

	@Test
	void endlessTraceIsCountedAndNotKept() {
		Trace trace = trace(thrown("deep", 60_000));
		assertThat(utf8(file(trace).text())).isLessThanOrEqualTo(TraceFile.MAX_BYTES);
		long shown = file(trace).text()
			.lines()
			.filter((line) -> line.startsWith("    at ") && line.endsWith(")"))
			.count();
		assertThat(file(trace).text()).containsPattern("… [\\d,]+ frames left out");
		String last = file(trace).text().lines().reduce((before, line) -> line).orElseThrow();
		long hidden = Long.parseLong(last.replaceAll("^… ([\\d,]+) .*", "$1").replace(",", ""));
		assertThat(shown + hidden).isEqualTo(60_000);
	}

	@Test
	void nothingInBoxOrFileActs() {
		Told told = Told.error("<!channel>\u001B[31m")
			.thrown(Told.thrown("com.acme.<!here>*X*", "<!channel> *b*\u202E" + "y".repeat(3_000),
					Told.frame("com.acme.A", "<init>", 1)));
		Trace trace = trace(told.once());
		assertThat(MrkdwnReader.objectsIn(String.valueOf(trace.inline().blocks())))
			.allSatisfy((object) -> assertThat(MrkdwnReader.read(object).other()).isEmpty());
		assertThat(MrkdwnReader.read(trace.inline().text()).other()).isEmpty();
		assertThat(MrkdwnReader.read(file(trace).comment()).other()).isEmpty();
		assertThat(file(trace).title()).doesNotContain("<");
		assertThat(file(trace).text()).doesNotContain("\u001B", "\u202E");
	}

	@Test
	void fingerprintMakesAFileNameWhateverItIs() {
		MaskedGroup group = Told.error("x").thrown(thrown("y".repeat(900), 60)).once();
		MaskedGroup other = new MaskedGroup("../a b\n", group.severity(), 1, 1, false, Told.NOW, Told.NOW,
				group.first(), group.latest(), group.incident());
		assertThat(file(trace(other)).name()).isEqualTo("trace-ab.txt");
	}

	@Test
	void firstEventWithAStackIsTheOneThatIsTraced() {
		MaskedThrowable stripped = Told.thrown("com.acme.X", null);
		MaskedGroup latestHasOne = Planned.startedWith(Told.error("x").thrown(thrown("second", 1)).again(1, 2),
				Told.error("x").thrown(stripped).event());
		assertThat(box(trace(latestHasOne))).contains("second");
		MaskedGroup firstHasOne = Planned.startedWith(Told.error("x").thrown(thrown("second", 1)).again(1, 2),
				Told.error("x").thrown(thrown("first", 1)).event());
		assertThat(box(trace(firstHasOne))).contains("first");
	}

	@Test
	void thereIsNoTraceWithoutFramesOrWhereNoneIsAskedFor() {
		assertThat(composer(StackTraceStyle.SHORT).trace(Told.error("x").once())).isEmpty();
		assertThat(composer(StackTraceStyle.SHORT).trace(Told.error("x").thrown(Told.thrown("X", "m")).once()))
			.isEmpty();
		MaskedGroup group = Told.error("x").thrown(thrown("m", 1)).once();
		assertThat(composer(StackTraceStyle.NONE).trace(group)).isEmpty();
		assertThat(composer(StackTraceStyle.FULL).trace(group)).isPresent();
	}

	private static MaskedThrowable thrown(String message, int frames) {
		List<StackTraceElement> all = new ArrayList<>();
		for (int i = 0; i < frames; i++) {
			all.add(Told.frame("com.acme.orders.OrderService", "call" + i, i + 1));
		}
		return new MaskedThrowable("com.acme.X", message, all, 0, null, List.of());
	}

	private static Trace trace(MaskedThrowable throwable) {
		return trace(Told.error("Order failed").thrown(throwable).once());
	}

	private static Trace trace(MaskedGroup group) {
		Optional<Trace> trace = composer(StackTraceStyle.SHORT).trace(group);
		SlackPayloadJudge.assertWellFormed(trace.orElseThrow().inline());
		SlackLengthJudge.assertWithinLimits(trace.orElseThrow().inline());
		return trace.orElseThrow();
	}

	private static MessageComposer composer(StackTraceStyle style) {
		return new MessageComposer(new Settings(List.of(), List.of(), style, List.of("com.acme"), null, null),
				() -> Told.ORDERS_API);
	}

	private static TextFile file(Trace trace) {
		return Objects.requireNonNull(trace.file());
	}

	private static String box(Trace trace) {
		return JsonMapper.builder()
			.build()
			.readTree(trace.inline().attachments())
			.at("/0/blocks/0/elements/0/elements/0/text")
			.asString();
	}

	private static int utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
