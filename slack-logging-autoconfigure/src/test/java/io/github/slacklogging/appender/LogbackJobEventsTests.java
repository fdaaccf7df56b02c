package io.github.slacklogging.appender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.testing.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogbackJobEventsTests {

	private static final int LONGEST = 100;

	private final ManualClock clock = new ManualClock();

	private final LoggerContext context = new LoggerContext();

	private final RunId runId = RunId.random();

	private final LogbackJobEvents events = new LogbackJobEvents(this.context, new SlackAppender.Settings(this.runId,
			Severity.ERROR, Set.of(), CallerLocation.AUTO, LONGEST, HandledException.NONE), this.clock);

	@BeforeEach
	void prepare() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.setSequenceNumberGenerator(new RunSequence());
	}

	@Test
	void reportReadsAsIfTheJobHadLoggedIt() {
		this.context.getMDCAdapter().put("tenant", "acme");
		JobReport report = report(JobOutcome.WARNING, "2 rows left out");
		LogEvent event = this.events.event(report, List.of(new KeyValue("file", "a.csv")), null);
		assertThat(event.loggerName()).isEqualTo("job.import");
		assertThat(event.severity()).isEqualTo(Severity.WARN);
		assertThat(event.template()).isEqualTo("Job import finished with a warning");
		assertThat(event.message()).isEqualTo("Job import finished with a warning: 2 rows left out");
		assertThat(event.markers()).containsExactly("JOB");
		assertThat(event.mdc()).containsExactly(Map.entry("tenant", "acme"));
		assertThat(event.keyValues()).containsExactly(new KeyValue("file", "a.csv"));
		assertThat(event.timestamp()).isEqualTo(this.clock.get().instant());
		assertThat(event.threadName()).isEqualTo(Thread.currentThread().getName());
		assertThat(event.job()).isSameAs(report);
		assertThat(event.runId()).isEqualTo(this.runId);
	}

	@Test
	void numbersAreThoseOfTheLogSoNoIdIsGivenTwice() {
		long logged = Objects.requireNonNull(this.context.getSequenceNumberGenerator()).nextSequenceNumber();
		long first = this.events.event(report(JobOutcome.FAILED, null), List.of(), null).sequence();
		long second = this.events.event(report(JobOutcome.FAILED, null), List.of(), null).sequence();
		assertThat(List.of(logged, first, second)).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void throwableIsTheOneThatWasThrown() {
		IllegalStateException thrown = new IllegalStateException("no file", new RuntimeException("deeper"));
		ThrowableSnapshot told = Objects
			.requireNonNull(this.events.event(report(JobOutcome.FAILED, null), List.of(), thrown).throwable());
		assertThat(told.identity()).isEqualTo(System.identityHashCode(thrown));
		assertThat(told.type()).isEqualTo("java.lang.IllegalStateException");
		assertThat(told.message()).isEqualTo("no file");
		assertThat(told.rootCause().message()).isEqualTo("deeper");
		assertThat(told.frames()).isNotEmpty();
	}

	@Test
	void ofAThrowableThatCannotBeReadTheTypeIsTold() {
		RuntimeException unreadable = new Unreadable();
		ThrowableSnapshot told = Objects
			.requireNonNull(this.events.event(report(JobOutcome.FAILED, null), List.of(), unreadable).throwable());
		assertThat(told.type()).isEqualTo(Unreadable.class.getName());
		assertThat(told.identity()).isEqualTo(System.identityHashCode(unreadable));
		assertThat(told.message()).isNull();
		assertThat(told.rootCause()).isSameAs(told);
		assertThat(told.frames()).isEmpty();
		assertThat(told.suppressed()).isEmpty();
		assertThat(told.framesInCommon()).isZero();
	}

	@Test
	void textsAreCutWhereLoggedOnesAre() {
		LogEvent event = this.events.event(report(JobOutcome.FAILED, "word ".repeat(1_000)), List.of(),
				new IllegalStateException("word ".repeat(1_000)));
		assertThat(event.message()).hasSizeLessThanOrEqualTo(LONGEST).endsWith("…");
		assertThat(Objects.requireNonNull(event.throwable()).message()).hasSizeLessThanOrEqualTo(LONGEST);
	}

	@Test
	void valueOfTheMdcThatIsNullIsTheWord() {
		this.context.getMDCAdapter().put("tenant", null);
		assertThat(this.events.event(report(JobOutcome.FAILED, null), List.of(), null).mdc())
			.containsExactly(Map.entry("tenant", "null"));
	}

	private static JobReport report(JobOutcome outcome, @Nullable String reason) {
		return new JobReport("import", "run-1", JobFramework.PLAIN, outcome, Instant.parse("2026-08-14T09:57:12Z"),
				Duration.ofSeconds(3), reason, Map.of());
	}

	private static final class Unreadable extends RuntimeException {

		private static final long serialVersionUID = 1;

		@Override
		public String getMessage() {
			throw new IllegalStateException();
		}

	}

}
