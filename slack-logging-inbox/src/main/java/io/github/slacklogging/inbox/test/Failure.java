package io.github.slacklogging.inbox.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.SlackInbox;

/** What a failing test says. Reads downwards: what was expected, what is, and why. */
final class Failure {

	private static final int MAX_SHOWN = 5;

	private final SlackInbox inbox;

	private final List<InboxMessage> messages;

	private final StringBuilder text = new StringBuilder();

	/** Says what is there now. */
	Failure(SlackInbox inbox, List<InboxMessage> messages) {
		this.inbox = inbox;
		this.messages = messages;
	}

	/** The message that did not come. */
	String missing(ExpectedMessage expected, Duration waited) {
		line("Expected " + expected);
		if (this.messages.isEmpty()) {
			line("but no message arrived " + within(waited) + ".");
		}
		else if (this.messages.size() == 1) {
			line("but the only message that arrived " + within(waited) + " is not such a one:");
		}
		else {
			line("but none of the " + this.messages.size() + " messages that arrived " + within(waited)
					+ " is such a one. The nearest first:");
		}
		candidates(expected);
		requests();
		return this.text.toString();
	}

	/** Messages that must not be there. */
	String unwanted(String expectation, List<InboxMessage> found) {
		line(expectation);
		line("but " + ((found.size() == 1) ? "there is one:" : "there are " + found.size() + ":"));
		found.stream().limit(MAX_SHOWN).forEach(this::shown);
		more(found.size());
		return this.text.toString();
	}

	/** Another number of messages. */
	String miscounted(ExpectedMessage expected, int wanted, List<InboxMessage> found, Duration waited) {
		line("Expected exactly " + expected.times(wanted));
		line("but there " + ((found.size() == 1) ? "is 1" : "are " + found.size())
				+ ((found.size() < wanted) ? " after " + seconds(waited) : "") + ((found.isEmpty()) ? "." : ":"));
		found.stream().limit(MAX_SHOWN).forEach(this::shown);
		more(found.size());
		if (found.size() < wanted && found.size() < this.messages.size()) {
			line("");
			line("Others that arrived, the nearest first:");
			candidates(expected, this.messages.stream().filter((message) -> !found.contains(message)).toList());
		}
		requests();
		return this.text.toString();
	}

	/** Requests that should have been there, or not. */
	String requests(String expectation) {
		line(expectation);
		List<InboxRequest> requests = this.inbox.requests();
		line(requests.isEmpty() ? "but no request reached the inbox at " + this.inbox.url() + "."
				: "but these are the requests:");
		requests.stream().limit(20).forEach((request) -> line("  " + said(request)));
		return this.text.toString();
	}

	private void candidates(ExpectedMessage expected) {
		candidates(expected, this.messages);
	}

	private void candidates(ExpectedMessage expected, List<InboxMessage> among) {
		List<Candidate> nearest = new ArrayList<>();
		among.forEach((message) -> nearest.add(new Candidate(message, expected.objections(message, this.messages))));
		nearest.sort(Comparator.comparingInt((candidate) -> candidate.objections().size()));
		nearest.stream().limit(MAX_SHOWN).forEach((candidate) -> {
			shown(candidate.message());
			candidate.objections().forEach((objection) -> line("      - " + objection.replace("\n", "\n        ")));
		});
		more(among.size());
	}

	private void shown(InboxMessage message) {
		line("  * " + Quote.headline(message));
	}

	private void more(int size) {
		if (size > MAX_SHOWN) {
			line("  … and " + (size - MAX_SHOWN) + " more");
		}
	}

	/** What was refused may be what was expected. */
	private void requests() {
		List<InboxRequest> requests = this.inbox.requests();
		if (requests.isEmpty() && this.messages.isEmpty()) {
			line("No request reached the inbox either: does what you test send to " + this.inbox.url() + " ?");
		}
		List<InboxRequest> refused = requests.stream().filter((request) -> !request.isAccepted()).toList();
		if (!refused.isEmpty()) {
			line("");
			line((refused.size() == 1) ? "One request was refused:" : refused.size() + " requests were refused:");
			refused.stream().limit(MAX_SHOWN).forEach((request) -> line("  " + said(request)));
			more(refused.size());
		}
	}

	private static String said(InboxRequest request) {
		String answer = (request.status() == 0) ? "no answer" : String.valueOf(request.status());
		return request.method() + " " + request.path() + " -> " + answer
				+ (request.isAccepted() ? "" : ", " + request.refusal());
	}

	private static String within(Duration waited) {
		return waited.isZero() ? "so far" : "within " + seconds(waited);
	}

	private static String seconds(Duration duration) {
		return (duration.toMillis() % 1_000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	/**
	 * A message that is not the expected one.
	 *
	 * @param message that arrived
	 * @param objections what is not so
	 */
	private record Candidate(InboxMessage message, List<String> objections) {

	}

}
