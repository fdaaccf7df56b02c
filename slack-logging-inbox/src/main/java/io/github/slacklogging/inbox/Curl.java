package io.github.slacklogging.inbox;

import java.util.List;

/** Writes a request as a command for a shell that sends it again. */
final class Curl {

	/** What the sender's client did not add by itself. */
	private static final List<String> HEADERS = List.of("content-type", "authorization");

	private Curl() {
	}

	static String of(Exchanged exchanged, String url) {
		InboxRequest request = exchanged.request();
		String query = exchanged.query().isEmpty() ? "" : "?" + exchanged.query();
		StringBuilder command = new StringBuilder("curl -X " + request.method());
		for (String name : HEADERS) {
			String value = request.headers().get(name);
			if (value != null) {
				// double quotes where the shell shall put the token in
				command.append(name.equals("authorization") ? " -H \"Authorization: Bearer $SLACK_BOT_TOKEN\""
						: " -H " + quoted(name + ": " + value));
			}
		}
		if (!request.body().isEmpty()) {
			command.append(" --data-raw ").append(quoted(request.body()));
		}
		return command.append(' ').append(quoted(url + request.path().substring(1) + query)).toString();
	}

	/** Nothing is special to a shell between single quotes but their end. */
	private static String quoted(String text) {
		return "'" + text.replace("'", "'\\''") + "'";
	}

}
