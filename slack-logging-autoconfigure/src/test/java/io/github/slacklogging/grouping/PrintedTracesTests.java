package io.github.slacklogging.grouping;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.testing.CollectingIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.StandardStackTracePrinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A printed trace is grouped like the throwable that it was printed of. */
class PrintedTracesTests {

	static Stream<Arguments> recorded() {
		return RecordedTracesTests.groups()
			.flatMap((group) -> ((List<?>) group.get()[0]).stream())
			.flatMap((name) -> Stream.of("17", "25").map((jdk) -> arguments(jdk, name)));
	}

	@ParameterizedTest
	@MethodSource("recorded")
	void recordedTraceIsOfTheGroupOfWhatWasRecorded(String jdk, String name) {
		String recorded = PrintedTrace.read(jdk, name);
		String text = recorded.substring(recorded.indexOf('\n') + 1);

		assertThat(recorded).startsWith("# recorded");
		assertThat(fingerprint((log) -> log.atError().addKeyValue("trace", text).log("failed")))
			.isEqualTo(of(Logged.error("failed").throwing(PrintedTrace.of(recorded)).event()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void printedOneIsOfTheGroupOfTheRealOneFromEitherEnd(long seed) {
		for (Throwable thrown : new RandomThrowables(seed).many(250)) {
			Fingerprint real = fingerprint((log) -> log.error("failed", thrown));

			assertThat(printed(StandardStackTracePrinter.rootLast(), thrown)).isEqualTo(real);
			assertThat(printed(StandardStackTracePrinter.rootFirst(), thrown)).isEqualTo(real);
		}
	}

	@Test
	void sameTraceFromTwoStatementsCountsTwice() {
		String text = StandardStackTracePrinter.rootLast().printStackTraceToString(new IllegalStateException("a"));
		Fingerprinting fingerprinting = new Fingerprinting(GroupingAtHand.settings(10), List.of());

		LogEvent first = logged((log) -> log.atError().addKeyValue("trace", text).log("Order failed"));
		LogEvent second = logged((log) -> log.atError().addKeyValue("trace", text).log("Request failed"));

		Tick now = new Tick(Logged.NOON, 0);
		assertThat(fingerprinting.identify(first, now).loggedBefore()).isFalse();
		assertThat(fingerprinting.identify(second, now).loggedBefore()).isFalse();
	}

	private static Fingerprint printed(StandardStackTracePrinter printer, Throwable thrown) {
		String text = printer.printStackTraceToString(thrown);
		return fingerprint((log) -> log.atError().addKeyValue("stack_trace", text).log("failed"));
	}

	private static Fingerprint fingerprint(Consumer<Logger> call) {
		return of(logged(call));
	}

	private static Fingerprint of(LogEvent event) {
		return new Fingerprinting(GroupingAtHand.settings(10), List.of()).identify(event, new Tick(Logged.NOON, 0))
			.fingerprint();
	}

	private static LogEvent logged(Consumer<Logger> call) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		CollectingIntake intake = new CollectingIntake();
		SlackAppender appender = new SlackAppender();
		appender.setContext(context);
		appender.connect(intake, new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of(),
				SlackAppender.CallerLocation.NEVER, 1024 * 1024, HandledException.NONE));
		appender.start();
		Logger log = context.getLogger("com.acme.Orders");
		log.addAppender(appender);
		call.accept(log);
		return intake.event();
	}

}
