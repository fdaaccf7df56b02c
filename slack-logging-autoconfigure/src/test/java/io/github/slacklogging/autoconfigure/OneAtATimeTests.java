package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.EventMasker;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.testing.EventFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class OneAtATimeTests {

	private static final LogEvent EVENT = EventFixture.event().build();

	@Test
	void secondWorkerWaitsUntilTheBeanHasAnsweredTheFirst() throws InterruptedException {
		Bean bean = new Bean();
		OneAtATime alone = OneAtATime.of(List.of(bean), List.of());
		assertSecondWaits(bean, () -> alone.maskers().get(0).mask("message", "first"),
				() -> alone.maskers().get(0).mask("message", "second"));
	}

	@Test
	void beanOfTwoSortsIsAskedByOneThreadToo() throws InterruptedException {
		Bean bean = new Bean();
		OneAtATime alone = OneAtATime.of(List.of(bean), List.of(bean));
		assertSecondWaits(bean, () -> alone.maskers().get(0).mask("message", "text"),
				() -> alone.fingerprinters().get(0).fingerprint(EVENT, List.of("a")));
	}

	@Test
	void beansDoNotWaitForEachOther() throws InterruptedException {
		Bean held = new Bean();
		OneAtATime alone = OneAtATime.of(List.of(held, (field, text) -> text + "!"), List.of());
		Thread first = new Thread(() -> alone.maskers().get(0).mask("message", "text"));
		first.start();
		assertThat(held.entered.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(alone.maskers().get(1).mask("message", "text")).isEqualTo("text!");
		held.mayLeave.countDown();
		first.join();
	}

	@Test
	void whatABeanThrowsReachesTheWorkerAndHoldsNobodyUp() throws InterruptedException {
		EventMasker failing = (field, text) -> {
			throw new IllegalStateException(text);
		};
		EventMasker alone = OneAtATime.of(List.of(failing), List.of()).maskers().get(0);
		Thread other = new Thread(
				() -> assertThatIllegalStateException().isThrownBy(() -> alone.mask("message", "one")));
		other.start();
		other.join();
		assertThatIllegalStateException().isThrownBy(() -> alone.mask("message", "two")).withMessage("two");
	}

	private static void assertSecondWaits(Bean bean, Runnable one, Runnable another) throws InterruptedException {
		Thread first = new Thread(one);
		first.start();
		assertThat(bean.entered.await(10, TimeUnit.SECONDS)).isTrue();
		Thread second = new Thread(another);
		second.start();
		await().atMost(Duration.ofSeconds(10)).until(() -> second.getState() == Thread.State.WAITING);
		assertThat(bean.asked).hasValue(1);
		bean.mayLeave.countDown();
		first.join();
		second.join();
		assertThat(bean.asked).hasValue(2);
		assertThat(bean.most).hasValue(1);
	}

	/** Keeps whoever asks until it may leave. */
	private static final class Bean implements EventMasker, Fingerprinter {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch mayLeave = new CountDownLatch(1);

		private final AtomicInteger asked = new AtomicInteger();

		private final AtomicInteger inside = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		@Override
		public String mask(String field, String text) {
			stay();
			return text;
		}

		@Override
		public List<String> fingerprint(LogEvent event, List<String> proposed) {
			stay();
			return proposed;
		}

		private void stay() {
			this.asked.incrementAndGet();
			this.most.accumulateAndGet(this.inside.incrementAndGet(), Math::max);
			this.entered.countDown();
			try {
				// only the first ever waits here
				this.mayLeave.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.inside.decrementAndGet();
		}

	}

}
