package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Messages of every layout; as a program, an inbox that shows them until it is ended. */
final class SampleMessages {

	static final List<String> NAMES = List.of("summary", "first", "ongoing", "critical", "gap", "quiet", "gallery");

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

	public static void main(String[] args) throws Exception {
		HttpProbe probe = new HttpProbe();
		try (SlackInbox inbox = SlackInbox.start((args.length > 0) ? Integer.parseInt(args[0]) : 8025)) {
			String channel = "orders";
			for (String name : (args.length > 1) ? List.of(args).subList(1, args.length) : NAMES) {
				probe.post(inbox.webhookUrl(name.equals("critical") ? "oncall" : channel), json(name));
			}
			System.out.println(inbox.url());
			new CountDownLatch(1).await(); // until the process is ended
		}
	}

}
