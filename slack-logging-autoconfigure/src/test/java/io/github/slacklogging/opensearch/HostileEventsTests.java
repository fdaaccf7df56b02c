package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.MaskedFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that nobody would log on purpose. A node of OpenSearch 2.19.1 took all documents
 * that are made like these; what it would not take is checked here without one.
 */
class HostileEventsTests {

	private static final Set<String> FIELDS = Set.of("@timestamp", "log_id", "level", "severity", "logger", "thread",
			"message", "template", "service.name", "service.version", "service.commit", "environment", "host.name",
			"trace.id", "span.id", "error.type", "error.message", "error.stack_trace", "fingerprint", "caller",
			"labels", "labels_text");

	private static final List<String> PIECES = List.of("\u0000", "\u001b", "\"", "\\", "\n", "\r", "\t", ".", "..", "=",
			"{", "}", "[", "a", "B", " ", "é", "漢", "\uD83D\uDE00", "\uD83D", "\uDE00", "\uFFFF", "\u2028", "\u202E",
			"_id", "labels", "@timestamp", "null", "…");

	private static final int MAX_TERM = 32_766;

	private final Random random = new Random(11);

	private final DocumentWriter writer = new DocumentWriter(IndexNames.index("logs-{yyyy.MM.dd}"),
			() -> new ServiceIdentity(text(50), text(5), text(5), text(20), text(20), null));

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyDocumentIsOneThatANodeTakes(boolean asText) {
		for (int i = 0; i < 500; i++) {
			Document document = this.writer.write(event(i).event(), "k7f3q2a", asText);
			assertThat(document.lines()).hasSizeLessThan(DocumentWriter.MAX_BYTES);
			WrittenDocument written = WrittenDocument.of(document);
			assertThat(FIELDS).containsAll(written.source().propertyNames());
			assertThat(Instant.parse(written.text("@timestamp"))).isBetween(Instant.EPOCH,
					Instant.parse("2262-04-11T23:47:16.854775807Z"));
			(asText ? written.labelsText() : written.labels()).forEachEntry((key, value) -> {
				assertThat(key).isNotBlank().doesNotMatch("^\\.|\\.$|\\.\\.");
				String term = "labels.labels." + key + "=" + value.asString();
				assertThat(term.getBytes(StandardCharsets.UTF_8).length).isLessThan(MAX_TERM);
			});
		}
	}

	private MaskedFixture event(int number) {
		MaskedFixture event = MaskedFixture.logged(text(length()))
			.id("hostile-" + number)
			.template(text(length()))
			.severity(Severity.values()[this.random.nextInt(5)])
			.by(text(length()))
			.on(text(length()))
			.at(this.random.nextBoolean()
					? Instant.ofEpochSecond(this.random.nextLong(-31_557_014_167L, 31_556_889_864L))
					: MaskedFixture.TIME);
		for (int i = this.random.nextInt((number % 50 == 0) ? 400 : 8); i > 0; i--) {
			event.mdc(text(length()), text(length())).field(text(30), text(length()));
		}
		return (number % 3 == 0) ? event.threw(thrown(3)).calledFrom(frame()) : event;
	}

	private MaskedThrowable thrown(int depth) {
		List<StackTraceElement> frames = new ArrayList<>();
		for (int i = this.random.nextInt(80); i > 0; i--) {
			frames.add(frame());
		}
		return new MaskedThrowable(text(length()), text(length()), frames, this.random.nextInt(5),
				(depth > 0) ? thrown(depth - 1) : null, (depth > 1) ? List.of(thrown(0)) : List.of());
	}

	private StackTraceElement frame() {
		return new StackTraceElement(text(30), text(10), text(10), this.random.nextInt(100) - 3);
	}

	private int length() {
		int share = this.random.nextInt(100);
		return (share < 80) ? 20 : ((share < 98) ? 300 : 70_000);
	}

	private String text(int maxLength) {
		StringBuilder text = new StringBuilder();
		int length = this.random.nextInt(maxLength + 1);
		while (text.length() < length) {
			text.append(PIECES.get(this.random.nextInt(PIECES.size())));
		}
		return text.toString();
	}

}
