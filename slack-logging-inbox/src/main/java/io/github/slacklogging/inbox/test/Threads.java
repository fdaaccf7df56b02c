package io.github.slacklogging.inbox.test;

import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.InboxMessage;

/** Which message answers which. */
final class Threads {

	private Threads() {
	}

	static boolean isReply(InboxMessage message) {
		return message.threadTs() != null && !message.threadTs().equals(message.ts());
	}

	/** Whether it answers one of these, and what it answers instead. */
	static Optional<String> objection(InboxMessage message, List<InboxMessage> all, ExpectedMessage parent) {
		if (!isReply(message)) {
			return Optional.of(place(message));
		}
		Optional<InboxMessage> answered = all.stream()
			.filter((each) -> each.ts().equals(message.threadTs()) && each.channel().equals(message.channel()))
			.findFirst();
		if (answered.isEmpty()) {
			return Optional.of("it is in the thread of message " + message.threadTs() + ", which is not there");
		}
		List<String> objections = parent.objections(answered.get(), all);
		return objections.isEmpty() ? Optional.empty() : Optional
			.of("it is in the thread of " + Quote.headline(answered.get()) + ", of which: " + objections.get(0));
	}

	static String place(InboxMessage message) {
		return isReply(message) ? "it is in the thread of message " + message.threadTs() : "it is in no thread";
	}

}
