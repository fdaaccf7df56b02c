package io.github.slacklogging.runtime;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WarmUpTests {

	private final Asked asked = new Asked();

	private final WarmUp warmUp = new WarmUp(new SlackAppender.Settings(RunId.random(), Severity.ERROR, Set.of(),
			SlackAppender.CallerLocation.AUTO, SlackAppender.Settings.DEFAULT_MAX_MESSAGE_LENGTH, this.asked));

	@Test
	void madeUpErrorIsDescribedWithAnExceptionAndWithout() {
		this.warmUp.run();
		assertThat(this.asked.current).hasPositiveValue();
		assertThat(this.asked.told).hasPositiveValue();
	}

	@Test
	void threadEndsByItself() {
		this.warmUp.startThread();
		await().untilAsserted(() -> {
			assertThat(this.asked.told).hasPositiveValue();
			assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.doesNotContain("slack-logging-warm-up");
		});
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
