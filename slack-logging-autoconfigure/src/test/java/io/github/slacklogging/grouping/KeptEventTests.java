package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
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
		LogEvent kept = KeptEvent.of(event("x".repeat(KeptEvent.MAX_TEXT + 1), "y"));
		assertThat(kept.message()).hasSize(KeptEvent.MAX_TEXT).endsWith("x…");
		assertThat(kept.template()).isEqualTo(kept.message());
		assertThat(kept.logId()).isEqualTo(event("", "").logId().replaceAll(".*-", kept.runId() + "-"));
	}

	@Test
	void longValuesAreCutAndNumbersStayNumbers() {
		LogEvent kept = KeptEvent.of(event("short", "y".repeat(KeptEvent.MAX_VALUE + 1)));
		assertThat(kept.mdc().get("user")).hasSize(KeptEvent.MAX_VALUE).endsWith("y…");
		assertThat(kept.keyValues()).extracting(KeyValue::value)
			.contains(42)
			.anySatisfy((value) -> assertThat(value).asString().hasSize(KeptEvent.MAX_VALUE));
		assertThat(kept.message()).isEqualTo("short");
	}

	@Test
	void cutNeverEndsWithinACodePoint() {
		String text = "x".repeat(KeptEvent.MAX_TEXT - 2) + "😀😀";
		assertThat(KeptEvent.of(event(text, "")).message()).endsWith("x…").hasSize(KeptEvent.MAX_TEXT - 1);
	}

	private static LogEvent event(String text, String value) {
		return new LogEvent(RunId.random(), 1, Instant.EPOCH, Severity.ERROR, "com.acme.Orders", "main", text, text, 0,
				Map.of("user", value), List.of(new KeyValue("basket", value), new KeyValue("items", 42)), List.of(),
				null, null);
	}

}
