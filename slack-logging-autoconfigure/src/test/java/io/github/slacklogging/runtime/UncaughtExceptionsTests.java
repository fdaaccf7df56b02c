package io.github.slacklogging.runtime;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@ExtendWith(OutputCaptureExtension.class)
class UncaughtExceptionsTests {

	private final @Nullable UncaughtExceptionHandler original = Thread.getDefaultUncaughtExceptionHandler();

	private final LoggerContext context = new LoggerContext();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<Throwable> heard = new CopyOnWriteArrayList<>();

	private final UncaughtExceptionHandler others = (thread, exception) -> this.heard.add(exception);

	@BeforeEach
	void prepare() {
		Thread.setDefaultUncaughtExceptionHandler(this.others);
		this.log.start();
		this.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(this.log);
	}

	@AfterEach
	void restore() {
		Thread.setDefaultUncaughtExceptionHandler(this.original);
	}

	@Test
	void exceptionThatEndsAThreadIsLoggedAndPassedOn() throws Exception {
		UncaughtExceptions.install(this.context);
		dieOn("worker-1");
		assertThat(this.log.list).singleElement().satisfies((event) -> {
			assertThat(event.getLevel()).isEqualTo(Level.ERROR);
			assertThat(event.getLoggerName()).isEqualTo("java.lang.Thread");
			assertThat(event.getFormattedMessage()).isEqualTo("Exception in thread \"worker-1\"");
			assertThat(event.getThrowableProxy().getMessage()).isEqualTo("No more coal");
		});
		assertThat(this.heard).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void whereNobodyWasItIsPrintedAsTheJvmWould(CapturedOutput output) throws Exception {
		Thread.setDefaultUncaughtExceptionHandler(null);
		UncaughtExceptions.install(this.context);
		dieOn("worker-1");
		assertThat(output.getErr())
			.startsWith("Exception in thread \"worker-1\" java.lang.IllegalStateException: No more coal")
			.contains("\tat " + UncaughtExceptionsTests.class.getName());
	}

	@Test
	void ownThreadsAreNotLogged() throws Exception {
		UncaughtExceptions.install(this.context);
		dieOn("slack-logging-worker");
		assertThat(this.log.list).isEmpty();
		assertThat(this.heard).hasSize(1);
	}

	@Test
	void theOneBeforeIsBackWhenItIsTakenOff() {
		UncaughtExceptions.install(this.context).takeOff();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(this.others);
	}

	@Test
	void behindAnotherOneItOnlyPassesOnOnceItIsTakenOff() throws Exception {
		UncaughtExceptions installed = UncaughtExceptions.install(this.context);
		UncaughtExceptionHandler later = installed::uncaughtException;
		Thread.setDefaultUncaughtExceptionHandler(later);
		installed.takeOff();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(later);
		dieOn("worker-1");
		assertThat(this.log.list).isEmpty();
		assertThat(this.heard).hasSize(1);
	}

	@Test
	void nextApplicationReplacesItSoThatNothingIsLoggedTwice() throws Exception {
		UncaughtExceptions first = UncaughtExceptions.install(this.context);
		UncaughtExceptions second = UncaughtExceptions.install(this.context);
		first.takeOff();
		dieOn("worker-1");
		assertThat(this.log.list).hasSize(1);
		second.takeOff();
		assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(this.others);
	}

	@Test
	void throwingAppenderAndThrowingPredecessorChangeNothing() {
		this.context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(new BrokenAppender());
		Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> {
			this.heard.add(exception);
			throw new IllegalStateException("Cannot listen");
		});
		UncaughtExceptions installed = UncaughtExceptions.install(this.context);
		assertThatCode(() -> installed.uncaughtException(new Thread("worker-1"), new OutOfMemoryError()))
			.doesNotThrowAnyException();
		assertThat(this.heard).hasSize(1);
	}

	private static void dieOn(String name) throws InterruptedException {
		Thread thread = new Thread(() -> {
			throw new IllegalStateException("No more coal");
		}, name);
		thread.start();
		thread.join();
	}

	private static final class BrokenAppender extends AppenderBase<ILoggingEvent> {

		BrokenAppender() {
			start();
		}

		@Override
		public synchronized void doAppend(ILoggingEvent event) {
			throw new IllegalStateException("Cannot write");
		}

		@Override
		protected void append(ILoggingEvent event) {
		}

	}

}
