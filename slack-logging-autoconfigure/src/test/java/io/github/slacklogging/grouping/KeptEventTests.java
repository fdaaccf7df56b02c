package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptEventTests {

	@Test
	void eventOfUsualSizeIsKeptAsItIs() {
		LogEvent event = event("x".repeat(KeptEvent.MAX_TEXT), "x".repeat(KeptEvent.MAX_VALUE));
		assertThat(KeptEvent.of(event)).isSameAs(event);
	}

	@Test
	void textsLongerThanAnyMessageAreCut() {
		LogEvent kept = KeptEvent.of(event("x ".repeat(KeptEvent.MAX_TEXT), "y"));
		assertThat(kept.message()).hasSize(KeptEvent.MAX_TEXT - 1).endsWith("x …");
		assertThat(kept.template()).isEqualTo(kept.message());
		assertThat(kept.logId()).isEqualTo(event("", "").logId().replaceAll(".*-", kept.runId() + "-"));
	}

	@Test
	void longValuesAreCutAndNumbersStayNumbers() {
		LogEvent kept = KeptEvent.of(event("short", "y ".repeat(KeptEvent.MAX_VALUE)));
		assertThat(kept.mdc().get("user")).hasSize(KeptEvent.MAX_VALUE - 1).endsWith("y …");
		assertThat(kept.keyValues()).extracting(KeyValue::value)
			.contains(42)
			.anySatisfy((value) -> assertThat(value).asString().hasSize(KeptEvent.MAX_VALUE - 1));
		assertThat(kept.message()).isEqualTo("short");
	}

	@Test
	void throwableOfUsualSizeIsKeptAsItIs() {
		LogEvent event = event(thrown("short", KeptThrowable.MAX_FRAMES, KeptThrowable.MAX_CAUSES));
		assertThat(KeptEvent.of(event)).isSameAs(event);
	}

	@Test
	void longMessagesAndTracesOfThrowablesAreCutInTheWholeChain() {
		ThrowableSnapshot kept = kept(thrown("x ".repeat(KeptEvent.MAX_TEXT), KeptThrowable.MAX_FRAMES + 10, 1));
		for (ThrowableSnapshot one = kept; one != null; one = one.cause()) {
			assertThat(one.message()).hasSize(KeptEvent.MAX_TEXT - 1).endsWith("x …");
			assertThat(one.frames()).hasSize(KeptThrowable.MAX_FRAMES).first().hasToString("com.acme.A.m0(A.java:0)");
			assertThat(one.framesInCommon()).isEqualTo(2);
		}
	}

	@Test
	void longChainsEndSooner() {
		ThrowableSnapshot kept = kept(thrown("short", 3, KeptThrowable.MAX_CAUSES + 5));
		int causes = 0;
		for (ThrowableSnapshot one = kept.cause(); one != null; one = one.cause()) {
			causes++;
		}
		assertThat(causes).isEqualTo(KeptThrowable.MAX_CAUSES);
	}

	private static ThrowableSnapshot kept(ThrowableSnapshot thrown) {
		return Objects.requireNonNull(KeptEvent.of(event(thrown)).throwable());
	}

	private static ThrowableSnapshot thrown(String message, int frames, int causes) {
		List<StackTraceElement> trace = IntStream.range(0, frames)
			.mapToObj((i) -> new StackTraceElement("com.acme.A", "m" + i, "A.java", i))
			.toList();
		return new KeptThrowable("com.acme.Broken", message, trace, 12,
				(causes > 0) ? thrown(message, frames, causes - 1) : null, List.of(), 1);
	}

	private static LogEvent event(ThrowableSnapshot thrown) {
		LogEvent event = event("Order failed", "y");
		return new LogEvent(event.runId(), 1, event.timestamp(), event.severity(), event.loggerName(), "main",
				event.template(), event.message(), 0, event.mdc(), event.keyValues(), List.of(), thrown, null);
	}

	private static LogEvent event(String text, String value) {
		return new LogEvent(RunId.random(), 1, Instant.EPOCH, Severity.ERROR, "com.acme.Orders", "main", text, text, 0,
				Map.of("user", value), List.of(new KeyValue("basket", value), new KeyValue("items", 42)), List.of(),
				null, null);
	}

}
