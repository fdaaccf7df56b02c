package io.github.slacklogging.appender;

import java.util.Arrays;
import java.util.Objects;

import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.slacklogging.ThrowableSnapshot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogbackThrowableTests {

	private static final int MAX_MESSAGE_LENGTH = 100;

	@Test
	void noThrowableGivesNone() {
		assertThat(LogbackThrowable.of(null, MAX_MESSAGE_LENGTH)).isNull();
	}

	@Test
	void typeMessageAndFramesAreThere() {
		Exception thrown = new IllegalStateException("broken");

		ThrowableSnapshot snapshot = snapshot(thrown);

		assertThat(snapshot.type()).isEqualTo("java.lang.IllegalStateException");
		assertThat(snapshot.message()).isEqualTo("broken");
		assertThat(snapshot.frames()).containsExactly(thrown.getStackTrace());
		assertThat(snapshot.cause()).isNull();
		assertThat(snapshot.suppressed()).isEmpty();
	}

	@Test
	void messageMayBeMissing() {
		assertThat(snapshot(new IllegalStateException()).message()).isNull();
	}

	@Test
	void longMessageIsCut() {
		assertThat(snapshot(new IllegalStateException("word ".repeat(21))).message()).hasSize(96).endsWith("word …");
	}

	@Test
	void causesAndSuppressedAreThere() {
		Exception root = new IllegalArgumentException("root");
		Exception outer = new IllegalStateException("outer", root);
		outer.addSuppressed(new UnsupportedOperationException("meanwhile"));

		ThrowableSnapshot snapshot = snapshot(outer);

		assertThat(snapshot.rootCause().message()).isEqualTo("root");
		assertThat(snapshot.rootCause().framesInCommon()).isPositive();
		assertThat(snapshot.suppressed()).extracting(ThrowableSnapshot::message).containsExactly("meanwhile");
	}

	@Test
	void cycleEndsWhereItWouldBeginAgain() {
		Exception first = new IllegalStateException("first");
		Exception second = new IllegalStateException("second", first);
		first.initCause(second);
		first.addSuppressed(second);

		ThrowableSnapshot snapshot = snapshot(first);

		assertThat(snapshot.rootCause().message()).isEqualTo("second");
		assertThat(snapshot.rootCause().cause()).isNull();
		assertThat(snapshot.suppressed()).isEmpty();
	}

	@Test
	void endlesslyLongChainEnds() {
		Exception chain = new IllegalStateException("0");
		for (int i = 1; i < 1000; i++) {
			chain = new IllegalStateException(String.valueOf(i), chain);
		}

		ThrowableSnapshot snapshot = snapshot(chain);

		assertThat(snapshot.message()).isEqualTo("999");
		assertThat(snapshot.rootCause().message()).isEqualTo("936");
	}

	@Test
	void manySuppressedEnd() {
		Exception thrown = new IllegalStateException();
		for (int i = 0; i < 100; i++) {
			thrown.addSuppressed(new IllegalStateException());
		}

		assertThat(snapshot(thrown).suppressed()).hasSize(16);
	}

	@Test
	void tenThousandFramesAreNotCopied() {
		StackTraceElement[] frames = new StackTraceElement[10_000];
		Arrays.fill(frames, new StackTraceElement("com.acme.Orders", "recurse", "Orders.java", 17));
		Exception thrown = new IllegalStateException();
		thrown.setStackTrace(frames);

		ThrowableSnapshot snapshot = snapshot(thrown);

		assertThat(snapshot.frames()).hasSize(10_000);
		assertThat(snapshot.frames().get(9_999)).isSameAs(frames[9_999]);
	}

	@Test
	void throwableWithoutFramesHasNone() {
		Exception thrown = new IllegalStateException();
		thrown.setStackTrace(new StackTraceElement[0]);

		assertThat(snapshot(thrown).frames()).isEmpty();
	}

	@Test
	void sameThrowableLoggedTwiceHasTheSameIdentity() {
		Exception thrown = new IllegalStateException();

		assertThat(snapshot(thrown).identity()).isEqualTo(snapshot(thrown).identity());
		assertThat(snapshot(new IllegalStateException("outer", thrown)).rootCause().identity())
			.isEqualTo(snapshot(thrown).identity());
		assertThat(snapshot(new IllegalStateException()).identity()).isNotEqualTo(snapshot(thrown).identity());
	}

	private static ThrowableSnapshot snapshot(Throwable thrown) {
		return Objects.requireNonNull(LogbackThrowable.of(new ThrowableProxy(thrown), MAX_MESSAGE_LENGTH));
	}

}
