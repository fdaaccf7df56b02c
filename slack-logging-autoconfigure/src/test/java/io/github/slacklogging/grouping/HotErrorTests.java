package io.github.slacklogging.grouping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the optimizing compiler does to fingerprints: it leaves the stack away. */
@Tag("optimized")
class HotErrorTests {

	private static final Tick NOW = new Tick(Logged.NOON, Long.MAX_VALUE - 1);

	@Test
	void twoMillionThrowsOfOneHotErrorAreOneKind() {
		Set<Fingerprint> found = new HashSet<>();
		int withoutStack = 0;
		Fingerprinting own = new Fingerprinting(GroupingAtHand.settings(10), List.of());
		LogEvent logged = Logged.error("Order {} failed").arguments(1).event();
		for (int i = 0; i < 2_000_000; i++) {
			NullPointerException hot = thrownBy((i < 0) ? "" : null);
			Identified identified = own.identify(StormTests.with(logged, RecordedThrowable.of(hot)), NOW);
			found.add(identified.fingerprint());
			withoutStack += identified.withoutStack() ? 1 : 0;
		}

		assertThat(found).hasSize(1);
		assumeTrue(withoutStack > 1_000_000, "this JVM kept the stacks: " + withoutStack);
	}

	private static NullPointerException thrownBy(@Nullable String text) {
		try {
			throw new AssertionError(lengthOf(text));
		}
		catch (NullPointerException ex) {
			return ex;
		}
	}

	@SuppressWarnings("NullAway") // that is the error
	private static int lengthOf(@Nullable String text) {
		return text.length();
	}

}
