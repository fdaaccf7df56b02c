package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Messages of every layout; as a program, an inbox that shows them until it is ended. */
final class SampleMessages {

	static final List<String> NAMES = List.of("summary", "first", "ongoing", "critical", "gap", "quiet", "gallery");

	private static final String AUTHOR = "\"username\":\"payments\",\"icon_emoji\":\":rotating_light:\",";

	private SampleMessages() {
	}

	static String json(String name) throws IOException {
		try (InputStream in = SampleMessages.class.getResourceAsStream("/samples/" + name + ".json")) {
			if (in == null) {
				throw new IOException("No sample " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** An incident as a bot tells it: a message that lives, and its thread. */
	static void live(SlackInbox inbox, String channel) throws Exception {
		Bot bot = new Bot(inbox);
		Bot.Posted incident = bot.post(channel, members("first"));
		String file = bot.upload("k7f3q2a-stack-trace.txt", "java.lang.IllegalStateException: Order 4711 not found\n"
				+ "\tat com.acme.orders.OrderService.find(OrderService.java:42)\n".repeat(30));
		bot.share(file, ",\"channel_id\":\"" + incident.channel() + "\",\"thread_ts\":\"" + incident.ts()
				+ "\",\"initial_comment\":\"The whole stack trace of the first one\"");
		bot.update(incident, members("ongoing"));
		bot.reply(incident, AUTHOR + trend("*10 times* since 10:02:10, 3/min now"));
		bot.reply(incident, AUTHOR + trend("*100 times* in 2 minutes, 61/min now"));
		bot.reply(incident,
				"\"reply_broadcast\":true," + AUTHOR + trend("*1,000 times* in 12 minutes, 84/min now, peak 140/min"));
		bot.react("reactions.add", incident, "eyes");
		Bot.Posted quiet = bot.post(channel, members("ongoing"));
		bot.update(quiet, members("quiet"));
		bot.react("reactions.add", quiet, "white_check_mark");
	}

	private static String trend(String words) {
		return "\"text\":\":chart_with_upwards_trend: " + words + "\"";
	}

	private static String members(String name) throws IOException {
		String json = json(name).strip();
		return json.substring(1, json.length() - 1);
	}

	public static void main(String[] args) throws Exception {
		HttpProbe probe = new HttpProbe();
		try (SlackInbox inbox = SlackInbox.start((args.length > 0) ? Integer.parseInt(args[0]) : 8025)) {
			String channel = "orders";
			for (String name : (args.length > 1) ? List.of(args).subList(1, args.length) : NAMES) {
				if (name.equals("living")) {
					live(inbox, channel);
				}
				else {
					probe.post(inbox.webhookUrl(name.equals("critical") ? "oncall" : channel), json(name));
				}
			}
			System.out.println(inbox.url());
			new CountDownLatch(1).await(); // until the process is ended
		}
	}

}
