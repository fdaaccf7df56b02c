package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.Tick;
import io.github.slacklogging.testing.RecordedThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a storm does to fingerprints: stacks disappear, and one error is told twice. */
class StormTests {

	private static final String TRACE = """
			java.lang.NullPointerException: Cannot invoke "String.length()" because "text" is null
				at com.acme.Orders.save(Orders.java:1)
				at com.acme.OrderController.post(OrderController.java:2)
			""";

	private static final String WRAPPED = """
			com.acme.OrderException: not saved
				at com.acme.OrderController.post(OrderController.java:3)
			Caused by:\s""" + TRACE;

	private static final Tick NOW = new Tick(Logged.NOON, Long.MAX_VALUE - 1);

	private final Fingerprinting fingerprinting = new Fingerprinting(GroupingAtHand.settings(10), List.of());

	@Test
	void errorThatLosesItsStackIsTheSame() {
		Identified with = identify(Logged.error("Order {} failed").arguments(1).throwing(TRACE));

		Identified without = identify(Logged.error("Order {} failed").arguments(1).throwing(stackless()));

		assertThat(with).isEqualTo(new Identified(without.fingerprint(), false, false));
		assertThat(without.withoutStack()).isTrue();
	}

	@Test
	void wrappedErrorThatLosesItsStackIsTheSame() {
		Identified with = identify(Logged.error("failed").throwing(WRAPPED));
		RecordedThrowable outer = RecordedThrowable.of(WRAPPED);

		Identified without = identify(Logged.error("failed")
			.throwing(new RecordedThrowable(outer.type(), null, outer.frames(), 0, stackless())));

		assertThat(without).isEqualTo(new Identified(with.fingerprint(), true, false));
	}

	@Test
	void concatenatedMessagesDoNotKeepItFromBeingRecognised() {
		Identified with = identify(Logged.error("Order 4711 failed").throwing(TRACE));

		assertThat(identify(Logged.error("Order 4712 failed").throwing(stackless())).fingerprint())
			.isEqualTo(with.fingerprint());
	}

	@Test
	void anotherStatementTypeOrLoggerIsAnotherErrorWithoutStack() {
		Fingerprint with = identify(Logged.error("failed").throwing(TRACE)).fingerprint();

		for (Logged other : List.of(Logged.error("refused").throwing(stackless()),
				Logged.error("failed").by("com.acme.Other").throwing(stackless()),
				Logged.error("failed").throwing(stackless("java.lang.ArithmeticException")))) {
			Identified identified = identify(other);
			assertThat(identified.fingerprint()).isNotEqualTo(with);
			assertThat(identified.withoutStack()).isFalse();
		}
	}

	@Test
	void errorThatNeverHadAStackIsKnownByItsWords() {
		assertThat(identify(Logged.error("failed").throwing(stackless()))).isEqualTo(
				new Identified(identify(Logged.error("failed").throwing(stackless())).fingerprint(), false, false));
	}

	@Test
	void afterADayOfSilenceItIsForgotten() {
		Fingerprint with = identify(Logged.error("failed").throwing(TRACE)).fingerprint();
		Tick later = NOW.plus(Duration.ofHours(24).plusNanos(1));

		assertThat(this.fingerprinting.identify(Logged.error("failed").throwing(stackless()).event(), later))
			.satisfies((identified) -> assertThat(identified.withoutStack()).isFalse())
			.satisfies((identified) -> assertThat(identified.fingerprint()).isNotEqualTo(with));
	}

	@Test
	void throwableThatIsLoggedAgainByAnotherStatementWasLoggedBefore() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		Identified first = identify(Logged.error("Order failed").throwing(thrown));

		Identified again = identify(Logged.error("Request failed").by("com.acme.Filter").throwing(thrown));

