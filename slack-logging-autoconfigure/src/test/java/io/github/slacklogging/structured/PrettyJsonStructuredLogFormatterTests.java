package io.github.slacklogging.structured;

import java.util.Map;

import io.github.slacklogging.runtime.ProcessRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PrettyJsonStructuredLogFormatterTests {

	private static final String PRETTY = "--logging.structured.format.console="
			+ PrettyJsonStructuredLogFormatter.class.getName();

	private static final String NUMBERED = "--slack.logging.structured.enabled=true";

	private static final String PLAIN = "--spring.output.ansi.enabled=never";

	private static final JsonMapper STRICT = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	@AfterEach
	void detectColoursAgain() {
		AnsiOutput.setEnabled(AnsiOutput.Enabled.DETECT);
	}

	@Test
	void whatIsLookedForFirstStandsFirst(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, NUMBERED, PLAIN)) {
			application.traced(() -> application.log.atError().addKeyValue("order", 4711).log("Order 4751 failed"));
			JsonNode event = event(output, "Order 4751 failed");
			assertThat(event.propertyNames()).containsExactly("time", "level", "logger", "message", "log_id", "thread",
					"service", "traceId", "spanId", "order");
			assertThat(event.get("level").asString()).isEqualTo("ERROR");
			assertThat(event.get("log_id").asString()).startsWith(ProcessRun.id() + "-");
			assertThat(event.get("service").asString()).isEqualTo("orders-api 1.8.2");
			assertThat(event.get("order").asInt()).isEqualTo(4711);
			assertThat(output.getOut()).contains("{\n  \"time\": \"20", ",\n  \"level\": \"ERROR\",\n  \"logger\": ");
		}
	}

	@Test
	void idIsShownWithoutTheSwitchOfTheOtherFormats(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.startWithSlack(PRETTY, PLAIN,
				"--slack.logging.inbox.enabled=false")) {
			application.log.error("Order 4752 failed");
			assertThat(event(output, "Order 4752 failed").get("log_id").asString()).startsWith(ProcessRun.id() + "-");
		}
	}

	@Test
	void stackTraceIsReadLineByLine(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN)) {
			application.log.error("Order 4753 failed",
					new IllegalStateException("no label", new IllegalArgumentException("printer")));
			JsonNode trace = event(output, "Order 4753 failed").get("stackTrace");
			assertThat(trace.get(0).asString()).isEqualTo("java.lang.IllegalStateException: no label");
			assertThat(trace.valueStream().map(JsonNode::asString))
				.anyMatch((line) -> line.startsWith("    at io.github.slacklogging.structured.PrettyJson"))
				.contains("Caused by: java.lang.IllegalArgumentException: printer")
				.noneMatch((line) -> line.contains("\n"));
		}
	}

	@Test
	void stackTraceFollowsTheSettingsOfBoot(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN,
				"--logging.structured.json.stacktrace.root=first")) {
			application.log.error("Order 4754 failed",
					new IllegalStateException("no label", new IllegalArgumentException("printer")));
			assertThat(event(output, "Order 4754 failed").get("stackTrace").get(0).asString())
				.isEqualTo("java.lang.IllegalArgumentException: printer");
		}
	}

	@Test
	void complexValueIsOneBoundedString(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN)) {
			application.log.atError()
				.addKeyValue("order", Map.of("id", 4711))
				.addKeyValue("ratio", Double.POSITIVE_INFINITY)
				.addKeyValue("nothing", (Object) null)
				.log("Order 4755 failed");
			JsonNode event = event(output, "Order 4755 failed");
			assertThat(event.get("order").asString()).isEqualTo("{\"id\":4711}");
			assertThat(event.get("ratio").asString()).isEqualTo("Infinity");
			assertThat(event.get("nothing").isNull()).isTrue();
		}
	}

	@Test
	void nothingInALogTextActsOnTheTerminal(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN);
				MDC.MDCCloseable entry = MDC.putCloseable("\u001b[2Jname", "\u009b31m \u202egpj.exe \ud800")) {
			String message = "Order 4756 failed \u001b[31mred\u001b[0m \u0007 \"quoted\" \\ back\nnext\ttab \ud83d\ude80";
			application.log.error(message);
			String shown = output.getOut().substring(output.getOut().indexOf("Order 4756 failed"));
			assertThat(shown).doesNotContain("\u001b", "\u009b", "\u0007", "\u202e").contains("\ud83d\ude80");
			JsonNode event = event(output, "Order 4756 failed");
			assertThat(event.get("message").asString()).isEqualTo(message);
			assertThat(event.get("\u001b[2Jname").asString()).startsWith("\u009b31m \u202egpj.exe ");
		}
	}

	@Test
	void nameThatIsTakenGetsANumber(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN);
				MDC.MDCCloseable entry = MDC.putCloseable("order", "from the MDC")) {
			application.log.atError()
				.addKeyValue("message", "another")
				.addKeyValue("order", "from a pair")
				.log("Order 4757 failed");
			JsonNode event = event(output, "Order 4757 failed");
			assertThat(event.get("message").asString()).isEqualTo("Order 4757 failed");
			assertThat(event.get("message_2").asString()).isEqualTo("another");
			assertThat(event.get("order").asString()).isEqualTo("from the MDC");
			assertThat(event.get("order_2").asString()).isEqualTo("from a pair");
		}
	}

	@Test
	void markersAreTags(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN)) {
			application.log.error(MarkerFactory.getMarker("AUDIT"), "Order 4758 failed");
			assertThat(event(output, "Order 4758 failed").get("tags").get(0).asString()).isEqualTo("AUDIT");
		}
	}

	@Test
	void levelsAreColouredWhereTheConsoleHasColours(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, NUMBERED,
				"--spring.output.ansi.enabled=always")) {
			application.log.error("Order 4759 failed");
			application.log.warn("Order 4760 is late");
			assertThat(output.getOut()).contains("\u001b[31m\"ERROR\"\u001b[0;39m", "\u001b[33m\"WARN\"\u001b[0;39m",
					"\u001b[1m\"Order 4759 failed\"\u001b[0;39m");
			String plain = output.getOut().replaceAll("\u001b\\[[0-9;]*m", "");
			assertThat(event(plain, "Order 4759 failed").get("level").asString()).isEqualTo("ERROR");
		}
	}

	@Test
	void fieldsOfTheCallerFollowTheSettingsOfBoot(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(PRETTY, PLAIN,
				"--logging.structured.json.context.prefix=ctx")) {
			application.log.atError().addKeyValue("order", 4711).log("Order 4761 failed");
			assertThat(event(output, "Order 4761 failed").has("ctx_order")).isTrue();
		}
	}

	private static JsonNode event(CapturedOutput output, String message) {
		return event(output.getOut(), message);
	}

	/** The object around the message, strictly read. */
	private static JsonNode event(String out, String message) {
		int at = out.indexOf("\"message\": \"" + message);
		assertThat(at).as(out).isPositive();
		return STRICT.readTree(out.substring(out.lastIndexOf("\n{\n", at) + 1, out.indexOf("\n}\n", at) + 3));
	}

}
