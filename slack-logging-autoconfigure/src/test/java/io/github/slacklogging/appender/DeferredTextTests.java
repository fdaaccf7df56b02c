package io.github.slacklogging.appender;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.github.slacklogging.LogEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeferredTextTests {

	private static final int MAX = 1_000;

	private final LogbackFixture logback = new LogbackFixture();

	private final Logger log = this.logback.log;

	@Test
	void threadThatLogsLeavesTheRenderingToTheWorker() {
		this.log.error("Order {} of {} failed after {}", 17, "ACME", Duration.ofSeconds(3));

		LogEvent event = this.logback.event();
		assertThat(event.text()).isInstanceOf(DeferredText.class);
		assertThat(event.message()).isEqualTo("Order 17 of ACME failed after PT3S").isSameAs(event.message());
	}

	@Test
	void arrayThatChangesAfterTheCallDoesNotChangeTheText() {
		Object[] arguments = { "before", 1 };

		this.log.error("{} {}", arguments);
		arguments[0] = "after";
		arguments[1] = new StringBuilder("after");

		assertThat(this.logback.event().text()).isInstanceOf(DeferredText.class);
		assertThat(this.logback.event().message()).isEqualTo("before 1");
	}

	@ParameterizedTest
	@MethodSource("argumentsThatMayChange")
	void argumentThatMayChangeIsRenderedAtOnce(Object argument) {
		LoggingEvent event = event("{} {}", "text", argument);

		assertThat(DeferredText.of(event, MAX)).isNull();
	}

	static Stream<Object> argumentsThatMayChange() {
		return Stream.of(new StringBuilder("text"), List.of("text"), new int[] { 1 }, new BigDecimal(1) {
		}, Level.ERROR, Thread.State.NEW, new Object());
	}

	@ParameterizedTest
	@MethodSource("oddCalls")
	void textIsLogbacksOwn(String template, @Nullable Object[] arguments) {
		LoggingEvent event = event(template, arguments);

		DeferredText text = deferred(event);

		assertThat(text.text()).isEqualTo(event.getFormattedMessage());
		assertThat(text.mostLength()).isGreaterThanOrEqualTo(text.text().length());
	}

	static Stream<Arguments> oddCalls() {
		return Stream.of(call("no braces", 1), call("{}", new Object[] { null }), call("{}{}", 1, null),
				call("too few {} {} {}", 1), call("too many {}", 1, 2, 3), call("escaped \\{} {}", 1, 2),
				call("double escape \\\\{} {}", "a", "b"), call("open { {} }", 1), call("", 1), call("{}", "{}"),
				call("{} {}", "\\{}", "{} {}"), call("{:?} {0} {}", 1, 2),
				call("{} {} {} {} {}", Byte.MIN_VALUE, Short.MIN_VALUE, 'c', true, 1.5f));
	}

	@ParameterizedTest
	@MethodSource("longestValues")
	void longestValueIsNotLongerThanAssumed(Object argument) {
		LoggingEvent event = event("{}", argument);

		DeferredText text = deferred(event);

		assertThat(text.text()).isEqualTo(argument.toString());
		assertThat(text.mostLength()).isGreaterThanOrEqualTo(argument.toString().length());
	}

	static Stream<Object> longestValues() {
		return Stream.of(Integer.MIN_VALUE, Long.MIN_VALUE, -Double.MAX_VALUE, -Double.MIN_VALUE,
				-2.2250738585072014E-308, -Float.MAX_VALUE, Boolean.FALSE, Character.MAX_VALUE, new UUID(-1, -1),
				Instant.MAX, Instant.MIN, Duration.ofSeconds(Long.MIN_VALUE, 1),
				Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), LocalDate.MIN, LocalTime.MAX, LocalDateTime.MIN,
				LocalDateTime.MAX);
	}

	@Test
	void throwableAfterTheArgumentsIsNoText() {
		this.log.error("Order {} failed {}", 17, new IllegalStateException("broken"));
		this.log.error("Order {} failed", "17", new IllegalStateException("broken"));

		assertThat(this.logback.intake.events()).allMatch((event) -> event.text() instanceof DeferredText)
			.extracting(LogEvent::message)
			.containsExactly("Order 17 failed {}", "Order 17 failed");
	}

	@Test
	void longArgumentsAreNotKeptButRenderedAndCut() {
		String most = "x".repeat(MAX - 2);
		String huge = "y".repeat(64 * 1024);

		assertThat(DeferredText.of(event("{}", most), MAX)).isNotNull();
		assertThat(DeferredText.of(event("{}", most + "x"), MAX)).isNull();
		assertThat(DeferredText.of(event("{}{}", most.substring(500), most.substring(500)), MAX)).isNotNull();
		assertThat(DeferredText.of(event("{}{}{}", most.substring(500), most.substring(500), "1234"), MAX)).isNull();
		assertThat(DeferredText.of(event("none", 1, huge), MAX)).isNull();
		assertThat(DeferredText.of(event(most + "xxx", 1), MAX)).isNull();
	}

	@Test
	void manyHugeArgumentsDoNotOverflow() {
		Object[] arguments = new Object[40_000];
		Arrays.fill(arguments, "x".repeat(64 * 1024));

		assertThat(DeferredText.of(event("{}", arguments), MAX)).isNull();
	}

	@Test
	void manyShortArgumentsAreNotKeptEither() {
		Object[] arguments = new Object[16];
		Arrays.fill(arguments, "");

		assertThat(DeferredText.of(event("{}", arguments), MAX)).isNotNull();
		assertThat(DeferredText.of(event("{}", Arrays.copyOf(arguments, 17)), MAX)).isNull();
	}

	@Test
	void arrayOfATypeOfTheApplicationIsNotKept() throws Exception {
		DeferredText text = deferred(event("{}", (Object[]) new Level[1]));

		Field arguments = DeferredText.class.getDeclaredField("arguments");
		arguments.setAccessible(true);
		assertThat(arguments.get(text).getClass()).isEqualTo(Object[].class);
		assertThat(text.text()).isEqualTo("null");
	}

	@Test
	void arrayThatChangesBeforeAnotherThreadHandsTheEventOnDoesNotChangeTheText() throws Exception {
		Object[] arguments = { "before", 1 };
		LoggingEvent event = new LoggingEvent("fqcn", this.log, Level.ERROR, "{} {}", null, arguments);
		// as an AsyncAppender does
		event.prepareForDeferredProcessing();
		arguments[0] = "after";

		Thread worker = new Thread(() -> this.logback.appender.doAppend(event));
		worker.start();
		worker.join();

		assertThat(this.logback.event().message()).isEqualTo("before 1");
	}

	@Test
	void sizeOfTheEventCountsWhatTheTextMayBecome() {
		this.log.error("{}", "short");
		this.log.error("{}", "x".repeat(5_000));

		List<LogEvent> events = this.logback.intake.events();
		assertThat(events.get(1).text()).isInstanceOf(DeferredText.class);
		assertThat(events.get(1).approximateBytes() - events.get(0).approximateBytes()).isEqualTo(4_995);
	}

	@Test
	void eventOfAnotherKindRendersInItsOwnWay() {
		LoggingEvent event = new LoggingEvent("fqcn", this.log, Level.ERROR, "{}", null, new Object[] { 1 }) {

			@Override
			public String getFormattedMessage() {
				return "in its own way";
			}

		};

		this.logback.appender.doAppend(event);

		assertThat(this.logback.event().message()).isEqualTo("in its own way");
	}

	@Test
	@Timeout(60)
	void threadsThatAskAtOnceReadTheSame() throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(2);
		CyclicBarrier start = new CyclicBarrier(2);
		try {
			for (int i = 0; i < 2_000; i++) {
				DeferredText text = deferred(event("Order {} of {}", i, "ACME"));
				Callable<String> reader = () -> {
					start.await();
					return text.text();
				};
				Future<String> one = executor.submit(reader);
				Future<String> other = executor.submit(reader);

				assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo("Order " + i + " of ACME")
					.isEqualTo(other.get(30, TimeUnit.SECONDS));
			}
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static Arguments call(String template, @Nullable Object... arguments) {
		return Arguments.of(template, arguments);
	}

	private static DeferredText deferred(LoggingEvent event) {
		return Objects.requireNonNull(DeferredText.of(event, MAX), "is rendered at once");
	}

	private static LoggingEvent event(String template, @Nullable Object... arguments) {
		Logger logger = new LoggerContext().getLogger("com.acme.Orders");
		return new LoggingEvent("fqcn", logger, Level.ERROR, template, null, arguments);
	}

}
