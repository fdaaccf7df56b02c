package io.github.slacklogging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StackTraceTextTests {

	@Test
	void traceIsWhatTheJvmPrints() {
		Throwable thrown = nested(new IllegalStateException("lost\nand found", nested(cause())));
		StringWriter printed = new StringWriter();
		thrown.printStackTrace(new PrintWriter(printed, true));
		assertThat(printed.toString()).contains("Caused by: ", "Suppressed: ", "\t... ", " more");
		assertThat(StackTraceText.of(masked(thrown, null), Integer.MAX_VALUE) + System.lineSeparator())
			.isEqualTo(printed.toString());
	}

	@Test
	void throwableWithoutFramesIsItsHead() {
		assertThat(StackTraceText.of(new MaskedThrowable("a.B", null, List.of(), 0, null, List.of()), 100))
			.isEqualTo("a.B");
	}

	@Test
	void longestTraceStaysWholeAndALongerOneIsCut() {
		MaskedThrowable thrown = new MaskedThrowable("a.B", "x y z", frames(3), 0, null, List.of());
		String whole = StackTraceText.of(thrown, Integer.MAX_VALUE);
		assertThat(StackTraceText.of(thrown, whole.length())).isEqualTo(whole);
		assertThat(StackTraceText.of(thrown, whole.length() - 1)).hasSizeLessThan(whole.length())
			.startsWith("a.B: x y z\n\tat c.D.m0(D.java:0)\n")
			.endsWith("…");
	}

	@Test
	void endlessCausesAndSuppressedOnesEndWithTheRoom() {
		MaskedThrowable thrown = new MaskedThrowable("a.B", null, frames(2), 0, null, List.of());
		for (int i = 0; i < 20_000; i++) {
			thrown = new MaskedThrowable("a.B", null, frames(2), 0, (i % 2 == 0) ? thrown : null,
					(i % 2 == 0) ? List.of() : List.of(thrown));
		}
		assertThat(StackTraceText.of(thrown, 64 * 1024)).hasSizeLessThanOrEqualTo(64 * 1024).endsWith("…");
	}

	@Test
	void framesInCommonAreNoMoreThanThereAre() {
		assertThat(StackTraceText.of(new MaskedThrowable("a.B", null, frames(2), 7, null, List.of()), 100))
			.isEqualTo("a.B\n\t... 2 more");
		assertThat(StackTraceText.of(new MaskedThrowable("a.B", null, frames(1), -1, null, List.of()), 100))
			.isEqualTo("a.B\n\tat c.D.m0(D.java:0)");
	}

	private static List<StackTraceElement> frames(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new StackTraceElement("c.D", "m" + i, "D.java", i)).toList();
	}

	private static Throwable cause() {
		Exception cause = new IOException();
		cause.addSuppressed(nested(new IllegalArgumentException("while closing", new IOException("disk"))));
		return cause;
	}

	private static <T extends Throwable> T nested(T thrown) {
		return thrown;
	}

	private static MaskedThrowable masked(Throwable thrown, StackTraceElement @Nullable [] enclosing) {
		StackTraceElement[] frames = thrown.getStackTrace();
		Throwable cause = thrown.getCause();
		return new MaskedThrowable(thrown.getClass().getName(), thrown.getMessage(), List.of(frames),
				inCommon(frames, enclosing), (cause != null) ? masked(cause, frames) : null,
				Arrays.stream(thrown.getSuppressed()).map((one) -> masked(one, frames)).toList());
	}

	private static int inCommon(StackTraceElement[] frames, StackTraceElement @Nullable [] enclosing) {
		int common = 0;
		while (enclosing != null && common < frames.length && common < enclosing.length
				&& frames[frames.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
			common++;
		}
		return common;
	}

}
