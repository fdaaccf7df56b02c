package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.testing.MaskedFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.testing.MaskedFixture.logged;
import static org.assertj.core.api.Assertions.assertThat;

class DocumentWriterTests {

	private static final ServiceIdentity ORDERS = new ServiceIdentity("orders-api", "1.8.2", "3f2a9c1", "prod",
			"orders-7d9f", null);

	private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

	private static final String SPAN = "b7ad6b7169203331";

	private final DocumentWriter writer = new DocumentWriter(IndexNames.index("logs-orders-{yyyy.MM.dd}"),
			() -> ORDERS);

	@Test
	void documentIsOneLineForWhatToDoAndOneFlatLine() {
		MaskedThrowable thrown = new MaskedThrowable("com.acme.LostException", "lost", frames(1), 0, null, List.of());
		Document document = this.writer.write(logged("Order 4711 lost").template("Order {} lost")
			.severity(Severity.CRITICAL)
			.mdc("traceId", TRACE)
			.mdc("spanId", SPAN)
			.mdc("tenant", "acme")
			.field("orderId", "4711")
			.threw(thrown)
			.calledFrom(new StackTraceElement("app", "m", "1", "com.acme.Orders", "ship", "Orders.java", 41))
			.event(), "k7f3q2a", false);
		assertThat(new String(document.lines(), StandardCharsets.UTF_8)).isEqualTo("""
				{"create":{"_index":"logs-orders-2026.11.26","_id":"7k3q9m2x4h8vt-1c"}}
				{"@timestamp":"2026-11-26T10:02:03.123456789Z","log_id":"7k3q9m2x4h8vt-1c","level":"ERROR",\
				"severity":"CRITICAL","logger":"com.acme.Orders","thread":"http-1","message":"Order 4711 lost",\
				"template":"Order {} lost","service.name":"orders-api","service.version":"1.8.2",\
				"service.commit":"3f2a9c1","environment":"prod","host.name":"orders-7d9f",\
				"trace.id":"0af7651916cd43dd8448eb211c80319c","span.id":"b7ad6b7169203331",\
				"error.type":"com.acme.LostException","error.message":"lost",\
				"error.stack_trace":"com.acme.LostException: lost\\n\\tat a.B.m0(B.java:0)",\
				"fingerprint":"k7f3q2a","caller":"com.acme.Orders.ship(Orders.java:41)",\
				"labels":{"tenant":"acme","orderId":"4711"}}
				""");
		assertThat(document.index()).isEqualTo("logs-orders-2026.11.26");
		assertThat(document.logId()).isEqualTo(MaskedFixture.LOG_ID);
		assertThat(document.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(document).asString().doesNotContain("4711", "acme");
	}

	@Test
	void whatIsNotKnownIsLeftOut() {
		DocumentWriter nameless = new DocumentWriter(IndexNames.dataStream("logs"),
				() -> new ServiceIdentity("a", "1", null, "prod", "h", null));
		WrittenDocument document = WrittenDocument.of(nameless.write(logged("x").event(), "f", false));
		assertThat(document.source().propertyNames()).containsExactly("@timestamp", "log_id", "level", "severity",
				"logger", "thread", "message", "service.name", "service.version", "environment", "host.name",
				"fingerprint");
		assertThat(document.action().path("create").path("_index").asString()).isEqualTo("logs");
	}

	@ParameterizedTest
	@CsvSource({ "DEBUG,DEBUG", "INFO,INFO", "WARN,WARN", "ERROR,ERROR", "CRITICAL,ERROR" })
	void levelIsTheWordOfLogback(Severity severity, String level) {
		WrittenDocument document = written(logged("x").severity(severity).event());
		assertThat(document.text("level")).isEqualTo(level);
		assertThat(document.text("severity")).isEqualTo(severity.name());
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z,2026-01-01T00:00:00.500Z",
			"1969-12-31T23:59:59Z,1970-01-01T00:00:00Z",
			"2262-04-11T23:47:16.854775807Z,2262-04-11T23:47:16.854775807Z",
			"2262-04-11T23:47:16.854775808Z,2262-04-11T23:47:16.854775807Z" })
	void timeIsWhatAFieldOfNanosecondsTakes(Instant logged, String told) {
		assertThat(written(logged("x").at(logged).event()).text("@timestamp")).isEqualTo(told);
	}

