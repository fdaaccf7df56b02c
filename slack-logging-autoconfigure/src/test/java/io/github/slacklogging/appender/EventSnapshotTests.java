package io.github.slacklogging.appender;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

class EventSnapshotTests {

	private final LogbackFixture logback = new LogbackFixture();

	private final Logger log = this.logback.log;

	@Test
	void everyPartOfTheCallIsTaken() {
		Instant before = Instant.now();
		this.logback.mdc.put("traceId", "4bf92f35");

		this.log.atError().addKeyValue("orderId", 17).log("Order {} of {} failed", 17, "ACME");

		LogEvent event = this.logback.event();
		assertThat(event.runId()).isSameAs(LogbackFixture.RUN);
		assertThat(event.timestamp()).isBetween(before, Instant.now());
		assertThat(event.severity()).isEqualTo(Severity.ERROR);
		assertThat(event.loggerName()).isEqualTo("com.acme.Orders");
		assertThat(event.threadName()).isEqualTo(Thread.currentThread().getName());
		assertThat(event.template()).isEqualTo("Order {} of {} failed");
		assertThat(event.message()).isEqualTo("Order 17 of ACME failed");
		assertThat(event.argumentCount()).isEqualTo(2);
		assertThat(event.mdc()).containsExactly(Map.entry("traceId", "4bf92f35"));
		assertThat(event.keyValues()).containsExactly(new KeyValue("orderId", 17));
		assertThat(event.markers()).isEmpty();
		assertThat(event.throwable()).isNull();
	}

	@Test
	void nothingChangesAfterTheCall() {
		StringBuilder argument = new StringBuilder("before");
		List<String> value = new ArrayList<>(List.of("before"));
		AtomicInteger number = new AtomicInteger(1);
		this.logback.mdc.put("key", "before");

		this.log.atError().addKeyValue("list", value).addKeyValue("number", number).log("argument {}", argument);
		argument.append(" and after");
		value.add("after");
		number.incrementAndGet();
		this.logback.mdc.put("key", "after");

		LogEvent event = this.logback.event();
		assertThat(event.message()).isEqualTo("argument before");
		assertThat(event.keyValues()).containsExactly(new KeyValue("list", "[\"before\"]"),
				new KeyValue("number", "1"));
		assertThat(event.mdc()).containsEntry("key", "before");
	}

	@Test
	void textAndContextOfUsualSizeAreSharedNotCopied() {
		String message = new String("Order failed");
		this.logback.mdc.put("key", "value");

		this.log.error(message);
		this.log.error(message);

		List<LogEvent> events = this.logback.intake.events();
		assertThat(events.get(0).message()).isSameAs(message);
		assertThat(events.get(0).template()).isSameAs(message);
		assertThat(events.get(0).mdc()).isSameAs(events.get(1).mdc());
	}

	@Test
	void hugeMessageIsCut() {
		String text = "word ".repeat(2 * 1024 * 1024);

		this.log.error(text);
		this.log.error("{}", text);

		List<LogEvent> events = this.logback.intake.events();
		assertThat(events).extracting((event) -> event.message().length()).containsExactly(65_536, 65_536);
		assertThat(events.get(0).template()).hasSize(8_191).endsWith("word …");
		assertThat(events.get(0).approximateBytes()).isLessThan(100_000);
	}

	@Test
	void nullMessageReadsAsInOtherLogs() {
		this.log.error((String) null);

		assertThat(this.logback.event().message()).isEqualTo("null");
		assertThat(this.logback.event().template()).isEqualTo("null");
	}

	@Test
	void nullArgumentsHarmNobody() {
		this.log.error("{} and {}", null, null);
		this.log.error("{}", (Object[]) null);

		assertThat(this.logback.intake.events()).extracting(LogEvent::message).containsExactly("null and null", "{}");
		assertThat(this.logback.intake.events()).extracting(LogEvent::argumentCount).containsExactly(2, 0);
	}

