package io.github.slacklogging.structured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.slacklogging.runtime.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LogIdMembersCustomizerTests {

	private static final String ENABLED = "--slack.logging.structured.enabled=true";

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "ecs, log_id, traceId, spanId", "logstash, log_id, traceId, spanId",
			"gelf, _log_id, _traceId, _spanId" })
	void idAndTraceStandInEveryFormat(String format, String id, String trace, String span, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=" + format)) {
			application.traced(() -> application.log.error("Order 4711 failed"));
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4711 failed");
			assertThat(StructuredApplication.text(line, id)).matches(ProcessRun.id() + "-[0-9a-z]+");
			assertThat(StructuredApplication.text(line, trace)).isEqualTo("0af7651916cd43dd8448eb211c80319c");
			assertThat(StructuredApplication.text(line, span)).isEqualTo("b7ad6b7169203331");
			assertThat(line.propertyNames()).filteredOn((name) -> name.endsWith("log_id")).containsExactly(id);
		}
	}

	@ParameterizedTest
	@CsvSource({ "ecs, log_id, gelf, _log_id", "gelf, _log_id, logstash, log_id", "logstash, log_id, ecs, log_id" })
	void consoleAndFileMayDifferAndHaveTheSameId(String console, String consoleId, String file, String fileId,
			CapturedOutput output) throws IOException {
		Path log = this.folder.resolve("app.log");
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=" + console, "--logging.structured.format.file=" + file,
				"--logging.file.name=" + log)) {
			application.log.error("Order 4712 failed");
			String shown = StructuredApplication.text(StructuredApplication.line(output.getOut(), "Order 4712 failed"),
					consoleId);
			assertThat(shown).startsWith(ProcessRun.id() + "-");
			assertThat(StructuredApplication.line(Files.readString(log), "Order 4712 failed").get(fileId).asString())
				.isEqualTo(shown);
		}
	}

	@Test
	void formatsOfAConfigurationFileAreRecognised(CapturedOutput output) throws IOException {
		Path log = this.folder.resolve("gelf.log");
		System.setProperty("GELF_FILE", log.toString());
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=ecs",
				"--logging.config=classpath:structured/logback-spring.xml")) {
			application.traced(() -> application.log.error("Order 4713 failed"));
			JsonNode ecs = StructuredApplication.line(output.getOut(), "Order 4713 failed");
			JsonNode gelf = StructuredApplication.line(Files.readString(log), "Order 4713 failed");
			assertThat(StructuredApplication.text(ecs, "log_id")).startsWith(ProcessRun.id() + "-")
				.isEqualTo(StructuredApplication.text(gelf, "_log_id"));
			assertThat(StructuredApplication.text(gelf, "_traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		}
	}

	@Test
	void firstEventOfTheApplicationHasTheFirstNumberOfItsThread(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=ecs")) {
			assertThat(StructuredApplication.text(StructuredApplication.line(output.getOut(), "Starting "), "log_id"))
				.isEqualTo(ProcessRun.id().logId(16 + (Thread.currentThread().getId() & 15)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "ecs, log_id", "logstash, log_id", "gelf, _log_id" })
	void entryOfTheSameNameGivesWayToTheTrueId(String format, String id, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=" + format)) {
			try (MDC.MDCCloseable entry = MDC.putCloseable("log_id", "from the MDC")) {
				application.log.error("Order 4714 failed");
			}
			application.log.atError().addKeyValue(id, "from a pair").log("Order 4715 failed");
			for (String message : new String[] { "Order 4714 failed", "Order 4715 failed" }) {
				JsonNode line = StructuredApplication.line(output.getOut(), message);
				assertThat(StructuredApplication.text(line, id)).startsWith(ProcessRun.id() + "-");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "ecs", "logstash", "gelf" })
	void nothingIsAddedUnlessAskedFor(String format, CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication
			.start("--logging.structured.format.console=" + format);
				MDC.MDCCloseable entry = MDC.putCloseable("log_id", "from the MDC")) {
			application.log.error("Order 4716 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4716 failed");
			assertThat(line.propertyStream().filter((member) -> member.getKey().endsWith("log_id")))
				.allSatisfy((member) -> assertThat(member.getValue().asString()).isEqualTo("from the MDC"));
		}
	}

	@Test
	void eventWithoutANumberHasNoId(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=ecs")) {
			StructuredApplication.logback().setSequenceNumberGenerator(null);
			application.log.error("Order 4717 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4717 failed");
			assertThat(line.has("log_id")).isFalse();
		}
	}

	@Test
	void propertiesOfBootRenameAndExcludeTheId(CapturedOutput output) {
		try (StructuredApplication application = StructuredApplication.start(ENABLED,
				"--logging.structured.format.console=logstash", "--logging.structured.json.exclude=@version",
				"--logging.structured.json.rename.log_id=event_id")) {
			application.log.error("Order 4718 failed");
			JsonNode line = StructuredApplication.line(output.getOut(), "Order 4718 failed");
			assertThat(StructuredApplication.text(line, "event_id")).startsWith(ProcessRun.id() + "-");
			assertThat(line.has("log_id")).isFalse();
		}
	}

}
