package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.List;

/** Tells a failing test what did arrive. */
final class Account {

	private static final int MAX_LINES = 20;

	private Account() {
	}

	static String of(Duration waited, List<InboxMessage> messages, List<InboxRequest> requests) {
		StringBuilder account = new StringBuilder("No message within ").append(waited).append(". ");
		if (requests.isEmpty()) {
			return account.append("No request reached the inbox at all.").toString();
		}
		account.append(messages.size()).append(" accepted before, ").append(requests.size()).append(" requests:");
		int from = Math.max(0, requests.size() - MAX_LINES);
		if (from > 0) {
			account.append("\n  … ").append(from).append(" earlier ones");
		}
		requests.subList(from, requests.size()).forEach((request) -> account.append("\n  ").append(line(request)));
		return account.toString();
	}

	private static String line(InboxRequest request) {
		String answered = (request.status() == 0) ? "no answer" : String.valueOf(request.status());
		String outcome = request.isAccepted() ? "accepted" : "refused: " + request.refusal();
		return request.method() + " " + request.path() + " -> " + answered + ", " + outcome;
	}

}
