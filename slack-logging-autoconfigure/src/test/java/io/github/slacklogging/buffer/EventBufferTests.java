package io.github.slacklogging.buffer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.buffer.EventBuffer.Settings;
import io.github.slacklogging.testing.EventFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventBufferTests {

	private static final long PLENTY = 1L << 30;

	private final EventFixture event = EventFixture.event();

	private final int size = this.event.build().approximateBytes();

	private final List<LogEvent> taken = new ArrayList<>();

	@Test
	void eventsComeOutInTheOrderTheyWentIn() {
		EventBuffer buffer = new EventBuffer(new Settings(10, PLENTY));
		LogEvent first = this.event.withMessage("first").build();
		LogEvent second = this.event.withMessage("second").build();

		assertThat(buffer.offer(first)).isTrue();
		assertThat(buffer.offer(second)).isTrue();

		assertThat(buffer.size()).isEqualTo(2);
		assertThat(buffer.bytes()).isEqualTo(first.approximateBytes() + second.approximateBytes());
		assertThat(buffer.drain(10, this.taken::add)).isEqualTo(2);
		assertThat(this.taken).containsExactly(first, second);
		assertThat(buffer.size()).isZero();
		assertThat(buffer.bytes()).isZero();
	}

	@Test
	void drainHandsOverNoMoreThanAsked() {
		EventBuffer buffer = filled(new Settings(10, PLENTY), Severity.CRITICAL, 3);

		assertThat(buffer.drain(2, this.taken::add)).isEqualTo(2);
		assertThat(buffer.size()).isEqualTo(1);
		assertThat(buffer.drain(2, this.taken::add)).isEqualTo(1);
		assertThat(buffer.drain(2, this.taken::add)).isZero();
	}

	@Test
	void fullBufferTurnsAwayTheNewestEvent() {
		EventBuffer buffer = filled(new Settings(3, PLENTY), Severity.CRITICAL, 3);
		LogEvent newest = this.event.withSeverity(Severity.CRITICAL).withMessage("newest").build();

		assertThat(buffer.admits(Severity.CRITICAL)).isFalse();
		assertThat(buffer.offer(newest)).isFalse();

		assertThat(buffer.size()).isEqualTo(buffer.capacity()).isEqualTo(3);
		buffer.drain(10, this.taken::add);
		assertThat(this.taken).hasSize(3).doesNotContain(newest);
	}

	@Test
	void drainedRoomIsFreeAgain() {
		EventBuffer buffer = filled(new Settings(3, PLENTY), Severity.CRITICAL, 3);

		buffer.drain(1, this.taken::add);

		assertThat(buffer.offer(this.event.withSeverity(Severity.CRITICAL).build())).isTrue();
		assertThat(buffer.admits(Severity.CRITICAL)).isFalse();
	}

	@Test
	void roomIsFreeAgainWhileFurtherEventsAreHandedOver() {
		EventBuffer buffer = filled(new Settings(512, PLENTY), Severity.CRITICAL, 512);
		List<Integer> sizes = new ArrayList<>();

		buffer.drain(9, (event) -> sizes.add(buffer.size()));

		// four at a time, the last one with the end
		assertThat(sizes).containsExactly(512, 512, 512, 508, 508, 508, 508, 504, 504);
		assertThat(buffer.size()).isEqualTo(503);
	}

	@Test
	void bytesOfALargeEventAreFreeAtOnce() {
		EventBuffer buffer = new EventBuffer(new Settings(8192, 1024 * 1024));
		buffer.offer(this.event.withMessage("x".repeat(5000)).build());
		buffer.offer(this.event.build());
		List<Long> bytes = new ArrayList<>();

		buffer.drain(10, (event) -> bytes.add(buffer.bytes()));

		assertThat(bytes).containsExactly((long) this.size, (long) this.size);
		assertThat(buffer.bytes()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "DEBUG, 80", "INFO, 80", "WARN, 80", "ERROR, 95", "CRITICAL, 100" })
	void eachSeverityFillsOnlyItsShareOfTheEvents(Severity severity, int share) {
		EventBuffer buffer = filled(new Settings(100, PLENTY), severity, 200);

		assertThat(buffer.size()).isEqualTo(share);
		assertThat(buffer.admits(severity)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "DEBUG, 80", "INFO, 80", "WARN, 80", "ERROR, 95", "CRITICAL, 100" })
	void eachSeverityFillsOnlyItsShareOfTheBytes(Severity severity, int share) {
		EventBuffer buffer = filled(new Settings(1000, 100L * this.size), severity, 200);

		assertThat(buffer.bytes()).isEqualTo((long) share * this.size);
		assertThat(buffer.admits(severity)).isFalse();
	}

	@Test
	void whatIsFullForWarningsStillAdmitsErrors() {
		EventBuffer buffer = filled(new Settings(100, PLENTY), Severity.WARN, 80);

		assertThat(buffer.admits(Severity.WARN)).isFalse();
		assertThat(buffer.admits(Severity.ERROR)).isTrue();
		assertThat(buffer.offer(this.event.build())).isTrue();
	}

	@Test
	void eventLargerThanWhatIsLeftIsTurnedAway() {
		EventBuffer buffer = filled(new Settings(100, 10L * this.size), Severity.ERROR, 9);

		// 95 % are 9.5 events: a tenth does not fit, though not every byte is used
		assertThat(buffer.admits(Severity.ERROR)).isTrue();
		assertThat(buffer.offer(this.event.build())).isFalse();
		assertThat(buffer.size()).isEqualTo(9);
	}

	@Test
	void criticalEventGetsInWhileAnyByteIsLeft() {
		EventBuffer buffer = filled(new Settings(100, 10L * this.size + 1), Severity.CRITICAL, 10);
		LogEvent large = this.event.withSeverity(Severity.CRITICAL).withMessage("x".repeat(5000)).build();

		assertThat(buffer.offer(large)).isTrue();
		assertThat(buffer.admits(Severity.CRITICAL)).isFalse();
		assertThat(buffer.offer(large)).isFalse();

		assertThat(buffer.bytes()).isEqualTo(10L * this.size + large.approximateBytes());
	}

	@Test
	void smallestBufferTakesOneEventOfAnySeverity() {
		EventBuffer buffer = new EventBuffer(new Settings(1, PLENTY));

		assertThat(buffer.offer(this.event.withSeverity(Severity.DEBUG).build())).isTrue();
		assertThat(buffer.admits(Severity.CRITICAL)).isFalse();
	}

	@Test
	void receiverThatThrowsCostsOneEventAndNoRoom() {
		EventBuffer buffer = filled(new Settings(10, PLENTY), Severity.ERROR, 2);

		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> buffer.drain(10, (event) -> {
			throw new IllegalStateException();
		}));

		assertThat(buffer.size()).isEqualTo(1);
		assertThat(buffer.drain(10, this.taken::add)).isEqualTo(1);
		assertThat(buffer.bytes()).isZero();
	}

	@Test
	void settingsNameThePropertyThatIsWrong() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(0, 1))
			.withMessageContaining("slack.logging.buffer.capacity");
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(Integer.MAX_VALUE, 1))
			.withMessageContaining("slack.logging.buffer.capacity");
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 0))
			.withMessageContaining("slack.logging.buffer.max-size");
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, Long.MAX_VALUE))
			.withMessageContaining("slack.logging.buffer.max-size");
	}

	@Test
	@Timeout(60)
	void manyThreadsLoseAndDoubleNothingAndKeepTheirOrder() throws Exception {
		int threads = 4;
		int perThread = 50_000;
		EventBuffer buffer = new EventBuffer(new Settings(64, PLENTY));
		AtomicLong refused = new AtomicLong();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		List<Future<?>> producers = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			String logger = "producer-" + i;
			producers.add(executor.submit(() -> {
				start.await();
				for (int n = 1; n <= perThread; n++) {
					if (!buffer.offer(this.event.withLogger(logger).withSequence(n).build())) {
						refused.incrementAndGet();
					}
				}
				return null;
			}));
		}
		executor.shutdown();
		start.countDown();

		long[] latest = new long[threads];
		long drained = 0;
		boolean over;
		do {
			over = executor.isTerminated();
			drained += buffer.drain(100, (event) -> {
				int producer = Integer.parseInt(event.loggerName().substring("producer-".length()));
				assertThat(event.sequence()).isGreaterThan(latest[producer]);
				latest[producer] = event.sequence();
			});
			assertThat(buffer.size()).isBetween(0, 64);
		}
		while (!over || buffer.size() > 0);

		for (Future<?> producer : producers) {
			producer.get(1, TimeUnit.SECONDS);
		}
		assertThat(drained + refused.get()).isEqualTo((long) threads * perThread);
		assertThat(buffer.bytes()).isZero();
	}

	private EventBuffer filled(Settings settings, Severity severity, int attempts) {
		EventBuffer buffer = new EventBuffer(settings);
		for (int i = 0; i < attempts; i++) {
			buffer.offer(this.event.withSeverity(severity).build());
		}
		return buffer;
	}

}
