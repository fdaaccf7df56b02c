package io.github.slacklogging.runtime;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

class WarmUpTests {

	private final Asked asked = new Asked();

	private final List<LogEvent> told = new CopyOnWriteArrayList<>();

	private final WarmUp warmUp = new WarmUp(new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of(),
			SlackAppender.CallerLocation.AUTO, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, this.asked),
			this.told::addAll);

	@Test
	void madeUpErrorIsDescribedWithAnExceptionAndWithout() {
		this.warmUp.end();
		this.warmUp.run();
		assertThat(this.asked.current).hasPositiveValue();
		assertThat(this.asked.told).hasPositiveValue();
	}

	@Test
	void madeUpErrorsAreToldWhenTheApplicationHasStarted() {
		this.warmUp.startThread();
		await().until(() -> this.asked.told.get() > 0);
		assertThat(this.told).isEmpty();
		this.warmUp.applicationStarted();
		await().untilAsserted(() -> assertThat(this.told).extracting((event) -> event.throwable() != null)
			.containsExactly(false, true));
	}

	@Test
	void whoseRehearsalFailsEndsQuietly() {
		WarmUp failing = new WarmUp(new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of(),
				SlackAppender.CallerLocation.AUTO, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, this.asked),
				(events) -> {
					throw new NoClassDefFoundError("as if");
				});
		failing.applicationStarted();
		assertThatNoException().isThrownBy(failing::run);
	}

	@Test
	void threadEndsByItselfAndTellsNothingWhereTheEndCameFirst() {
		this.warmUp.startThread();
		this.warmUp.end();
		await().untilAsserted(() -> {
			assertThat(this.asked.told).hasPositiveValue();
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.doesNotContain("slack-logging-warm-up");
		});
		assertThat(this.told).isEmpty();
	}

	private static final class Asked implements HandledException {

		private final AtomicInteger current = new AtomicInteger();

		private final AtomicInteger told = new AtomicInteger();

		@Override
		public @Nullable Throwable current() {
			this.current.incrementAndGet();
			return null;
		}

		@Override
		public void told(Throwable thrown) {
			this.told.incrementAndGet();
		}

	}

}
