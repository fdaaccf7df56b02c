package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceBoxTests {

	private static final StackTraceElement POOL = Told.frame("com.zaxxer.hikari.HikariPool", "getConnection", 1);

	private static final StackTraceElement SERVLET = Told.frame("org.springframework.web.Servlet", "service", 2);

	@Test
	void shortTraceShowsTheRootFirstAndOwnFramesOnly() {
		MaskedThrowable root = new MaskedThrowable("java.io.IOException", "disk\nfull",
				List.of(POOL, own(1), own(2), SERVLET), 2, null, List.of());
		MaskedThrowable outer = Told.wrapping(root, "com.acme.OrderException", null, own(7), own(2), SERVLET);
		assertThat(box(StackTraceStyle.SHORT, outer)).containsExactly("java.io.IOException: disk full",
				"    at c.a.Order.call1(Order.java:1)", "    at c.a.Order.call2(Order.java:2)",
				"Wrapped by: com.acme.OrderException", "    at c.a.Order.call7(Order.java:7)", "    … 2 frames hidden");
	}

	@Test
	void shortTraceHasTwelveLinesAtMost() {
		assertThat(box(StackTraceStyle.SHORT, Told.thrown("A", "a", frames(10)))).hasSize(11);
		assertThat(box(StackTraceStyle.SHORT, Told.thrown("A", "a", frames(11)))).hasSize(12)
			.last()
			.isEqualTo("    … 1 frame hidden");
		assertThat(box(StackTraceStyle.SHORT, Told.thrown("A", "a", frames(500)))).hasSize(12)
			.last()
			.isEqualTo("    … 490 frames hidden");
	}

	@Test
	void shortTraceOfALongChainShowsRootWrappersAndOutermost() {
		MaskedThrowable chain = Told.thrown("Root", null, frames(9));
		for (int i = 1; i < 8; i++) {
			chain = Told.wrapping(chain, "W" + i, null, own(100 + i));
		}
		List<String> lines = box(StackTraceStyle.SHORT, chain);
		assertThat(lines).hasSize(12)
			.contains("Root", "Wrapped by: W1", "Wrapped by: W2", "… 4 more causes", "Wrapped by: W7");
		assertThat(lines).contains("    at c.a.Order.call107(Order.java:107)")
			.last()
			.isEqualTo("    … 10 frames hidden");
	}

	@Test
	void traceWithoutOwnFramesShowsTheFirstThree() {
		assertThat(box(StackTraceStyle.SHORT, Told.thrown("A", null, POOL, SERVLET, POOL, SERVLET, SERVLET)))
			.containsExactly("A", "    at c.z.h.HikariPool.getConnection(HikariPool.java:1)",
					"    at o.s.w.Servlet.service(Servlet.java:2)",
					"    at c.z.h.HikariPool.getConnection(HikariPool.java:1)", "    … 2 frames hidden");
	}

	@Test
	void throwableWithoutFramesIsOneLine() {
		assertThat(box(StackTraceStyle.SHORT, Told.thrown("java.lang.NullPointerException", null)))
			.containsExactly("java.lang.NullPointerException");
	}

	@Test
	void fullTraceShowsEverythingInFull() {
		MaskedThrowable suppressed = Told.thrown("S", "late", own(3));
		MaskedThrowable root = new MaskedThrowable("Root", "why", List.of(POOL, own(1)), 1, null, List.of(suppressed));
		assertThat(box(StackTraceStyle.FULL, Told.wrapping(root, "Outer", "what", SERVLET, own(1)))).containsExactly(
				"Root: why", "    at com.zaxxer.hikari.HikariPool.getConnection(HikariPool.java:1)",
				"    at com.acme.Order.call1(Order.java:1)", "Suppressed: S: late",
				"    at com.acme.Order.call3(Order.java:3)", "Wrapped by: Outer: what",
				"    at org.springframework.web.Servlet.service(Servlet.java:2)");
	}

	@Test
	void fullTraceCountsWhatFindsNoRoom() {
		Budget budget = new Budget(new Size(200, 200, 200));
		List<String> lines = lines(
				blocks(StackTraceStyle.FULL, Told.error("x").thrown(Told.thrown("A", "a", frames(300))), budget));
		long frames = lines.stream().filter((line) -> line.contains(" at ")).count();
		assertThat(frames).isPositive();
		assertThat(lines).last().isEqualTo("    … " + (300 - frames) + " frames hidden");
	}

	@Test
	void noneShowsNothing() {
		Told told = Told.error("x\ny").thrown(Told.thrown("A", "a", own(1)));
		assertThat(blocks(StackTraceStyle.NONE, told, new Budget(Limits.BLOCK_TEXT))).isEmpty();
	}

	@Test
	void messageOfSeveralLinesStandsAboveTheTrace() {
		Told told = Told.error("Bad JSON:\n{\n  \"a\": 1\n}\nend").thrown(Told.thrown("A", "a", frames(20)));
		List<String> lines = lines(blocks(StackTraceStyle.SHORT, told, new Budget(Limits.BLOCK_TEXT)));
		assertThat(lines).hasSize(12).startsWith("Bad JSON:", "{", "… 3 more lines", "A: a");
	}

	@Test
	void messageOfSeveralLinesIsKeptWithItsIndentation() {
		List<String> lines = lines(blocks(StackTraceStyle.SHORT, Told.error("Bad JSON:\n\n{\n  \"a\": 1\n}"),
				new Budget(Limits.BLOCK_TEXT)));
		assertThat(lines).containsExactly("Bad JSON:", "", "{", "  \"a\": 1", "}");
	}

	@Test
	void linesOfAVeryLongMessageAreCounted() {
		List<String> lines = lines(
				blocks(StackTraceStyle.SHORT, Told.error("line\n".repeat(5_000)), new Budget(Limits.BLOCK_TEXT)));
		assertThat(lines).hasSize(12).last().isEqualTo("… 4,989 more lines");
	}

	@Test
	void messageThatTheHeadlineShowsIsNotRepeated() {
		assertThat(blocks(StackTraceStyle.SHORT, Told.error("x"), new Budget(Limits.BLOCK_TEXT))).isEmpty();
	}

	private static List<String> box(StackTraceStyle style, MaskedThrowable throwable) {
		return lines(blocks(style, Told.error("x").thrown(throwable), new Budget(Limits.BLOCK_TEXT)));
	}

	private static List<Block> blocks(StackTraceStyle style, Told told, Budget budget) {
		return new TraceBox(style, new InAppFrames(List.of("com.acme"))).blocks(told.event(), true, budget);
	}

	private static List<String> lines(List<Block> blocks) {
		assertThat(blocks).hasSize(1);
		return ((Block.Preformatted) blocks.get(0)).literal().lines().toList();
	}

	private static StackTraceElement own(int number) {
		return Told.frame("com.acme.Order", "call" + number, number);
	}

	private static StackTraceElement[] frames(int count) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			frames.add(own(i));
		}
		return frames.toArray(StackTraceElement[]::new);
	}

}
