package io.github.slacklogging.appender;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.Logger;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import io.github.slacklogging.masking.EventMasking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However an exception is passed, it is found; where it is unclear, none is. */
class PassedThrowableTests {

	private final LogbackFixture logback = new LogbackFixture();

	private final Logger log = this.logback.log;

	private final Exception broken = new IllegalStateException("broken");

	private final Exception other = new IllegalArgumentException("other");

	@Test
	void exceptionWithItsOwnBracesIsFound() {
		this.log.error("{} broke order {}", this.broken, 17);

		assertThat(found()).isEqualTo("broken");
		assertThat(this.logback.event().message()).isEqualTo("java.lang.IllegalStateException: broken broke order 17");
	}

	@Test
	void twoDifferentArgumentsNameNoneUnlessOneIsTheLast() {
		this.log.error("{} or {} broke order {}", this.broken, this.other, 17);
		this.log.error("{} or {} broke order {}", this.broken, this.broken, 17);
		this.log.error("{} broke order", this.broken, this.other);

		assertThat(this.logback.intake.events()).extracting(PassedThrowableTests::message)
			.containsExactly("none", "broken", "other");
	}

	@ParameterizedTest
	@ValueSource(strings = { "exception", "error", "err", "ex", "throwable", "Exception", "ERROR" })
	void exceptionUnderAKeyIsFoundAndNoFieldAnyMore(String key) {
		this.log.atError().addKeyValue("orderId", 17).addKeyValue(key, this.broken).log("Order failed");

		assertThat(found()).isEqualTo("broken");
		assertThat(this.logback.event().keyValues()).containsExactly(new KeyValue("orderId", 17));
		assertThat(this.logback.event().caller()).isNull();
	}

	@Test
	void exceptionUnderAnyOtherKeyStaysAField() {
		this.log.atError().addKeyValue("cause", this.broken).log("Order failed");

		assertThat(found()).isEqualTo("none");
		assertThat(this.logback.event().keyValues())
			.containsExactly(new KeyValue("cause", "java.lang.IllegalStateException: broken"));
	}

	@Test
	void twoDifferentPairsNameNoneAndStayFields() {
		this.log.atError().addKeyValue("exception", this.broken).addKeyValue("error", this.other).log("Order failed");

		assertThat(found()).isEqualTo("none");
		assertThat(this.logback.event().keyValues()).extracting(KeyValue::key).containsExactly("exception", "error");
	}

	@Test
	void sameExceptionUnderTwoKeysIsOne() {
		this.log.atError().addKeyValue("exception", this.broken).addKeyValue("error", this.broken).log("Order failed");

		assertThat(found()).isEqualTo("broken");
		assertThat(this.logback.event().keyValues()).isEmpty();
	}

