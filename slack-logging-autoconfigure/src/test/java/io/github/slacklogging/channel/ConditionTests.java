package io.github.slacklogging.channel;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.FixedThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConditionTests {

	private static final String PROPERTY = "slack.logging.some[0].property";

	private final EventFixture event = EventFixture.event();

	@ParameterizedTest
	@CsvSource({ "com.acme, com.acme, true", "com.acme, com.acme.X, true", "com.acme, com.acmex, false",
			"com.acme.X, com.acme.X$Inner, true", "com.acme.X, com.acme, false", "acme, com.acme, false" })
	void loggersAreWholePackageSegments(String name, String logger, boolean expected) {
		Condition condition = Condition.logger(PROPERTY, List.of("org.other", name));

		assertThat(condition.holds(this.event.withLogger(logger).build())).isEqualTo(expected);
	}

	@Test
	void oneOfTheMarkersIsEnough() {
		Condition condition = Condition.marker(PROPERTY, List.of("A", "B"));

		assertThat(condition.holds(this.event.withMarkers("X", "B").build())).isTrue();
		assertThat(condition.holds(this.event.withMarkers("X", "b").build())).isFalse();
		assertThat(condition.holds(this.event.build())).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "java.sql.SQLException, java.sql.SQLException, true", "SQLException, java.sql.SQLException, true",
			"sql.SQLException, java.sql.SQLException, true", "Exception, java.sql.SQLException, false",
			"com.acme.Outer$Inner, com.acme.Outer$Inner, true", "com.acme.Outer.Inner, com.acme.Outer$Inner, true",
			"Inner, com.acme.Outer$Inner, true", "Outer, com.acme.Outer$Inner, false" })
	void exceptionsAreNamedInFullOrByTheirLastSegments(String name, String type, boolean expected) {
		Condition condition = Condition.exception(PROPERTY, List.of("Other", name));

		assertThat(condition.holds(this.event.withThrowable(thrown(type, null)).build())).isEqualTo(expected);
	}

	@Test
	void exceptionIsFoundAmongTheCauses() {
		Condition condition = Condition.exception(PROPERTY, List.of("SQLException"));
		ThrowableSnapshot root = thrown("java.sql.SQLException", null);

		assertThat(condition.holds(this.event.withThrowable(thrown("A", thrown("B", root))).build())).isTrue();
		assertThat(condition.holds(this.event.withThrowable(thrown("A", thrown("B", null))).build())).isFalse();
		assertThat(condition.holds(this.event.build())).isFalse();
	}

	@Test
	void endlessCausesEndSomewhere() {
		Condition condition = Condition.exception(PROPERTY, List.of("SQLException"));

		assertThat(condition.holds(this.event.withThrowable(new OwnCause()).build())).isFalse();
	}

	@Test
	void messageIsSearchedNotMatched() {
		Condition condition = Condition.message(PROPERTY, List.of("^never$", "(?i)order \\d+"));

		assertThat(condition.holds(this.event.withMessage("The ORDER 17 failed").build())).isTrue();
		assertThat(condition.holds(this.event.withMessage("The order failed").build())).isFalse();
	}

	@Test
	void patternThatWouldNeverEndIsNoTrouble() {
		Condition condition = Condition.message(PROPERTY, List.of("(a+)+$"));

		assertThat(condition.holds(this.event.withMessage("a".repeat(50_000) + "b").build())).isFalse();
	}

	@Test
	void mdcNeedsTheVeryValue() {
		Condition condition = Condition.mdc(PROPERTY, "tenant = a=b");

		assertThat(condition.holds(this.event.withMdc(Map.of("tenant", "a=b")).build())).isTrue();
		assertThat(condition.holds(this.event.withMdc(Map.of("tenant", "a")).build())).isFalse();
		assertThat(condition.holds(this.event.build())).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "com.acme.*", "*", "com.acme.", " com.acme" })
	void nameThatCannotBeMeantIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.logger(PROPERTY, List.of("com", name)))
			.withMessageContaining(PROPERTY)
			.withMessageContaining("'" + name + "'");
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.marker(PROPERTY, List.of(name)))
			.withMessageContaining(PROPERTY);
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.exception(PROPERTY, List.of(name)))
			.withMessageContaining(PROPERTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(", "(?=ahead)", "(a)\\1" })
	void unreadablePatternIsRefused(String pattern) {
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.message(PROPERTY, List.of(pattern)))
			.withMessageContaining(PROPERTY)
			.withMessageContaining("RE2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tenant", "=a" })
	void mdcWithoutKeyOrValueIsRefused(String pair) {
		assertThatIllegalArgumentException().isThrownBy(() -> Condition.mdc(PROPERTY, pair))
			.withMessageContaining(PROPERTY)
			.withMessageContaining("key=value");
	}

	private static ThrowableSnapshot thrown(String type, @Nullable ThrowableSnapshot cause) {
		return new FixedThrowable(type, null, cause);
	}

	private static final class OwnCause implements ThrowableSnapshot {

		@Override
		public String type() {
			return "A";
		}

		@Override
		public @Nullable String message() {
			return null;
		}

		@Override
		public List<StackTraceElement> frames() {
			return List.of();
		}

		@Override
		public int framesInCommon() {
			return 0;
		}

		@Override
		public ThrowableSnapshot cause() {
			return this;
		}

		@Override
		public List<ThrowableSnapshot> suppressed() {
			return List.of();
		}

		@Override
		public int identity() {
			return 0;
		}

	}

}
