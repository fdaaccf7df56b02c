package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import io.github.slacklogging.testing.RecordedThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the fingerprint is made of beside the stack; that is {@link StackKeyTests}. */
class FingerprintingTests {

	private static final String TRACE = """
			java.lang.IllegalStateException: Order 4711 not found
				at com.acme.OrderService.find(OrderService.java:42)
				at com.acme.OrderController.get(OrderController.java:17)
				at java.base/java.lang.Thread.run(Thread.java:840)
			""";

	private static final String LIBRARY_TRACE = """
			java.net.ConnectException: Connection refused
				at java.base/sun.nio.ch.Net.connect0(Native Method)
				at java.base/java.lang.Thread.run(Thread.java:840)
			""";

	private final Fingerprinting fingerprinting = fingerprinting();

	@Test
	void componentsSayInWordsWhatTheyAre() {
		assertThat(components(Logged.error("Order {} failed").arguments(1).throwing(TRACE))).containsExactly("orders",
				"test", "exception java.lang.IllegalStateException", "at com.acme.OrderService.find",
				"at com.acme.OrderController.get");
		assertThat(components(Logged.error("Order 17 failed").throwing(LIBRARY_TRACE))).containsExactly("orders",
				"test", "exception java.net.ConnectException", "logger com.acme.Orders",
				"template Order <number> failed");
		assertThat(components(Logged.error("Order 17 failed"))).containsExactly("orders", "test",
				"logger com.acme.Orders", "template Order <number> failed");
	}

	@Test
	void withFramesOfTheApplicationNeitherMessageNorLoggerNorLinesCount() {
		assertThat(of(Logged.error("a").by("x").throwing(TRACE)))
			.isEqualTo(of(Logged.error("b").by("y").throwing(TRACE.replace("4711", "4712").replace(":42)", ":43)"))));
	}

	@Test
	void severityTimeMdcAndFieldsDoNotCount() {
		assertThat(of(Logged.as(Severity.WARN, "a").after(Duration.ofHours(1)).mdc("k", "v").keyValue("k", 1)))
			.isEqualTo(of(Logged.error("a")));
	}

	@ParameterizedTest
	@CsvSource({ "Order 4711 failed, Order 4712 failed, true", "Order 4711 failed, Order 4712 found, false",
			"Order 4711 failed, Orders 4711 failed, false" })
	void concatenatedMessagesDifferByTheirWords(String one, String other, boolean same) {
		assertThat(of(Logged.error(one)).equals(of(Logged.error(other)))).isEqualTo(same);
		assertThat(
				of(Logged.error(one).throwing(LIBRARY_TRACE)).equals(of(Logged.error(other).throwing(LIBRARY_TRACE))))
			.isEqualTo(same);
	}

	@Test
	void templateWithArgumentsCountsAsItIsWritten() {
		assertThat(of(Logged.error("Step 1 of {}").arguments(1)))
			.isNotEqualTo(of(Logged.error("Step 2 of {}").arguments(1)));
	}

	@ParameterizedTest
	@CsvSource({ "Step 1 of {}, Step 2 of {}, 0", "Step 1, Step 2, 1" })
	void bracesAloneOrArgumentsAloneDoNotMakeATemplate(String one, String other, int arguments) {
		assertThat(of(Logged.error(one).arguments(arguments))).isEqualTo(of(Logged.error(other).arguments(arguments)));
	}

	@Test
	void withoutFramesOfTheApplicationLoggerCounts() {
		assertThat(of(Logged.error("a").by("x"))).isNotEqualTo(of(Logged.error("a").by("y")));
		assertThat(of(Logged.error("a").by("x").throwing(LIBRARY_TRACE)))
			.isNotEqualTo(of(Logged.error("a").by("y").throwing(LIBRARY_TRACE)));
	}

	@Test
	void scopeCounts() {
		Settings elsewhere = new Settings(true, List.of("orders", "prod"), List.of("com.acme"), 10, Duration.ZERO, 1, 1,
				Severity.WARN, Duration.ZERO, EventGrouping.Incidents.DEFAULTS);

		assertThat(fingerprint(new Fingerprinting(elsewhere, List.of()), Logged.error("a").event()))
			.isNotEqualTo(of(Logged.error("a")));
	}

	@Test
	void textCannotPassForAStack() {
		RecordedThrowable stackless = new RecordedThrowable("X", null, List.of(), 0, null);

		assertThat(of(Logged.error("T").by("L").throwing(stackless)).components())
			.isNotEqualTo(of(Logged.error("at L\ntemplate T").by("X")).components());
	}

	@Test
	void explicitKeyReplacesEverythingButTheScope() {
		assertThat(components(Logged.error("a").throwing(TRACE).keyValue("slack.fingerprint", " gateway ")))
			.containsExactly("orders", "test", "key gateway");
		assertThat(of(Logged.error("a").keyValue("slack.fingerprint", 17)))
			.isEqualTo(of(Logged.error("b").mdc("slack.fingerprint", "17")));
	}

	@Test
	void commaDividesNothing() {
		assertThat(components(Logged.error("a").keyValue("slack.fingerprint", "payment, {{default}}, eu")))
			.containsExactly("orders", "test", "key payment,", "logger com.acme.Orders", "template a", "key , eu");
	}

