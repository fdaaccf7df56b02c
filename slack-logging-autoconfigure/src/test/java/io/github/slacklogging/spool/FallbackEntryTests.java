package io.github.slacklogging.spool;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FallbackEntryTests {

	private static final Instant TIME = Instant.parse("2026-11-26T10:02:03.123456Z");

	private static final String START = "2026-11-26T10:02:03.123Z ERROR oncall 7k3q9m2x4h8vt-1c com.acme.Orders [http-1] ";

	@Test
	void entryIsOneLine() {
		Map<String, String> mdc = new LinkedHashMap<>();
		mdc.put("traceId", "7b");
		mdc.put("tenant", "acme");
		assertThat(FallbackEntry.text("oncall", event("Order 4711 not found", mdc, Map.of("order", "4711"), null)))
			.isEqualTo(START + "Order 4711 not found | traceId=7b tenant=acme order=4711\n");
	}

	@Test
	void wholeSecondHasMillisecondsToo() {
		MaskedEvent event = new MaskedEvent("id", Instant.parse("2026-11-26T10:02:03Z"), Severity.WARN, "a", "b", "c",
				"c", Map.of(), Map.of(), null, null, 0);
		assertThat(FallbackEntry.text("default", event))
			.isEqualTo("2026-11-26T10:02:03.000Z WARN default id a [b] c\n");
	}

	@Test
	void traceIsWholeAndIndented() {
		MaskedThrowable suppressed = thrown("java.io.IOException", null, 1, 0, null, List.of());
		MaskedThrowable cause = thrown("java.sql.SQLException", "gone\naway", 3, 2, null, List.of(suppressed));
		MaskedThrowable top = thrown("com.acme.OrderException", "lost", 2, 0, cause, List.of());
		assertThat(FallbackEntry.text("oncall", event("failed", Map.of(), Map.of(), top))).isEqualTo(START + """
				failed
					com.acme.OrderException: lost
						at a.B.m0(B.java:0)
						at a.B.m1(B.java:1)
					Caused by: java.sql.SQLException: gone
					away
						at a.B.m0(B.java:0)
						... 2 more
						Suppressed: java.io.IOException
							at a.B.m0(B.java:0)
				""");
	}

	@Test
	void logTextCannotForgeAnEntry() {
		String forged = "x\n2026-11-26T10:02:03.123Z ERROR\r\nb\rc\u0085d\u2028e\u001B[31mf\u0000g\u202Eh";
		MaskedThrowable thrown = thrown("a" + forged, forged, 0, 0, null, List.of());
		MaskedEvent event = new MaskedEvent(forged, TIME, Severity.ERROR, forged, forged, forged, forged,
				Map.of(forged, forged), Map.of(forged, forged), thrown, null, 0);
		String text = FallbackEntry.text(forged, event);
		assertThat(text.lines().skip(1)).isNotEmpty().allMatch((line) -> line.startsWith("\t"));
		assertThat(text).endsWith("\n").doesNotContain("\r", "\u0085", "\u2028", "\u001B", "\u0000", "\u202E");
		assertThat(FallbackEntry.text("oncall", event("a\r\nb\rc\td\u001B", Map.of("k", "v\nw"), Map.of(), null)))
			.isEqualTo(START + "a\n\tb\n\tc\td? | k=v\\nw\n");
	}

	@Test
	void whatHidesOrTurnsWordsIsSeen() {
		String hidden = "a\u200Eb\u200Bc\uFEFFd\u061Ce\uDB40\uDC41f\uD83Dg";
		assertThat(FallbackEntry.text("oncall", event(hidden, Map.of(), Map.of(), null)))
			.isEqualTo(START + "a?b?c?d?e?f?g\n");
		String family = "\uD83D\uDC68\u200D\uD83D\uDC69 \u2764\uFE0F می\u200Cخواهم";
		assertThat(FallbackEntry.text("oncall", event(family, Map.of(), Map.of(), null)))
			.isEqualTo(START + family + "\n");
	}

	@Test
	void sizeGrowsWithTheTextAndTheTrace() {
		MaskedEvent small = event("a", Map.of(), Map.of(), null);
		MaskedEvent large = event("a".repeat(1_000), Map.of("k", "v".repeat(100)), Map.of(),
				thrown("a", "b".repeat(50), 10, 0, null, List.of()));
		assertThat(FallbackEntry.size(large) - FallbackEntry.size(small)).isGreaterThan(1_000 + 100 + 50 + 10 * 40);
	}

	private static MaskedEvent event(String message, Map<String, String> mdc, Map<String, String> keyValues,
			@Nullable MaskedThrowable throwable) {
		return new MaskedEvent("7k3q9m2x4h8vt-1c", TIME, Severity.ERROR, "com.acme.Orders", "http-1", "template",
				message, mdc, keyValues, throwable, null, 0);
	}

	private static MaskedThrowable thrown(String type, @Nullable String message, int frames, int inCommon,
			@Nullable MaskedThrowable cause, List<MaskedThrowable> suppressed) {
		List<StackTraceElement> trace = IntStream.range(0, frames)
			.mapToObj((i) -> new StackTraceElement("a.B", "m" + i, "B.java", i))
			.toList();
		return new MaskedThrowable(type, message, trace, inCommon, cause, suppressed);
	}

}