	@Test
	void exceptionPassedTheUsualWayGoesFirst() {
		this.log.atError()
			.setCause(this.broken)
			.addKeyValue("exception", this.broken)
			.addKeyValue("error", this.other)
			.log("Order failed");

		assertThat(found()).isEqualTo("broken");
		assertThat(this.logback.event().keyValues())
			.containsExactly(new KeyValue("error", "java.lang.IllegalArgumentException: other"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "trace", "stack_trace", "stackTrace", "error.stack_trace", "exception.stacktrace" })
	void printedTraceUnderAKeyIsFoundAndNoFieldAnyMore(String key) {
		this.log.atError().addKeyValue(key, new StringBuilder(printed(this.broken))).log("Order failed");

		ThrowableSnapshot thrown = this.logback.event().throwable();
		assertThat(thrown).isNotNull().satisfies((it) -> {
			assertThat(it.type()).isEqualTo("java.lang.IllegalStateException");
			assertThat(it.message()).isEqualTo("broken");
			assertThat(it.frames().get(0).getClassName()).isEqualTo(PassedThrowableTests.class.getName());
		});
		assertThat(this.logback.event().keyValues()).isEmpty();
	}

	@Test
	void whatIsNoTraceStaysAField() {
		this.log.atError()
			.addKeyValue("trace", "4bf92f3577b34da6a3ce929d0e0e4736")
			.addKeyValue("error", printed(this.broken))
			.addKeyValue("stack_trace", "none")
			.log("Order failed");

		assertThat(found()).isEqualTo("none");
		assertThat(this.logback.event().keyValues()).hasSize(3);
	}

	@Test
	void twoDifferentTracesNameNone() {
		this.log.atError()
			.addKeyValue("trace", printed(this.broken))
			.addKeyValue("stack_trace", printed(this.other))
			.log("Order failed");

		assertThat(found()).isEqualTo("none");
		assertThat(this.logback.event().keyValues()).hasSize(2);
	}

	@Test
	void traceLongerThanAFieldIsReadWhole() {
		Exception deep = new IllegalStateException("outside");
		deep.setStackTrace(deep(600));

		this.log.atError().addKeyValue("trace", printed(new IllegalStateException("x", deep))).log("Order failed");

		assertThat(this.logback.event().throwable()).isNotNull()
			.satisfies((thrown) -> assertThat(thrown.rootCause().frames()).hasSize(600));
	}

	@Test
	void sizeOfATraceIsKnownWithoutReadingIt() {
		String trace = printed(this.broken);

		assertThat(new PrintedThrowable(trace, 1024 * 1024).approximateBytes()).isEqualTo(trace.length());
		assertThat(new PrintedThrowable(trace, 100).approximateBytes()).isLessThanOrEqualTo(100);
	}

	@Test
	void sameTraceTwiceIsNotTheSameThrowable() {
		String trace = printed(this.broken);

		assertThat(new PrintedThrowable(trace, 10_000).identity())
			.isNotEqualTo(new PrintedThrowable(trace, 10_000).identity());
	}

	@Test
	void secretsInAPrintedTraceAreMasked() {
		this.log.atError()
			.addKeyValue("trace",
					printed(new IllegalStateException("password=hunter2",
							new IllegalArgumentException("first line\npassword=hunter3"))))
			.log("Order failed");

		MaskedThrowable masked = new EventMasking(EventMasking.Settings.defaults(), List.of(), new PipelineListener() {
		}).mask(this.logback.event()).throwable();
		assertThat(masked).isNotNull();
		assertThat(String.valueOf(masked)).contains("password=", "first line").doesNotContain("hunter");
	}

	@Test
	void valueThatThrowsHarmsNobody() {
		this.log.atError()
			.addKeyValue("trace", new Failing())
			.addKeyValue("stack_trace", new Speechless())
			.addKeyValue("exception", new Broken())
			.log("Order failed");

		assertThat(this.logback.event().throwable()).isNull();
		assertThat(this.logback.intake.drops()).isEmpty();
	}

	@Test
	void handledExceptionIsToldOnceByAnEventWithoutOne() {
		Handled handled = handling(this.broken);

		this.log.info("Something else");
		this.log.warn("Order failed");
		this.log.error("Order failed");

		assertThat(this.logback.intake.events()).extracting(PassedThrowableTests::message)
			.containsExactly("none", "broken", "none");
		assertThat(handled.current()).isNull();
	}

	@Test
	void eventThatBringsTheHandledExceptionUsesItUp() {
		List<Runnable> ways = List.of(() -> this.log.error("Order failed", this.broken),
				() -> this.log.error("Order failed", new IllegalStateException("outer", this.broken)),
				() -> this.log.atError().addKeyValue("err", this.broken).log("Order failed"),
				() -> this.log.error("{} broke order {}", this.broken, 17),
				() -> this.log.atError().addKeyValue("trace", printed(this.broken)).log("Order failed"));
		for (Runnable way : ways) {
			Handled handled = handling(this.broken);
			way.run();
			assertThat(handled.current()).isNull();
		}
	}

	@Test
	void eventWithAnotherExceptionLeavesTheHandledOne() {
		Handled handled = handling(this.broken);

		this.log.error("Mail failed", this.other);
		this.log.error("{} or {} broke order {}", this.broken, this.other, 17);
		this.log.error("Order failed");

		assertThat(this.logback.intake.events()).extracting(PassedThrowableTests::message)
			.containsExactly("other", "none", "broken");
		assertThat(handled.current()).isNull();
	}

	@Test
	void handledExceptionThatCannotBeReadHarmsNobody() {
		handling(new Broken());

		this.log.error("Order failed");

		assertThat(found()).isEqualTo("none");
	}

	private Handled handling(Throwable thrown) {
		Handled handled = new Handled(thrown);
		this.logback.connect(this.logback.intake, new Settings(LogbackFixture.RUN, Severity.INFO, Set.of(),
				CallerLocation.AUTO, Settings.DEFAULT_MAX_MESSAGE_LENGTH, handled));
		return handled;
	}

	private String found() {
		return message(this.logback.event());
	}

	private static String message(LogEvent event) {
		ThrowableSnapshot thrown = event.throwable();
		return (thrown != null) ? String.valueOf(thrown.message()) : "none";
	}

	private static String printed(Throwable thrown) {
		StringWriter printed = new StringWriter();
		thrown.printStackTrace(new PrintWriter(printed));
		return printed.toString();
	}

	private static StackTraceElement[] deep(int frames) {
		StackTraceElement[] stack = new StackTraceElement[frames];
		for (int i = 0; i < frames; i++) {
			stack[i] = new StackTraceElement("com.acme.orders.Orders", "step" + i, "Orders.java", i);
		}
		return stack;
	}

	private static final class Handled implements HandledException {

		private @Nullable Throwable thrown;

		Handled(Throwable thrown) {
			this.thrown = thrown;
		}

		@Override
		public @Nullable Throwable current() {
			return this.thrown;
		}

		@Override
		public void told(Throwable told) {
			this.thrown = (told == this.thrown || told.getCause() == this.thrown) ? null : this.thrown;
		}

	}

	private static final class Broken extends RuntimeException {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw new IllegalStateException();
		}

		@Override
		public Throwable getCause() {
			throw new IllegalStateException();
		}

	}

	private static final class Speechless implements CharSequence {

		@Override
		public int length() {
			return 0;
		}

		@Override
		public char charAt(int index) {
			return ' ';
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			return this;
		}

		@Override
		public @Nullable String toString() {
			return null;
		}

	}

	private static final class Failing implements CharSequence {

		@Override
		public int length() {
			throw new IllegalStateException();
		}

		@Override
		public char charAt(int index) {
			throw new IllegalStateException();
		}

		@Override
		public CharSequence subSequence(int start, int end) {
			throw new IllegalStateException();
		}

		@Override
		public String toString() {
			throw new IllegalStateException();
		}

	}

}
