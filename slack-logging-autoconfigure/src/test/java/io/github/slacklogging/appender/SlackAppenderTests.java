package io.github.slacklogging.appender;

import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;
import io.github.slacklogging.appender.SlackAppender.Settings;
import io.github.slacklogging.testing.CollectingIntake;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;
import reactor.core.scheduler.NonBlocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SlackAppenderTests {

	private final LogbackFixture logback = new LogbackFixture();

	private final Logger log = this.logback.log;

	private final CollectingIntake intake = this.logback.intake;

	@Test
	void loggedErrorIsTaken() {
		this.log.error("Order failed");

		assertThat(this.logback.event().message()).isEqualTo("Order failed");
		assertThat(this.logback.event().severity()).isEqualTo(Severity.ERROR);
		assertThat(this.logback.event().loggerName()).isEqualTo("com.acme.Orders");
	}

	@Test
	void nothingHappensUntilItIsConnected() {
		LogbackFixture fresh = new LogbackFixture();
		fresh.appender.disconnect();

		fresh.log.error("Order failed");

		assertThat(fresh.appender.isConnected()).isFalse();
		assertThat(fresh.intake.asked()).isEmpty();
		assertThat(fresh.statusLevels()).isEmpty();
	}

	@Test
	void newConnectionReplacesTheOldOne() {
		CollectingIntake second = new CollectingIntake();
		this.logback.connect(second, LogbackFixture.settings(Severity.ERROR));

		this.log.error("Order failed");

		assertThat(this.intake.events()).isEmpty();
		assertThat(second.events()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Severity.class)
	void everythingFromTheLevelUpwardsIsTaken(Severity level) {
		this.logback.connect(level);
		Marker critical = marker("CRITICAL");

		this.log.trace("trace");
		this.log.debug("debug");
		this.log.info("info");
		this.log.warn("warn");
		this.log.error("error");
		this.log.error(critical, "critical");

		List<Severity> all = List.of(Severity.DEBUG, Severity.DEBUG, Severity.INFO, Severity.WARN, Severity.ERROR,
				Severity.CRITICAL);
		assertThat(this.intake.events()).extracting(LogEvent::severity)
			.containsExactlyElementsOf(all.stream().filter((severity) -> severity.isAtLeast(level)).toList());
	}

	@Test
	void belowTheLevelNobodyIsAsked() {
		this.log.warn("Slow", new Object() {

			@Override
			public String toString() {
				throw new AssertionError();
			}

		});

		assertThat(this.intake.asked()).isEmpty();
	}

	@Test
	void nestedMarkerRaisesAnError() {
		Marker outer = marker("BILLING");
		outer.add(marker("FATAL"));

		this.log.error(outer, "Order failed");

		assertThat(this.logback.event().severity()).isEqualTo(Severity.CRITICAL);
		assertThat(this.logback.event().markers()).containsExactly("BILLING", "FATAL");
	}

	@Test
	void markerRaisesNothingButErrors() {
		this.logback.connect(Severity.DEBUG);

		this.log.warn(marker("CRITICAL"), "Slow");

		assertThat(this.logback.event().severity()).isEqualTo(Severity.WARN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.SpringApplication",
			"org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter" })
	void reportOfAFailedStartIsCritical(String reporter) {
		this.logback.connect(Severity.CRITICAL);

		this.logback.logger(reporter).error("Application run failed");
		this.logback.logger(reporter + "Shutdown").error("Order failed");

		assertThat(this.intake.events()).extracting(LogEvent::severity).containsExactly(Severity.CRITICAL);
		assertThat(this.intake.asked()).containsExactly(Severity.CRITICAL);
	}

	@Test
	void springApplicationRaisesNothingButErrors() {
		this.logback.connect(Severity.DEBUG);

		this.logback.logger("org.springframework.boot.SpringApplication").warn("Unable to close ApplicationContext");

		assertThat(this.logback.event().severity()).isEqualTo(Severity.WARN);
	}

	@Test
	void eventIsNotMadeWhenThereIsNoRoom() {
		this.intake.fill();
		StringBuilder calls = new StringBuilder();

		this.log.error("Order {} failed", new Object() {

			@Override
			public String toString() {
				return calls.append("called").toString();
			}

		});

		assertThat(this.intake.asked()).containsExactly(Severity.ERROR);
		assertThat(this.intake.events()).isEmpty();
		assertThat(calls).isEmpty();
	}

	@Test
	void stoppedAppenderCountsWhatStillComes() {
		this.logback.appender.stop();

		this.log.error("Order failed");
		this.log.warn("Slow");

		assertThat(this.intake.events()).isEmpty();
		assertThat(this.intake.drops()).containsExactly("SHUTDOWN ERROR");
	}

	@Test
	void startedAgainItTakesEventsAgain() {
		this.logback.appender.stop();
		this.logback.appender.start();

		this.log.error("Order failed");

		assertThat(this.intake.events()).hasSize(1);
	}

	@Test
	void errorLoggedWhileAnEventIsDescribedIsDroppedAsSelf() {
		Object chatty = new Object() {

			@Override
			public String toString() {
				SlackAppenderTests.this.log.error("within");
				return "chatty";
			}

		};

		this.log.error("Order {} failed", chatty);
		this.log.error("after");

		assertThat(this.intake.events()).extracting(LogEvent::message).containsExactly("Order chatty failed", "after");
		assertThat(this.intake.drops()).containsExactly("SELF ERROR");
	}

	@Test
	void intakeThatThrowsHarmsNobodyAndIsToldOnce() {
		BrokenIntake broken = new BrokenIntake(new OutOfMemoryError("made up"));
		this.logback.connect(broken, LogbackFixture.settings(Severity.ERROR));

		assertThatCode(() -> {
			this.log.error("Order failed");
			this.log.error("Order failed");
		}).doesNotThrowAnyException();

		assertThat(broken.dropped).isEqualTo(2);
		assertThat(this.logback.statusLevels()).containsExactly(Status.WARN);
	}

	@Test
	void intakeThatThrowsEvenWhileCountingHarmsNobody() {
		this.logback.connect(new BrokenIntake(new StackOverflowError()) {

			@Override
			public void dropped(DropReason reason, Severity severity) {
				throw new IllegalStateException();
			}

		}, LogbackFixture.settings(Severity.ERROR));

		assertThatCode(() -> this.log.error("Order failed")).doesNotThrowAnyException();
	}

	@Test
	void filterOfTheConfigurationIsObeyed() {
		this.logback.appender.addFilter(filter(null));

		this.log.error("Order failed");

		assertThat(this.intake.asked()).isEmpty();
		assertThat(this.intake.drops()).isEmpty();
	}

	@Test
	void filterThatThrowsCostsTheEventAndNoStatusOfLevelError() {
		this.logback.appender.addFilter(filter(new IllegalStateException()));

		assertThatCode(() -> this.log.error("Order failed")).doesNotThrowAnyException();

		assertThat(this.intake.drops()).containsExactly("FAILED ERROR");
		assertThat(this.logback.statusLevels()).containsExactly(Status.WARN);
	}

	@Test
	void interruptedThreadStaysInterrupted() {
		Thread.currentThread().interrupt();

		this.log.error("Order failed", new InterruptedException());

		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.intake.events()).hasSize(1);
	}

	@Test
	void threadThatMustNotBlockMayLog() throws Exception {
		AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
		Thread thread = new EventLoop(() -> this.log.error("Order failed", new IllegalStateException()));
		thread.setUncaughtExceptionHandler((dead, ex) -> thrown.set(ex));

		thread.start();
		thread.join();

		assertThat(thrown.get()).isNull();
		assertThat(this.logback.event().threadName()).isEqualTo("event-loop");
	}

	@Test
	void appenderOfAConfigurationFileCanBeConnected() throws Exception {
		String xml = """
				<configuration>
				  <appender name="ALERTS" class="io.github.slacklogging.appender.SlackAppender"/>
				  <root level="INFO"><appender-ref ref="ALERTS"/></root>
				</configuration>
				""";
		this.logback.context.reset();
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(this.logback.context);
		configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		SlackAppender declared = (SlackAppender) this.logback.logger(Logger.ROOT_LOGGER_NAME).getAppender("ALERTS");

		this.log.error("too early");
		declared.connect(this.intake, LogbackFixture.settings(Severity.ERROR));
		this.log.error("Order failed");

		assertThat(this.logback.event().message()).isEqualTo("Order failed");
	}

	@Test
	void nameIsKnown() {
		assertThat(this.logback.appender.getName()).isEqualTo("SLACK").isEqualTo(SlackAppender.NAME);
	}

	@Test
	void threadThatLoggedKeepsNoConnectionAlive() {
		EventIntake forgotten = new BrokenIntake(null);
		WeakReference<EventIntake> reference = new WeakReference<>(forgotten);
		this.logback.connect(forgotten, LogbackFixture.settings(Severity.ERROR));
		this.log.error("Order failed");

		this.logback.appender.disconnect();
		forgotten = null;

		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			System.gc();
			return reference.get() == null;
		});
	}

	@Test
	void settingsRefuseALengthThatHoldsNoText() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Settings(LogbackFixture.RUN, Severity.ERROR, Set.of(), CallerLocation.AUTO, 15,
					HandledException.NONE))
			.withMessageContaining("maxMessageLength");
	}

	private static Marker marker(String name) {
		return new BasicMarkerFactory().getMarker(name);
	}

	private static Filter<ILoggingEvent> filter(@Nullable RuntimeException failure) {
		return new Filter<>() {

			@Override
			public FilterReply decide(ILoggingEvent event) {
				if (failure != null) {
					throw failure;
				}
				return FilterReply.DENY;
			}

		};
	}

	private static final class EventLoop extends Thread implements NonBlocking {

		EventLoop(Runnable task) {
			super(task, "event-loop");
		}

	}

	private static class BrokenIntake implements EventIntake {

		private final @Nullable Error failure;

		private int dropped;

		BrokenIntake(@Nullable Error failure) {
			this.failure = failure;
		}

		@Override
		public boolean admits(Severity severity) {
			return true;
		}

		@Override
		public boolean offer(LogEvent event) {
			if (this.failure != null) {
				throw this.failure;
			}
			return true;
		}

		@Override
		public void dropped(DropReason reason, Severity severity) {
			assertThat(reason).isEqualTo(DropReason.FAILED);
			this.dropped++;
		}

	}

}
