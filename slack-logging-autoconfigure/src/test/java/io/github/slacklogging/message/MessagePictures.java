package io.github.slacklogging.message;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessageExtras;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.Storm;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.SlackPayloadJudge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An inbox to take the pictures in {@code docs/images} of: with messages of the gallery,
 * or with one living message and its thread.
 */
final class MessagePictures {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final MessageExtras EXTRAS = MessageExtras.NONE.withField("Team", "orders & shipping")
		.withLink("runbook", URI.create("https://wiki.example/runbook"));

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final SlackInbox inbox;

	private MessagePictures(SlackInbox inbox) {
		this.inbox = inbox;
	}

	/**
	 * Prints the address to look at, and stays until it is ended.
	 * @param args port, then {@code first}, {@code ongoing}, {@code summary},
	 * {@code quiet}, {@code storm}, {@code start}, {@code thread}, {@code job-thread} or
	 * names of the gallery
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		try (SlackInbox inbox = SlackInbox.start(Integer.parseInt(args[0]))) {
			inbox.unlimited();
			Map<String, SlackMessage> pictures = pictures();
			String address = inbox.url().toString();
			for (String name : List.of(args).subList(1, args.length)) {
				if (name.equals("thread")) {
					address = new MessagePictures(inbox).thread();
				}
				else if (name.equals("job-thread")) {
					address = new MessagePictures(inbox).jobThread();
				}
				else {
					MessageGallery.post(inbox.webhookUrl("orders"), Objects.requireNonNull(pictures.get(name)));
				}
			}
			System.out.println(address);
			new CountDownLatch(1).await();
		}
	}

	/** Besides the gallery, some with what an application may add, and nothing odd. */
	private static Map<String, SlackMessage> pictures() {
		Map<String, SlackMessage> pictures = new HashMap<>(MessageGallery.all());
		pictures.put("first", message(error().once(), Occasion.FIRST));
		pictures.put("ongoing", message(Planned.living(error().again(284, 1_284), Phase.ONGOING), Occasion.MILESTONE));
		pictures.put("quiet",
				MessageGallery.COMPOSER.compose(Planned.of(Planned.living(error().again(57, 1_284), Phase.QUIET))
					.on(Occasion.QUIET)
					.after(Duration.ofMinutes(15))
					.extras(EXTRAS)
					.plan()));
		pictures.put("summary", MessageGallery.COMPOSER.compose(Planned
			.of(error().times(310), unpaid().times(12), error("Cart {} expired").severity(Severity.WARN).times(56),
					error("Slow query: {} ms").severity(Severity.WARN).once())
			.on(Occasion.FIRST, Occasion.GATHERED)
			.plan()));
		pictures.put("storm",
				MessageGallery.COMPOSER.compose(Planned
					.of(error().times(1_284), unpaid().times(612), error("Stock of {} cannot be read").times(57),
							error("Invoice {} not written").times(4), error("Cart {} not restored").once())
					.on(Occasion.STORM)
					.storm(new Storm(23, 41_233, Told.NOW.minusSeconds(60), Told.NOW,
							"java.sql.SQLTransientConnectionException", false))
					.mention("channel")
					.plan()));
		pictures.put("start", message(Told
			.failedStart("Web server failed to start. Port 8080 was already in use.",
					"Identify and stop the process that's listening on port 8080 or configure this application to "
							+ "listen on another port.")
			.once(), Occasion.FIRST));
		return pictures;
	}

	private static Told unpaid() {
		return error("Payment of order {} failed");
	}

	private static Told error(String template) {
		return Told.error(template).template(template);
	}

	private static Told error() {
		return MessageGallery.shipping().mdc("traceId", "4bf92f3577b34da6").field("orderId", "4711");
	}

	/** The life of one error as a bot tells it; gives its permalink. */
	private String thread() throws IOException, InterruptedException {
		JsonNode posted = call("chat.postMessage", body(message(error().once(), Occasion.FIRST)));
		reply(posted, MessageGallery.COMPOSER.trace(error().once()).orElseThrow().inline(), false);
		reply(posted, milestone(10), false);
		reply(posted, milestone(100), true);
		reply(posted, milestone(1_000), true);
		MaskedGroup now = Planned.living(error().again(284, 1_284), Phase.ONGOING);
		ObjectNode edit = body(message(now, Occasion.COUNT));
		call("chat.update",
				edit.put("channel", posted.path("channel").asString()).put("ts", posted.path("ts").asString()));
		return address(posted);
	}

	/** A run of a job that failed; gives its permalink. */
	private String jobThread() throws IOException, InterruptedException {
		JsonNode posted = call("chat.postMessage", body(message(JobGallery.started().once(), Occasion.FIRST)));
		MaskedGroup failed = JobGallery.failedAfterStart();
		ObjectNode edit = body(message(failed, Occasion.RISE));
		call("chat.update",
				edit.put("channel", posted.path("channel").asString()).put("ts", posted.path("ts").asString()));
		reply(posted, MessageGallery.COMPOSER.trace(failed).orElseThrow().inline(), false);
		reply(posted, MessageGallery.COMPOSER.composeReply(Planned.of(failed).on(Occasion.RISE).plan()), true);
		return address(posted);
	}

	private String address(JsonNode posted) {
		return this.inbox.url() + "archives/" + posted.path("channel").asString() + "/p"
				+ posted.path("ts").asString().replace(".", "") + "?thread_ts=" + posted.path("ts").asString()
				+ "&still";
	}

	private static SlackMessage milestone(long count) {
		MaskedGroup group = Planned.living(error().again(9, count), Phase.ONGOING);
		return MessageGallery.COMPOSER.composeReply(Planned.of(group).on(Occasion.MILESTONE).plan());
	}

	private static SlackMessage message(MaskedGroup group, Occasion occasion) {
		return MessageGallery.COMPOSER.compose(Planned.of(group).on(occasion).extras(EXTRAS).plan());
	}

	private void reply(JsonNode parent, SlackMessage message, boolean broadcast)
			throws IOException, InterruptedException {
		call("chat.postMessage",
				body(message).put("thread_ts", parent.path("ts").asString()).put("reply_broadcast", broadcast));
	}

	private static ObjectNode body(SlackMessage message) {
		return ((ObjectNode) JSON.readTree(SlackPayloadJudge.envelope(message))).put("channel", "#orders");
	}

	private JsonNode call(String method, ObjectNode body) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.inbox.apiUrl().resolve(method))
			.header("Authorization", "Bearer " + this.inbox.botToken())
			.header("Content-Type", "application/json; charset=utf-8")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
			.build();
		JsonNode answer = JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
		if (!answer.path("ok").asBoolean()) {
			throw new IllegalStateException(method + ": " + answer);
		}
		return answer;
	}

}
