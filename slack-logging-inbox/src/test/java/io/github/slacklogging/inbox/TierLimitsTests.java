package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TierLimitsTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500_000_000);

	private final TierLimits limits = new TierLimits(this.nanos::get);

	@Test
	void editsAreLimitedFromTheStartAndNothingElseIs() {
		assertThat(granted("chat.update", 100)).isEqualTo(55);
		assertThat(granted("chat.postMessage", 2_000)).isEqualTo(2_000);
	}

	@Test
	void callMayPassWhenTheOldestIsAMinuteAgo() {
		this.limits.limit("chat.update", 10);
		assertThat(granted("chat.update", 1)).isEqualTo(1);
		this.nanos.addAndGet(Duration.ofSeconds(20).toNanos());
		assertThat(granted("chat.update", 100)).isEqualTo(10);
		assertThat(this.limits.acquire("chat.update")).isEqualTo(Duration.ofSeconds(40));
		this.nanos.addAndGet(Duration.ofSeconds(40).toNanos());
		assertThat(granted("chat.update", 100)).isEqualTo(1);
		assertThat(this.limits.acquire("chat.update")).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void slacksOwnLimitsAreTurnedOnTogether() {
		this.limits.likeSlack();
		assertThat(granted("reactions.remove", 100)).isEqualTo(22);
		assertThat(granted("reactions.add", 100)).isEqualTo(55);
		assertThat(granted("files.getUploadURLExternal", 200)).isEqualTo(110);
		assertThat(granted("auth.test", 1_000)).isEqualTo(660);
		this.limits.unlimited();
		assertThat(granted("chat.update", 1_000)).isEqualTo(1_000);
	}

	@Test
	void limitMustBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.limits.limit("chat.update", 0));
	}

	private long granted(String method, int calls) {
		long granted = 0;
		for (int i = 0; i < calls; i++) {
			granted += this.limits.acquire(method).isZero() ? 1 : 0;
		}
		return granted;
	}

}