	@Test
	void keyValuePairWinsOverTheContext() {
		assertThat(written(logged("x").mdc("user", "mdc").field("user", "field").event()).labels())
			.hasToString("{\"user\":\"field\"}");
	}

	@Test
	void traceIdsStandInTheirFieldsOnly() {
		WrittenDocument document = written(logged("x").mdc("trace_id", TRACE)
			.mdc("span_id", SPAN)
			.mdc("dd.trace_id", "4823948239482394")
			.field("copy", TRACE)
			.event());
		assertThat(document.text("trace.id")).isEqualTo(TRACE);
		assertThat(document.text("span.id")).isEqualTo(SPAN);
		assertThat(document.labels()).hasToString("{\"dd.trace_id\":\"4823948239482394\",\"copy\":\"" + TRACE + "\"}");
	}

	@Test
	void freeFieldsAreOneTextWhereTheyMustBe() {
		MaskedEvent event = logged("x").mdc("a", "\"1\"\n").field("b", "\u0001ü").event();
		WrittenDocument document = WrittenDocument.of(this.writer.write(event, "f", true));
		assertThat(document.source().has("labels")).isFalse();
		assertThat(document.labelsText()).isEqualTo(written(event).labels());
		assertThat(written(logged("x").event()).source().has("labels_text")).isFalse();
	}

	@Test
	void callerIsTheFrameAsATraceShowsIt() {
		assertThat(caller(new StackTraceElement("a.B", "c", null, -1))).isEqualTo("a.B.c(Unknown Source)");
		assertThat(caller(new StackTraceElement("a.B", "c", "B.java", -1))).isEqualTo("a.B.c(B.java)");
		assertThat(caller(new StackTraceElement("a.B", "c", "B.java", -2))).isEqualTo("a.B.c(Native Method)");
		assertThat(caller(new StackTraceElement("a.B", "c", "B.java", 0))).isEqualTo("a.B.c(B.java:0)");
	}

