package io.github.slacklogging.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.DeliveryGap.Cause;
import io.github.slacklogging.Incident;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.Incident.Rate;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.message.MessageComposer.Settings;
import io.github.slacklogging.message.MessageComposer.StackTraceStyle;
import io.github.slacklogging.testing.SlackPayloadJudge;

/**
 * One of each kind of message, to look at: the main method posts them all to a webhook,
 * for example of an inbox.
 */
final class MessageGallery {

	static final MessageComposer COMPOSER = new MessageComposer(new Settings(Settings.DEFAULT_MDC_KEYS, List.of("*"),
			StackTraceStyle.SHORT, List.of("com.acme"), null, ":rotating_light:"), () -> Told.ORDERS_API,
			new DashboardsSearch());

	private static final MessageExtras EXTRAS = MessageExtras.NONE.withField("Team", "orders & shipping")
		.withField("Runbook owner", "<@kim>")
		.withLink("runbook", URI.create("https://wiki.example/runbook?a=1&b=2"))
		.withLink("traffic", URI.create("https://graphs.example/d/orders?q=%7Ck7f3q2a%3E"));

	private static final String EARLIER = "https://acme.slack.com/archives/C0001/p1791799323000100";

	private MessageGallery() {
	}

	/**
	 * Posts the gallery.
	 * @param args URL of a webhook
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		for (SlackMessage message : all().values()) {
			post(URI.create(args[0]), message);
		}
	}

	/** The answer of a webhook. */
	static String post(URI webhook, SlackMessage message) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(webhook)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(SlackPayloadJudge.envelope(message)))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	static Map<String, SlackMessage> all() {
		Map<String, SlackMessage> all = new LinkedHashMap<>();
		arrivals(all);
		ongoing(all);
		all.put("c-states",
				COMPOSER.compose(Planned
					.of(Planned.living(shipping().again(0, 1_284), Phase.QUIET),
							Planned.living(notFound().again(12, 40), Phase.RETURNED), notFound().again(3, 9),
							Told.error("Stock is low").severity(Severity.WARN).logger("com.acme.Stock").times(56))
					.plan()));
		all.put("d-quiet",
				COMPOSER.compose(Planned.of(Planned.living(shipping().again(57, 1_284), Phase.QUIET))
					.on(Occasion.QUIET)
					.after(Duration.ofMinutes(15))
					.extras(EXTRAS)
					.plan()));
		storms(all);
		all.put("f-gap", COMPOSER.compose(new DeliveryGap(Cause.UNREACHABLE, Told.NOW,
				Told.NOW.plus(Duration.ofMinutes(17)), "time-out", 3, 41_233, 0)));
		all.put("test", COMPOSER.composeTest(Told.NOW));
		all.put("g-extras", COMPOSER.compose(Planned
			.of(Told.failedStart("Web server failed to start. Port 8080 was already in use.", "Stop it.").once())
			.extras(EXTRAS)
			.mention("here")
			.plan()));
		replies(all);
		all.putAll(JobGallery.all());
		return all;
	}

	private static void arrivals(Map<String, SlackMessage> all) {
		all.put("a-extras",
				COMPOSER.compose(Planned.of(shipping().mdc("traceId", "4bf92f3577b34da6").field("order", "4711").once())
					.on(Occasion.FIRST)
					.extras(EXTRAS)
					.mention("S0ONCALL")
					.plan()));
		MaskedGroup again = shipping().again(1, 1_285);
		all.put("a-return", COMPOSER.compose(
				Planned.of(Planned.returned(again, Duration.ofHours(3), null, EARLIER)).on(Occasion.RETURN).plan()));
		all.put("a-recurrence",
				COMPOSER.compose(Planned.of(Planned.returned(again, Duration.ofDays(2), null, EARLIER))
					.on(Occasion.RECURRENCE)
					.extras(EXTRAS)
					.plan()));
		all.put("a-new-version",
				COMPOSER.compose(Planned.of(Planned.returned(shipping().times(3), Duration.ofHours(1), "1.8.1", null))
					.on(Occasion.RECURRENCE)
					.plan()));
	}

	private static void ongoing(Map<String, SlackMessage> all) {
		MaskedGroup going = Planned.living(notFound().thrown(chain()).again(57, 1_284), Phase.ONGOING);
		all.put("b-milestone",
				COMPOSER.compose(Planned.of(going).on(Occasion.MILESTONE).extras(EXTRAS).mention("channel").plan()));
		all.put("b-all-changes", COMPOSER.compose(Planned
			.of(Planned.living(notFound().severity(Severity.CRITICAL).thrown(chain()).again(984, 1_284), Phase.ONGOING))
			.on(Occasion.REMINDER, Occasion.RATE, Occasion.MILESTONE, Occasion.RISE)
			.after(Duration.ofHours(4))
			.plan()));
		MaskedThrowable stripped = new MaskedThrowable("java.lang.NullPointerException", null, List.of(), 0, null,
				List.of());
		MaskedThrowable traced = Told.thrown("java.lang.NullPointerException", null,
				Told.frame("com.acme.orders.OrderService", "total", 31));
		MaskedGroup withoutStack = Planned.startedWith(Told.error("Could not sum up").thrown(stripped).again(3, 1_284),
				Told.error("Could not sum up").thrown(traced).event());
		all.put("b-muted-without-stack",
				COMPOSER
					.compose(
							Planned
								.of(Planned
									.living(withoutStack,
											new Incident(Phase.ONGOING, Planned.RATE, 0, 1_102,
													Told.muted(Duration.ofHours(1)), null)))
								.on(Occasion.COUNT)
								.plan()));
		for (Mute.End end : List.of(new Mute.End.AtTotal(12_840), new Mute.End.AfterVersion("1.8.2"))) {
			Incident muted = new Incident(Phase.ONGOING, Planned.RATE, 0, 0, Told.muted(end), null);
			all.put((end instanceof Mute.End.AtTotal) ? "b-muted-until-total" : "b-muted-until-version", COMPOSER
				.compose(Planned.of(Planned.living(notFound().again(41, 1_284), muted)).on(Occasion.COUNT).plan()));
		}
	}

	private static void storms(Map<String, SlackMessage> all) {
		List<MaskedGroup> kinds = List.of(shipping().times(1_284), notFound().times(612), notFound().times(57),
				notFound().times(4), notFound().once(), notFound().once());
		String cause = "java.sql.SQLTransientConnectionException";
		all.put("e-storm",
				COMPOSER.compose(Planned.of(kinds)
					.on(Occasion.STORM)
					.storm(new Storm(23, 41_233, Told.NOW.minusSeconds(60), Told.NOW, cause, false))
					.mention("channel")
					.plan()));
		all.put("e-storm-over",
				COMPOSER.compose(Planned.of(kinds.subList(0, 1))
					.on(Occasion.STORM)
					.storm(new Storm(48, 99_120, Told.NOW.minusSeconds(240), Told.NOW, null, true))
					.after(Duration.ofMinutes(2))
					.plan()));
	}

	private static void replies(Map<String, SlackMessage> all) {
		MaskedGroup going = Planned.living(notFound().thrown(chain()).again(41, 100), Phase.ONGOING);
		all.put("reply-milestone", COMPOSER.composeReply(Planned.of(going).on(Occasion.MILESTONE).plan()));
		all.put("reply-rise",
				COMPOSER.composeReply(Planned.of(notFound().severity(Severity.CRITICAL).again(1, 7))
					.on(Occasion.RISE)
					.mention("U0KIM")
					.plan()));
		all.put("reply-rate", COMPOSER.composeReply(Planned.of(going).on(Occasion.RATE).plan()));
		all.put("reply-reminder",
				COMPOSER.composeReply(Planned.of(going).on(Occasion.REMINDER).after(Duration.ofHours(4)).plan()));
		MaskedGroup again = Planned.living(notFound().again(1, 1_285), new Incident(Phase.RETURNED, Rate.NONE, 0, 0,
				null, new Incident.Earlier(Told.NOW.minus(Duration.ofHours(3)), null, null)));
		all.put("reply-return", COMPOSER.composeReply(Planned.of(again).on(Occasion.RETURN).plan()));
		all.put("reply-trace", COMPOSER.trace(going).orElseThrow().inline());
	}

	static Told shipping() {
		return Told.error("Could not ship order 4711").template("Could not ship order {}").thrown(chain());
	}

	private static Told notFound() {
		return Told.error("Order 9981 not found").template("Order {} not found");
	}

	private static MaskedThrowable chain() {
		MaskedThrowable root = Told.thrown("java.sql.SQLTransientConnectionException",
				"HikariPool-1 - Connection is not available",
				Told.frame("com.zaxxer.hikari.pool.HikariPool", "getConnection", 197),
				Told.frame("com.acme.orders.OrderRepository", "find", 52),
				Told.frame("com.acme.orders.OrderService", "find", 88));
		return Told.wrapping(root, "com.acme.orders.OrderException", "Order 4711 not found",
				Told.frame("com.acme.orders.Translator", "translate", 12));
	}

}
