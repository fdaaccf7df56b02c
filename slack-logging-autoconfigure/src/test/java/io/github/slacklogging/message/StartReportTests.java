package io.github.slacklogging.message;

import java.util.Objects;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter;

import static org.assertj.core.api.Assertions.assertThat;

class StartReportTests {

	@Test
	void whatSpringBootReportsIsUnderstood() {
		String reported = reported("Port 8080 was already in use.", "Stop the other process.");
		assertThat(analysis(reported)).isEqualTo(failed("Port 8080 was already in use.", "Stop the other process."));
	}

	@Test
	void actionMayBeMissing() {
		assertThat(analysis(reported("Port 8080 was already in use.", null)))
			.isEqualTo(failed("Port 8080 was already in use.", ""));
		assertThat(analysis(reported("Port 8080 was already in use.", " ")).action()).isEmpty();
	}

	@Test
	void linesAreKept() {
		assertThat(analysis(reported("Failed to bind:\n\n    Property: a\n    Value: b", "Either:\n\n\t- c\n\t- d")))
			.isEqualTo(failed("Failed to bind:\n\n    Property: a\n    Value: b", "Either:\n\n\t- c\n\t- d"));
	}

	@Test
	void lineBreaksOfWindowsAreUnderstood() {
		String reported = reported("One.\n\nTwo.", "Three.").replace("\n", "\r\n");
		assertThat(analysis(reported)).isEqualTo(failed("One.\n\nTwo.", "Three."));
	}

	@Test
	void descriptionMayHoldTheWordsOfTheFrame() {
		String quoted = "Value:\n\nAction:\n\nnone\n\nDescription:\n\nx";
		assertThat(analysis(reported(quoted, "Stop."))).isEqualTo(failed(quoted, "Stop."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cannot start\nat all", "see APPLICATION FAILED TO START", "***", "Description:\n\nx" })
	void textOfAnotherFormIsKeptAsItIs(String text) {
		assertThat(analysis(text)).isEqualTo(failed(text, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \u200B ", "\n\n***\nAPPLICATION FAILED TO START\n***\n\nDescription:\n\n\n" })
	void reportThatSaysNothingSaysSo(String text) {
		assertThat(analysis(text).description()).isEqualTo("(no message)");
	}

	@Test
	void rootCauseStandsInWhereNoAnalyzerKnewTheFailure() {
		Told told = application("Application run failed")
			.thrown(Told.wrapping(Told.thrown("java.io.IOException", " disk full\nsee log "), "com.acme.Outer", "out"));
		assertThat(StartReport.of(told.event())).isEqualTo(failed("IOException: disk full\nsee log", ""));
		told.thrown(Told.thrown("java.lang.NullPointerException", null));
		assertThat(StartReport.of(told.event())).isEqualTo(failed("NullPointerException", ""));
		told.message = "Runner failed";
		assertThat(StartReport.of(told.event())).isEqualTo(failed("Runner failed", ""));
	}

	@Test
	void startThatHangsIsNotCalledFailed() {
		assertThat(StartReport.of(application("The start hangs: the main thread has not moved for 10 s").event()))
			.isEqualTo(new StartReport("Start hangs", "the start hangs", "the main thread has not moved for 10 s", ""));
		assertThat(StartReport.of(application("The start takes 10 s").event()))
			.isEqualTo(new StartReport("Start", "the start", "takes 10 s", ""));
	}

	@Test
	void nothingElseIsAReport() {
		assertThat(StartReport.of(Told.error("Application run failed").event())).isNull();
		assertThat(StartReport.of(application("Started in 2 s").severity(Severity.WARN).event())).isNull();
	}

	private static StartReport failed(String description, String action) {
		return new StartReport("Start failed", "the start failed", description, action);
	}

	private static Told application(String message) {
		return Told.error(message).logger("org.springframework.boot.SpringApplication");
	}

	private static StartReport analysis(String message) {
		Told told = Told.error(message).logger(LoggingFailureAnalysisReporter.class.getName());
		return Objects.requireNonNull(StartReport.of(told.event()));
	}

	/** What Spring Boot itself logs. */
	private static String reported(String description, @Nullable String action) {
		Logger logger = (Logger) LoggerFactory.getLogger(LoggingFailureAnalysisReporter.class);
		ListAppender<ILoggingEvent> recorded = new ListAppender<>();
		recorded.start();
		logger.addAppender(recorded);
		logger.setAdditive(false);
		try {
			new LoggingFailureAnalysisReporter()
				.report(new FailureAnalysis(description, action, new IllegalStateException()));
		}
		finally {
			logger.setAdditive(true);
			logger.detachAppender(recorded);
		}
		return recorded.list.get(0).getFormattedMessage();
	}

}