	private String caller(StackTraceElement frame) {
		return written(logged("x").calledFrom(frame).event()).text("caller");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000\u0001\u001b\u007f\u0085\u2028", "\"\\\n\r\t", "\uD83D\uDE00é漢", "}\n{\"x\":1}" })
	void anyTextIsToldAsItIs(String text) {
		WrittenDocument document = written(
				logged(text).template("a").on(text).mdc("k", text).mdc("k" + text, "v").event());
		assertThat(document.text("message")).isEqualTo(text);
		assertThat(document.text("thread")).isEqualTo(text);
		assertThat(document.labels().path("k").asString()).isEqualTo(text);
		assertThat(document.labels().path("k" + text).asString()).isEqualTo("v");
	}

	@ParameterizedTest
	@CsvSource({ "a\uD83D,a\uFFFD", "\uDE00a,\uFFFDa", "\uD83D\uD83D\uDE00\uDE00,\uFFFD\uD83D\uDE00\uFFFD" })
	void halfACharacterIsReplaced(String text, String told) {
		WrittenDocument document = written(logged(text).template(text + "t").by(text).mdc(text, text).event());
		assertThat(document.text("message")).isEqualTo(told);
		assertThat(document.text("template")).isEqualTo(told + "t");
		assertThat(document.text("logger")).isEqualTo(told);
		assertThat(document.labels().path(told).asString()).isEqualTo(told);
	}

	@Test
	void eachTextHasItsMostCharacters() {
		assertBound("message", DocumentWriter.MAX_MESSAGE_LENGTH, (text) -> logged(text).template("t"));
		assertBound("template", DocumentWriter.MAX_TEMPLATE_LENGTH, (text) -> logged("m").template(text));
		assertBound("thread", DocumentWriter.MAX_NAME_LENGTH, (text) -> logged("m").on(text));
		assertBound("logger", DocumentWriter.MAX_NAME_LENGTH, (text) -> logged("m").by(text));
		assertBound("error.message", DocumentWriter.MAX_ERROR_MESSAGE_LENGTH,
				(text) -> logged("m").threw(thrown(text)));
		assertBound("error.stack_trace", DocumentWriter.MAX_STACK_TRACE_LENGTH,
				(text) -> logged("m").threw(thrown(text.substring(4))), "E: ");
	}

	private static MaskedThrowable thrown(String message) {
		return new MaskedThrowable("E", message, List.of(), 0, null, List.of());
	}

	private void assertBound(String field, int max, Function<String, MaskedFixture> event) {
		assertBound(field, max, event, "");
	}

	private void assertBound(String field, int max, Function<String, MaskedFixture> event, String start) {
		String longest = "w ".repeat(max / 2);
		String told = written(event.apply(longest + " ".repeat(start.isEmpty() ? 0 : 1)).event()).text(field);
		assertThat(told).startsWith(start).hasSize(max).doesNotContain("…");
		String cut = written(event.apply(longest + "w ").event()).text(field);
		assertThat(cut).startsWith(start).hasSizeLessThanOrEqualTo(max).hasSizeGreaterThan(max - 10).endsWith("…");
	}

	@Test
	void worstOfAllEventsIsBelowAMegabyteInBothForms() {
		for (String worst : List.of("\u0001", "\"", "\uFFFF", "\uD83D\uDE00", "\uD83D", "\\")) {
			String text = (worst.repeat(50) + " ").repeat(3_000);
			MaskedFixture event = logged(text).template(text + "t")
				.severity(Severity.CRITICAL)
				.on(text)
				.by(text)
				.threw(new MaskedThrowable(text, text, frames(100), 0, thrown(text), List.of(thrown(text))))
				.calledFrom(new StackTraceElement(text, text, text, 1));
			String label = text.substring(0, Labels.MAX_VALUE_LENGTH + 1);
			IntStream.range(0, Labels.MAX_LABELS)
				.forEach((i) -> event.mdc("k" + i + label, label).field(label + i, label));
			DocumentWriter hostile = new DocumentWriter(IndexNames.index("a-{yyyy}"),
					() -> new ServiceIdentity(text, text, text, text, text, null));
			for (boolean asText : new boolean[] { true, false }) {
				Document document = hostile.write(event.event(), "k7f3q2a", asText);
				assertThat(document.lines()).hasSizeLessThan(DocumentWriter.MAX_BYTES);
				WrittenDocument.of(document);
			}
		}
	}

	@Test
	void longEventLeavesNothingInTheNextOne() {
		Document before = this.writer.write(logged("x").event(), "f", false);
		this.writer.write(logged("y".repeat(60_000)).event(), "f", false);
		assertThat(this.writer.write(logged("x").event(), "f", false).lines()).isEqualTo(before.lines());
	}

	@Test
	void stackTraceIsWhole() {
		MaskedThrowable cause = new MaskedThrowable("C", null, frames(3), 2, null, List.of(thrown("closing")));
		MaskedThrowable thrown = new MaskedThrowable("E", "x", frames(2), 0, cause, List.of());
		assertThat(written(logged("m").threw(thrown).event()).text("error.stack_trace")).isEqualTo("""
				E: x
				\tat a.B.m0(B.java:0)
				\tat a.B.m1(B.java:1)
				Caused by: C
				\tat a.B.m0(B.java:0)
				\t... 2 more
				\tSuppressed: E: closing""");
	}

	@Test
	void mapsOfTheEventStayAsTheyAre() {
		MaskedEvent event = logged("x").mdc("a", "1").field("b", "2").event();
		written(event);
		assertThat(event.mdc()).isEqualTo(Map.of("a", "1"));
	}

	private WrittenDocument written(MaskedEvent event) {
		return WrittenDocument.of(this.writer.write(event, "f", false));
	}

	private static List<StackTraceElement> frames(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new StackTraceElement("a.B", "m" + i, "B.java", i)).toList();
	}

}