		assertThat(again).isEqualTo(new Identified(first.fingerprint(), false, true));
	}

	@Test
	void throwableThatIsWrappedAndLoggedAgainIsTheFirstError() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		Identified first = identify(Logged.error("Order failed").throwing(thrown));

		Identified wrapped = identify(Logged.error("Request failed")
			.throwing(new RecordedThrowable("com.acme.OrderException", null, thrown.frames(), 0, thrown)));
		Identified root = identify(Logged.error("Servlet failed").throwing(thrown));

		assertThat(List.of(wrapped, root)).containsOnly(new Identified(first.fingerprint(), false, true));
	}

	@Test
	void sameStatementAgainIsARepeatAndCountsForItself() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		Identified first = identify(Logged.error("failed").throwing(thrown));

		assertThat(identify(Logged.error("failed").throwing(thrown))).isEqualTo(first);
		assertThat(first.loggedBefore()).isFalse();
	}

	@Test
	void anotherThrowableOfTheSameKindWasNotLoggedBefore() {
		identify(Logged.error("a").throwing(TRACE));

		assertThat(identify(Logged.error("b").throwing(TRACE)).loggedBefore()).isFalse();
	}

	@Test
	void afterFiveSecondsItIsNewsAgain() {
		LogEvent first = Logged.error("a").throwing(RecordedThrowable.of(TRACE)).event();
		LogEvent again = with(Logged.error("b").event(), first.throwable());
		identify(first, NOW);

		assertThat(identify(again, NOW.plus(RecentThrowables.MOMENT)).loggedBefore()).isTrue();
		assertThat(identify(again, NOW.plus(RecentThrowables.MOMENT.plusNanos(1))).loggedBefore()).isFalse();
	}

	@Test
	void anotherThreadTellsItsOwnError() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		identify(Logged.error("a").throwing(thrown));

		assertThat(identify(Logged.error("b").on("other").throwing(thrown)).loggedBefore()).isFalse();
	}

	@Test
	void throwableWithoutStackIsNobodys() {
		RecordedThrowable shared = stackless();
		RecordedThrowable wrapper = RecordedThrowable.of("com.acme.OrderException\n\tat com.acme.A.a(A.java:1)\n");
		identify(Logged.error("a").throwing(shared));

		assertThat(identify(Logged.error("b").throwing(shared)).loggedBefore()).isFalse();
		assertThat(identify(
				Logged.error("c").throwing(new RecordedThrowable(wrapper.type(), null, wrapper.frames(), 0, shared)))
			.loggedBefore()).isFalse();
	}

	@Test
	void identitiesThatCollideAreToldApartByTypeAndPlace() {
		identify(Logged.error("a").throwing(new Colliding("X", "a")));

		assertThat(identify(Logged.error("b").throwing(new Colliding("Y", "a"))).loggedBefore()).isFalse();
		assertThat(identify(Logged.error("c").throwing(new Colliding("Y", "b"))).loggedBefore()).isFalse();
		assertThat(identify(Logged.error("d").throwing(new Colliding("Y", "b"))).loggedBefore()).isTrue();
	}

	@Test
	void explicitKeyKeepsItsWordForAThrowableThatWasLoggedBefore() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		identify(Logged.error("a").throwing(thrown));

		Identified own = identify(Logged.error("b").mdc("slack.fingerprint", "own").throwing(thrown));

		assertThat(own.fingerprint().components()).containsExactly("orders", "test", "key own");
		assertThat(own.loggedBefore()).isFalse();
	}

	@Test
	void explicitKeyOfTheThreadIsStillTheSameErrorLoggedTwice() {
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		identify(Logged.error("a").mdc("slack.fingerprint", "own").throwing(thrown));

		assertThat(identify(Logged.error("b").mdc("slack.fingerprint", "own").throwing(thrown)).loggedBefore())
			.isTrue();
	}

	@Test
	void withoutGroupingNothingWasLoggedBefore() {
		Fingerprinting off = new Fingerprinting(
				GroupingAtHand.settings(false, 10, GroupingAtHand.LINGER, GroupingAtHand.DIGEST), List.of());
		RecordedThrowable thrown = RecordedThrowable.of(TRACE);
		Identified first = off.identify(Logged.error("a").throwing(thrown).event(), NOW);

		assertThat(off.identify(Logged.error("b").throwing(thrown).event(), NOW)).satisfies((again) -> {
			assertThat(again.loggedBefore()).isFalse();
			assertThat(again.fingerprint()).isNotEqualTo(first.fingerprint());
		});
	}

	@Test
	void throwablesOfAStormMakeRoomForEachOther() {
		List<Identified> twice = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			RecordedThrowable thrown = RecordedThrowable.of(TRACE);
			identify(Logged.error("a").throwing(thrown));
			twice.add(identify(Logged.error("b").throwing(thrown)));
		}

		assertThat(twice).allMatch(Identified::loggedBefore);
	}

	private Identified identify(Logged logged) {
		return identify(logged.event(), NOW);
	}

	private Identified identify(LogEvent event, Tick now) {
		return this.fingerprinting.identify(event, now);
	}

	static LogEvent with(LogEvent event, @Nullable ThrowableSnapshot thrown) {
		return new LogEvent(event.runId(), event.sequence(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.message(), event.argumentCount(), event.mdc(),
				event.keyValues(), event.markers(), thrown, event.caller());
	}

	private static RecordedThrowable stackless() {
		return stackless("java.lang.NullPointerException");
	}

	private static RecordedThrowable stackless(String type) {
		return new RecordedThrowable(type, null, List.of(), 0, null);
	}

	/** All of them have the same identity. */
	private record Colliding(String type, String method) implements ThrowableSnapshot {

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<StackTraceElement> frames() {
			return List.of(new StackTraceElement("com.acme.A", this.method, "A.java", 1));
		}

		@Override
		public int framesInCommon() {
			return 0;
		}

		@Override
		public @Nullable ThrowableSnapshot cause() {
			return null;
		}

		@Override
		public List<ThrowableSnapshot> suppressed() {
			return List.of();
		}

		@Override
		public int identity() {
			return 17;
		}

	}

}
