package io.github.slacklogging.appender;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.appender.SlackAppender.Outlet;
import io.github.slacklogging.testing.CollectingIntake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Several takers of what one appender snapshots. */
class OutletsTests {

	private final LogbackFixture logback = new LogbackFixture();

	private final CollectingIntake errors = new CollectingIntake();

	private final CollectingIntake everything = new CollectingIntake();

	@BeforeEach
	void connect() {
		this.logback.appender.connect(
				List.of(new Outlet(this.errors, Severity.ERROR), new Outlet(this.everything, Severity.INFO)),
				LogbackFixture.settings(Severity.CRITICAL));
	}

	@Test
	void eventThatBothWantIsDescribedOnceAndGoesToBoth() {
		AtomicInteger described = new AtomicInteger();

		this.logback.log.atError().addKeyValue("order", new Object() {

			@Override
			public String toString() {
				return "order " + described.incrementAndGet();
			}

		}).log("Order failed");

		assertThat(this.errors.event()).isSameAs(this.everything.event());
		assertThat(described).hasValue(1);
	}

	@Test
	void eachTakesFromItsOwnLevelUpwards() {
		this.logback.log.debug("debug");
		this.logback.log.info("info");
		this.logback.log.error("error");

		assertThat(this.errors.events()).extracting(LogEvent::message).containsExactly("error");
		assertThat(this.everything.events()).extracting(LogEvent::message).containsExactly("info", "error");
		assertThat(this.errors.asked()).containsExactly(Severity.ERROR);
		assertThat(this.everything.asked()).containsExactly(Severity.INFO, Severity.ERROR);
	}

	@Test
	void fullTakerLosesTheEventAndTheOtherOneGetsIt() {
		this.errors.fill();

		this.logback.log.error("Order failed");

		assertThat(this.errors.events()).isEmpty();
		assertThat(this.everything.events()).hasSize(1);
	}

	@Test
	void eventIsNotDescribedWhereNobodyHasRoom() {
		this.errors.fill();
		this.everything.fill();

		this.logback.log.error("Order {}", new Object() {

			@Override
			public String toString() {
				throw new AssertionError();
			}

		});

		assertThat(this.errors.events()).isEmpty();
		assertThat(this.everything.drops()).isEmpty();
	}

	@Test
	void eventThatCannotBeDescribedIsCountedByThoseWhoWantedIt() {
		this.logback.log.info("Order {}", new Object() {

			@Override
			public String toString() {
				throw new StackOverflowError();
			}

		});
		this.logback.logger("io.github.slacklogging.Anything").info("of our own");
		this.logback.appender.stop();
		this.logback.log.error("too late");

		assertThat(this.errors.drops()).containsExactly("SHUTDOWN ERROR");
		assertThat(this.everything.drops()).contains("SELF INFO", "SHUTDOWN ERROR");
	}

	@Test
	void nobodyAtAllIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.logback.appender.connect(List.of(), LogbackFixture.settings(Severity.ERROR)));
	}

}