	@Test
	void clientThatWentAwayIsOneKindWhereverAndHoweverItIsLogged() {
		String abort = "org.apache.catalina.connector.ClientAbortException: Broken pipe\n";

		assertThat(components(Logged.error("a").throwing(abort + "\tat com.acme.A.write(A.java:1)\n")))
			.containsExactly("orders", "test", "exception org.apache.catalina.connector.ClientAbortException")
			.isEqualTo(components(Logged.error("b").by("x").throwing(abort)));
	}

	@Test
	void explicitKeyOfTheCallWinsOverTheOneOfTheThread() {
		assertThat(
				components(Logged.error("a").mdc("slack.fingerprint", "thread").keyValue("slack.fingerprint", "call")))
			.endsWith("key call");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{default}} gateway", "{{ default }}gateway" })
	void placeholderComposesWithWhatTheRulesFind(String key) {
		assertThat(components(Logged.error("a").keyValue("slack.fingerprint", key))).containsExactly("orders", "test",
				"logger com.acme.Orders", "template a", "key gateway");
	}

	@Test
	void placeholderAloneChangesNothing() {
		assertThat(of(Logged.error("a").throwing(TRACE).mdc("slack.fingerprint", "{{default}}")))
			.isEqualTo(of(Logged.error("b").throwing(TRACE)));
	}

	@Test
	void emptyExplicitKeyIsNone() {
		Fingerprint without = of(Logged.error("a"));

		assertThat(of(Logged.error("a").keyValue("slack.fingerprint", null))).isEqualTo(without);
		assertThat(of(Logged.error("a").keyValue("slack.fingerprint", " "))).isEqualTo(without);
		assertThat(of(Logged.error("a").mdc("slack.fingerprint", ""))).isEqualTo(without);
	}

	@Test
	void fingerprintersAreAskedInOrderWithTheProposalOfTheOneBefore() {
		Fingerprinting custom = fingerprinting((event, proposed) -> List.of("first", event.loggerName()),
				(event, proposed) -> List.of("second", String.valueOf(proposed)));

		assertThat(fingerprint(custom, Logged.error("a").event()).components()).containsExactly("second",
				"[first, com.acme.Orders]");
	}

	@Test
	void fingerprinterSeesTheExplicitKeyAsProposal() {
		List<String> seen = new ArrayList<>();

		fingerprint(fingerprinting((event, proposed) -> {
			seen.addAll(proposed);
			return proposed;
		}), Logged.error("a").mdc("slack.fingerprint", "x").event());

		assertThat(seen).containsExactly("orders", "test", "key x");
	}

	@Test
	@SuppressWarnings("NullAway") // an application's bean may return null all the same
	void fingerprinterThatFailsKeepsTheProposal() {
		Fingerprinting custom = fingerprinting((event, proposed) -> {
			throw new IllegalStateException("bug");
		}, (event, proposed) -> {
			throw new StackOverflowError();
		}, (event, proposed) -> {
			throw new AssertionError("bug");
		}, (event, proposed) -> null, (event, proposed) -> List.of(), (event, proposed) -> Arrays.asList("a", null),
				(event, proposed) -> {
					proposed.clear();
					return proposed;
				});

		assertThat(fingerprint(custom, Logged.error("a").event())).isEqualTo(of(Logged.error("a")));
	}

	@Test
	void answerOfAFingerprinterIsCopied() {
		List<String> answer = new ArrayList<>(List.of("mine"));
		Fingerprint fingerprint = fingerprint(fingerprinting((event, proposed) -> answer), Logged.error("a").event());

		answer.add("changed");

		assertThat(fingerprint.components()).containsExactly("mine");
	}

	@Test
	void withoutGroupingNothingIsTheSame() {
		Fingerprinting off = new Fingerprinting(
				GroupingAtHand.settings(false, 10, GroupingAtHand.LINGER, GroupingAtHand.DIGEST), List.of());
		Logged same = Logged.error("a").mdc("slack.fingerprint", "x");

		assertThat(fingerprint(off, same.event())).isNotEqualTo(fingerprint(off, same.event()));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whatIsRememberedChangesNoAnswer(long seed) {
		Random random = new Random(seed);
		List<LogEvent> events = new ArrayList<>();
		for (int i = 0; i < 1_000; i++) {
			LogEvent event = new RandomErrors(random).next();
			events.add(event);
			assertThat(fingerprint(this.fingerprinting, event)).isEqualTo(fingerprint(fingerprinting(), event));
		}
		for (LogEvent event : events) {
			assertThat(fingerprint(this.fingerprinting, event)).isEqualTo(fingerprint(fingerprinting(), event));
		}
	}

	@Test
	void knownKindIsNotWorkedOutAgain() {
		assertThat(of(Logged.error("a").throwing(TRACE))).isSameAs(of(Logged.error("b").throwing(TRACE)));
		assertThat(of(Logged.error("Order {}").arguments(1))).isSameAs(of(Logged.error("Order {}").arguments(2)));
	}

	private List<String> components(Logged logged) {
		return of(logged).components();
	}

	private Fingerprint of(Logged logged) {
		return fingerprint(this.fingerprinting, logged.event());
	}

	private static Fingerprint fingerprint(Fingerprinting by, LogEvent event) {
		return by.identify(event, new Tick(Logged.NOON, 0)).fingerprint();
	}

	private static Fingerprinting fingerprinting(Fingerprinter... fingerprinters) {
		return new Fingerprinting(GroupingAtHand.settings(10), List.of(fingerprinters));
	}

}
