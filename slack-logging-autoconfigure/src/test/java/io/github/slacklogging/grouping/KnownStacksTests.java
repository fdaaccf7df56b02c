package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.testing.RecordedThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownStacksTests {

	private static final String TRACE = """
			com.acme.OrderException: Order 4711 not found
				at com.acme.Orders.save(Orders.java:1)
				at java.base/java.lang.Thread.run(Thread.java:2)
			Caused by: java.sql.SQLException: refused
				at org.postgresql.Driver.connect(Driver.java:3)
				at java.base/java.lang.Thread.run(Thread.java:2)
			""";

	private final StackKey rules = new StackKey(List.of("com.acme"));

	private final KnownStacks stacks = new KnownStacks(this.rules);

	@Test
	void knownStackIsNotReadByTheRulesAgain() {
		assertThat(traits(TRACE)).isSameAs(traits(TRACE));
	}

	@Test
	void messageAndLinesAreNotRead() {
		assertThat(traits(TRACE)).isSameAs(traits(TRACE.replace("4711", "17").replace(":1)", ":11)")));
	}

	@ParameterizedTest
	@CsvSource({ "Orders.save, Orders.load", "Orders.save, Order.save", "OrderException, OrdersException",
			"SQLException, SQLTransientException", "(Orders.java:1), (<generated>)" })
	void whatTheRulesReadMakesAnotherStack(String part, String other) {
		traits(TRACE);

		StackTraits traits = traits(TRACE.replace(part, other));

		assertThat(traits).isEqualTo(ofRules(TRACE.replace(part, other))).isNotEqualTo(ofRules(TRACE));
	}

	@Test
	void frameOfTheApplicationAtTheVeryEndIsSeen() {
		String deep = "X\n" + "\tat java.util.List.forEach(List.java:1)\n".repeat(500);
		traits(deep + "\tat com.acme.A.a(A.java:1)\n");

		assertThat(traits(deep + "\tat com.acme.B.b(B.java:1)\n").frames()).containsExactly("com.acme.B.b");
		assertThat(traits(deep).frames()).isEmpty();
	}

	@Test
	void frameOfTheApplicationThatAppearsNearerToTheRootIsSeen() {
		traits(TRACE);

		assertThat(traits(TRACE.replace("org.postgresql.Driver.connect", "com.acme.Driver.connect")).frames())
			.containsExactly("com.acme.Driver.connect");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whatIsKnownIsWhatTheRulesWouldSay(long seed) {
		RandomErrors errors = new RandomErrors(new Random(seed));
		List<ThrowableSnapshot> thrown = new ArrayList<>();
		KnownStacks small = new KnownStacks(this.rules, 100);
		while (thrown.size() < 2_000) {
			ThrowableSnapshot next = errors.next().throwable();
			if (next != null) {
				thrown.add(next);
				thrown.add(thrown.get(thrown.size() / 2));
			}
		}

		for (ThrowableSnapshot one : thrown) {
			StackTraits expected = this.rules.traits(new CauseChain(one));
			assertThat(this.stacks.traits(new CauseChain(one))).isEqualTo(expected);
			assertThat(small.traits(new CauseChain(one))).isEqualTo(expected);
		}
	}

	@Test
	void fullMemoryBeginsAnew() {
		KnownStacks small = new KnownStacks(this.rules, 10);
		StackTraits first = small.traits(chain(frames(4, "a")));
		small.traits(chain(frames(4, "b")));
		assertThat(small.traits(chain(frames(4, "a")))).isSameAs(first);

		small.traits(chain(frames(4, "c")));

		assertThat(small.traits(chain(frames(4, "a")))).isEqualTo(first).isNotSameAs(first);
	}

	@Test
	void stackTooLargeForTheMemoryIsAnsweredAllTheSame() {
		KnownStacks small = new KnownStacks(this.rules, 10);

		assertThat(small.traits(chain(frames(1_000, "a"))).frames()).containsExactly("com.acme.A.a");
		assertThat(small.traits(chain(frames(1_000, "b"))).frames()).containsExactly("com.acme.A.b");
	}

	private static String frames(int count, String method) {
		return "X\n" + ("\tat com.acme.A." + method + "(A.java:1)\n").repeat(count);
	}

	private static CauseChain chain(String trace) {
		return new CauseChain(RecordedThrowable.of(trace));
	}

	private StackTraits traits(String trace) {
		return this.stacks.traits(chain(trace));
	}

	private StackTraits ofRules(String trace) {
		return this.rules.traits(chain(trace));
	}

}
