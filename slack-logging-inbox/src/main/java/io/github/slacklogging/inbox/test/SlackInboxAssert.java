package io.github.slacklogging.inbox.test;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.SlackInbox;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about an inbox. What must come is waited for, 5 seconds unless
 * {@link #within} says otherwise, and no longer than it takes. What must not come is
 * watched for, 1 second unless {@code within} says otherwise, and all of it. Nothing is
 * taken from {@link SlackInbox#takeMessage}. For one thread.
 */
public final class SlackInboxAssert extends AbstractAssert<SlackInboxAssert, SlackInbox> {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration WATCH = Duration.ofSeconds(1);

	private Duration patience = PATIENCE;

	private Duration watch = WATCH;

	SlackInboxAssert(SlackInbox inbox) {
		super(inbox, SlackInboxAssert.class);
	}

	/**
	 * For how long the assertions behind this one wait or watch.
	 * @param time zero to look only once
	 * @return this
	 */
	public SlackInboxAssert within(Duration time) {
		this.patience = time;
		this.watch = time;
		return this;
	}

	/**
	 * A message is there, or comes.
	 * @param expected what it is like
	 * @return this
	 */
	public SlackInboxAssert received(ExpectedMessage expected) {
		first(expected);
		return this;
	}

	/**
	 * As {@link #received}, for more questions about it.
	 * @param expected what it is like
	 * @return the oldest such message, in its present form
	 */
	public InboxMessage first(ExpectedMessage expected) {
		await(() -> !found(expected).isEmpty());
		List<InboxMessage> messages = inbox().messages();
		List<InboxMessage> found = expected.among(messages);
		if (found.isEmpty()) {
			throw failure(new Failure(inbox(), messages).missing(expected, this.patience));
		}
		return found.get(0);
	}

	/**
	 * So many such messages are there, or come; one too many that is there at that moment
	 * fails.
	 * @param count how many
	 * @param expected what they are like
	 * @return this
	 */
	public SlackInboxAssert receivedExactly(int count, ExpectedMessage expected) {
		await(() -> found(expected).size() >= count);
		List<InboxMessage> messages = inbox().messages();
		List<InboxMessage> found = expected.among(messages);
		if (found.size() != count) {
			throw failure(new Failure(inbox(), messages).miscounted(expected, count, found, this.patience));
		}
		return this;
	}

	/**
	 * So many messages are there, or come.
	 * @param count how many
	 * @return this
	 */
	public SlackInboxAssert receivedExactly(int count) {
		return receivedExactly(count, ExpectedMessage.ANY);
	}

	/**
	 * No such message is there, and none comes while it is watched.
	 * @param unwanted what it would be like
	 * @return this
	 */
	public SlackInboxAssert notReceived(ExpectedMessage unwanted) {
		inbox().await(this.watch, () -> !found(unwanted).isEmpty());
		List<InboxMessage> messages = inbox().messages();
		List<InboxMessage> found = unwanted.among(messages);
		if (!found.isEmpty()) {
			throw failure(new Failure(inbox(), messages).unwanted("Expected not to receive " + unwanted, found));
		}
		return this;
	}

	/**
	 * No message is there, and none comes while it is watched.
	 * @return this
	 */
	public SlackInboxAssert receivedNothing() {
		return notReceived(ExpectedMessage.ANY);
	}

	/**
	 * A request to a method of the Web API is there, or comes, accepted or not.
	 * @param method for example {@code chat.update}
	 * @return this
	 */
	public SlackInboxAssert receivedRequest(String method) {
		return requested("Expected a request to " + method, () -> !inbox().requests(method).isEmpty());
	}

	/**
	 * A request was answered so, or is.
	 * @param status of the answer, for example 429
	 * @return this
	 */
	public SlackInboxAssert answered(int status) {
		return requested("Expected a request that is answered " + status,
				() -> any((request) -> request.status() == status));
	}

	/**
	 * Nothing that reached the inbox was refused, so far: all of it was as Slack wants
	 * it.
	 * @return this
	 */
	public SlackInboxAssert refusedNothing() {
		isNotNull();
		if (any((request) -> !request.isAccepted())) {
			throw failure(new Failure(inbox(), inbox().messages()).requests("Expected that nothing was refused"));
		}
		return this;
	}

	private SlackInboxAssert requested(String expectation, BooleanSupplier condition) {
		if (!await(condition)) {
			throw failure(new Failure(inbox(), inbox().messages()).requests(expectation));
		}
		return this;
	}

	private boolean any(Predicate<InboxRequest> condition) {
		return inbox().requests().stream().anyMatch(condition);
	}

	private boolean await(BooleanSupplier condition) {
		return inbox().await(this.patience, condition);
	}

	private List<InboxMessage> found(ExpectedMessage expected) {
		return expected.among(inbox().messages());
	}

	private SlackInbox inbox() {
		isNotNull();
		return this.actual;
	}

	/**
	 * With the description of {@code as}, if there is one; plain, as it has its lines.
	 */
	private AssertionError failure(String text) {
		String description = descriptionText();
		return new AssertionError((description.isEmpty() ? "" : "[" + description + "] ") + text.stripTrailing());
	}

}
