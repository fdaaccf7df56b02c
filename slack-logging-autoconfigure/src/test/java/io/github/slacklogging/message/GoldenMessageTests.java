package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.MessagePlan.Remainder;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;

/** What people see, as files to read. */
class GoldenMessageTests {

	private final MessageComposer composer = new MessageComposer(new Settings(Settings.DEFAULT_MDC_KEYS, List.of("*"),
			MessageComposer.StackTraceStyle.SHORT, List.of("com.acme"), null, ":rotating_light:"),
			() -> Told.ORDERS_API);

	@Test
	void firstWithoutException() {
		assertGolden("a-plain", Told.plan(Told.error("Order 4711 not found").once()));
	}

	@Test
	void firstWithExceptionChain() {
		Told told = Told.error("Could not ship order 4711")
			.thrown(chain())
			.mdc("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
			.mdc("secretTenant", "not asked for")
			.mdc("req.method", "GET")
			.mdc("req.requestURI", "/orders/4711")
			.field("order", "4711")
			.masked(2);
		assertGolden("a-exception-chain", Told.plan(told.once()));
	}

	@Test
	void firstOfACriticalKindThatMayComeTwice() {
		MaskedGroup group = Told.error("Payment gateway is down").severity(Severity.CRITICAL).times(12);
		assertGolden("a-critical", new MessagePlan(List.of(group), Map.of(), Duration.ZERO, true, null, Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
	}

	@Test
	void ongoing() {
		Told told = Told.error("Order 9981 not found").template("Order {} not found").thrown(chain());
		assertGolden("b-ongoing", Told.plan(told.again(57, 1_284)));
	}

	@Test
	void summaryOfErrorsAndWarnings() {
		assertGolden("c-error-warn", new MessagePlan(groups(), Map.of(), Duration.ofMinutes(5), false, null, Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
	}

	@Test
	void summaryWithARemainder() {
		Map<Severity, Remainder> remainder = Map.of(Severity.ERROR, new Remainder(3, 12), Severity.INFO,
				new Remainder(1, 7));
		assertGolden("c-remainder", new MessagePlan(groups(), remainder, Duration.ofMinutes(5), true, null, Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
	}

	@Test
	void gapAfterAnOutage() {
		Instant until = Told.NOW.plus(Duration.ofMinutes(17));
		assertGolden("f-unreachable", new DeliveryGap(Cause.UNREACHABLE, Told.NOW, until, "time-out", 3, 41_233, 0));
	}

	@Test
	void gapAfterACrash() {
		assertGolden("f-crash", new DeliveryGap(Cause.CRASH, Told.NOW, Told.NOW, "", 3, 412, 7));
	}

	@Test
	void gapAfterAStop() {
		assertGolden("f-stop", new DeliveryGap(Cause.STOP, Told.NOW, Told.NOW, "", 1, 1, 0));
	}

	@Test
	void failedStartWithAnAnalysis() {
		assertGolden("g-analysis", Told.plan(Told.failedStart(
				"Web server failed to start. Port 8080 was already in use.",
				"Identify and stop the process that's listening on port 8080 or configure this application to listen"
						+ " on another port.")
			.once()));
	}

	@Test
	void failedStartWithAnAnalysisOfSeveralLines() {
		String description = """
				Failed to bind properties under 'server.port' to int:

				    Property: server.port
				    Value: "eighty"
				    Origin: class path resource [application.yml] - 2:9
				    Reason: failed to convert java.lang.String to int (caused by java.lang.NumberFormatException: \
				For input string: "eighty")""";
		MaskedGroup group = Told.failedStart(description, "Update your application's configuration").once();
		assertGolden("g-lines", new MessagePlan(List.of(group), Map.of(), Duration.ZERO, true, "oncall", Told.NOW,
				Set.of(Occasion.GATHERED), null, null, MessageExtras.NONE));
	}

	@Test
	void failedStartThatNoAnalyzerKnew() {
		MaskedThrowable outer = Told.wrapping(chain(), "org.springframework.beans.factory.BeanCreationException",
				"Error creating bean with name 'orderService'",
				Told.frame("org.springframework.beans.factory.support.AbstractBeanFactory", "doGetBean", 341));
		assertGolden("g-cause",
				Told.plan(Told.error("Application run failed")
					.severity(Severity.CRITICAL)
					.logger("org.springframework.boot.SpringApplication")
					.thrown(outer)
					.masked(1)
					.once()));
	}

	@Test
	void startThatHangs() {
		MaskedThrowable stack = Told.thrown("io.github.slacklogging.runtime.HangingStart", "main",
				Told.frame("java.lang.Object", "wait", 338), Told.frame("com.acme.orders.Warmup", "fill", 31),
				Told.frame("com.acme.orders.Warmup", "run", 18),
				Told.frame("org.springframework.boot.SpringApplication", "callRunner", 789));
		assertGolden("g-hangs",
				Told.plan(Told.error("The start hangs: the main thread has not moved for 10 s")
					.severity(Severity.CRITICAL)
					.logger("org.springframework.boot.SpringApplication")
					.thrown(stack)
					.once()));
	}

	@Test
	void summaryWithAFailedStart() {
		MaskedGroup start = Told.failedStart("Web server failed to start. Port 8080 was already in use.", "Stop it.")
			.caller(Told.frame("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter", "report", 42))
			.once();
		assertGolden("c-failed-start", Told.plan(start, Told.error("Order 9981 not found").times(3)));
	}

	@Test
	void reduced() {
		Told told = Told.error("Could not ship order 4711").thrown(chain());
		GoldenFile.assertMatches("reduced",
				SlackPayloadJudge.envelope(this.composer.compose(Told.plan(told.once())).reduced()));
	}

	@Test
	void hostileText() {
		Told told = Told
			.error("<!channel> *wake* _up_ ~all~ `x` :fire: & <@U000> <https://evil.example|click>\n> quote")
			.logger("<#C000|general>")
			.thrown(Told.thrown("com.acme.`Evil`*", "```\n<!here>\u001B[31m red\u0000\u202E evil\uD83D",
					Told.frame("com.acme.Order*Service", "<init>", 88)))
			.mdc("traceId", "&gt; *not bold*")
			.field("<!everyone>", "***@***.***")
			.field("pan", "****-****-****-****");
		assertGolden("hostile", Told.plan(told.once()));
	}

	private void assertGolden(String name, MessagePlan plan) {
		assertGolden(name, this.composer.compose(plan));
	}

	private void assertGolden(String name, DeliveryGap gap) {
		assertGolden(name, this.composer.compose(gap));
	}

	private static void assertGolden(String name, SlackMessage message) {
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
		GoldenFile.assertMatches(name, SlackPayloadJudge.envelope(message));
	}

	private static List<MaskedGroup> groups() {
		return List.of(
				Told.error("Could not ship order 4711").template("Could not ship order {}").thrown(chain()).times(26),
				Told.error("Order 9981 not found").template("Order {} not found").thrown(chain()).again(1_284, 9_000),
				Told.error("Slow answer: 2,314 ms").severity(Severity.WARN).logger("com.acme.shop.Clock").times(1),
				Told.error("Stock is low").severity(Severity.WARN).logger("com.acme.shop.Stock").masked(1).times(56));
	}

	private static MaskedThrowable chain() {
		MaskedThrowable root = new MaskedThrowable("java.sql.SQLTransientConnectionException",
				"HikariPool-1 - Connection is not available, request timed out after 30000ms",
				List.of(Told.frame("com.zaxxer.hikari.pool.HikariPool", "getConnection", 197),
						Told.frame("com.acme.orders.OrderRepository", "find", 52),
						Told.frame("com.acme.orders.OrderService", "find", 88),
						Told.frame("com.acme.orders.OrderController", "get", 41),
						Told.frame("org.springframework.web.servlet.DispatcherServlet", "doDispatch", 1089)),
				3, null, List.of());
		return new MaskedThrowable("com.acme.orders.OrderException", "Order 4711 not found",
				List.of(Told.frame("com.acme.orders.Translator", "translate", 12),
						Told.frame("com.acme.orders.OrderService", "find", 88),
						Told.frame("com.acme.orders.OrderController", "get", 41),
						Told.frame("org.springframework.web.servlet.DispatcherServlet", "doDispatch", 1089)),
				0, root, List.of());
	}

}