	@Test
	void argumentThatThrowsHarmsNobody() {
		this.log.error("Order {} failed", new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException();
			}

		});

		assertThat(this.logback.event().message()).startsWith("Order ").endsWith(" failed");
		assertThat(this.logback.intake.drops()).isEmpty();
	}

	@Test
	void nullInTheContextHarmsNobody() {
		this.logback.mdc.put("known", "value");
		this.logback.mdc.put("unknown", null);

		this.log.error("Order failed");

		assertThat(this.logback.event().mdc()).containsOnly(Map.entry("known", "value"), Map.entry("unknown", "null"));
	}

	@Test
	void contextThatForbidsNullHarmsNobody() {
		LoggingEvent event = new LoggingEvent("fqcn", this.log, Level.ERROR, "Order failed", null, null);
		event.setMDCPropertyMap(Map.of("key", "value"));

		this.logback.appender.doAppend(event);

		assertThat(this.logback.event().mdc()).containsExactly(Map.entry("key", "value"));
	}

	@Test
	void throwableIsFoundAsLastArgument() {
		this.log.error("Order {} failed", 17, new IllegalStateException("broken"));

		assertThat(throwable().type()).isEqualTo("java.lang.IllegalStateException");
		assertThat(throwable().message()).isEqualTo("broken");
		assertThat(this.logback.event().argumentCount()).isEqualTo(1);
	}

	@Test
	void throwableIsFoundAmongTheArguments() {
		this.log.error("{} broke order {} with {}", new IllegalStateException("broken"), 17, "nothing else");

		assertThat(throwable().message()).isEqualTo("broken");
		assertThat(throwable().frames().get(0).getMethodName()).isEqualTo("throwableIsFoundAmongTheArguments");
	}

	@Test
	void throwableIsNotKeptAlive() {
		WeakReference<Throwable> thrown = logSomethingThrown();

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			System.gc();
			return thrown.get() == null;
		});
		assertThat(throwable().message()).isEqualTo("broken");
		assertThat(throwable().frames()).isNotEmpty();
	}

	@Test
	void callerIsFoundForErrorsWithoutAThrowable() {
		this.log.error("Order failed");

		assertThat(this.logback.event().caller()).isNotNull().satisfies((caller) -> {
			assertThat(caller.getClassName()).isEqualTo(EventSnapshotTests.class.getName());
			assertThat(caller.getMethodName()).isEqualTo("callerIsFoundForErrorsWithoutAThrowable");
			assertThat(caller.getLineNumber()).isPositive();
		});
	}

	@Test
	void callerIsFoundBehindTheFluentApi() {
		this.log.atError().log("Order failed");

		assertThat(this.logback.event().caller()).isNotNull()
			.returns("callerIsFoundBehindTheFluentApi", StackTraceElement::getMethodName);
	}

	@Test
	void callerIsFoundBehindAnAppenderOfTheApplication() {
		this.log.setAdditive(false);
		this.log.addAppender(started(new Forwarding(this.logback.appender)));

		this.log.error("Order failed");

		assertThat(this.logback.event().caller()).isNotNull()
			.returns("callerIsFoundBehindAnAppenderOfTheApplication", StackTraceElement::getMethodName);
	}

	@Test
	void callerOfAnEventThatIsHandedOnIsUnknown() {
		LoggingEvent event = new LoggingEvent("fqcn", this.log, Level.ERROR, "Order failed", null, null);

		started(new Forwarding(this.logback.appender)).doAppend(event);

		assertThat(this.logback.event().caller()).isNull();
	}

	@Test
	void callerIsNotLookedUpForThrowablesAndWarnings() {
		this.logback.connect(Severity.WARN);

		this.log.warn("Slow");
		this.log.error("Order failed", new IllegalStateException());

		assertThat(this.logback.intake.events()).hasSize(2).allMatch((event) -> event.caller() == null);
	}

	@Test
	void callerThatIsKnownAlreadyIsTaken() {
		this.logback.connect(Severity.WARN);
		StackTraceElement known = new StackTraceElement("com.acme.Orders", "pay", "Orders.java", 17);
		LoggingEvent event = new LoggingEvent("fqcn", this.log, Level.WARN, "Slow", null, null);
		event.setCallerData(new StackTraceElement[] { known });

		this.logback.appender.doAppend(event);

		assertThat(this.logback.event().caller()).isSameAs(known);
	}

	@Test
	void callerIsNeverLookedUpWhenTurnedOff() {
		this.logback.connect(this.logback.intake, new Settings(LogbackFixture.RUN, Severity.ERROR, Set.of(),
				CallerLocation.NEVER, 100, HandledException.NONE));

		this.log.error("Order failed");

		assertThat(this.logback.event().caller()).isNull();
	}

	@Test
	void callerOnAnotherThreadIsUnknown() {
		AsyncAppender async = new AsyncAppender();
		async.setContext(this.logback.context);
		async.addAppender(this.logback.appender);
		async.start();
		this.log.setAdditive(false);
		this.log.addAppender(async);

		this.log.error("Order failed");
		async.stop();

		assertThat(this.logback.event().caller()).isNull();
		assertThat(this.logback.event().threadName()).isEqualTo(Thread.currentThread().getName());
	}

	@Test
	void incompleteEventHarmsNobody() {
		LoggingEvent event = new LoggingEvent();
		event.setLevel(Level.ERROR);
		event.setLoggerName("com.acme.Orders");
		event.setMessage("Order failed");
		event.setMDCPropertyMap(new HashMap<>());
		event.setKeyValuePairs(Arrays.asList((KeyValuePair) null, new KeyValuePair(null, null)));

		this.logback.appender.doAppend(event);

		assertThat(this.logback.event().message()).isEqualTo("Order failed");
		assertThat(this.logback.event().timestamp()).isNotNull();
		assertThat(this.logback.event().keyValues()).containsExactly(new KeyValue("null", null));
	}

	private WeakReference<Throwable> logSomethingThrown() {
		Throwable thrown = new IllegalStateException("broken");
		this.log.error("Order failed", thrown);
		return new WeakReference<>(thrown);
	}

	private ThrowableSnapshot throwable() {
		return Objects.requireNonNull(this.logback.event().throwable());
	}

	private static Forwarding started(Forwarding appender) {
		appender.start();
		return appender;
	}

	private static final class Forwarding extends AppenderBase<ILoggingEvent> {

		private final SlackAppender target;

		Forwarding(SlackAppender target) {
			this.target = target;
		}

		@Override
		protected void append(ILoggingEvent event) {
			this.target.doAppend(event);
		}

	}

}
