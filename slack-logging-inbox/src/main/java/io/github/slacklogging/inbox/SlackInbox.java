package io.github.slacklogging.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A local Slack: takes what an application sends to Slack, checks it as strictly as Slack
 * does, and shows it on a web page and to tests.
 *
 * <p>
 * Listens on loopback only. All its threads are daemons. Keeps the newest 1,000 messages
 * or 64 MB. Thread-safe; only {@link #takeMessage(Duration)} blocks. (A long class only
 * because the comments of this one door are the manual of the test API.)
 */
public final class SlackInbox implements AutoCloseable {

	private static final String DEFAULT_CHANNEL = "inbox";

	private final InboxServer server;

	private final MessageStore store;

	private final RequestLog log;

	private final Script script = new Script();

	private final RateLimiter limiter = new RateLimiter(System::nanoTime);

	private final Delivery delivery = new Delivery();

	private final EventStream events = new EventStream();

	private SlackInbox(InboxServer server, InstantSource clock) {
		this.server = server;
		this.store = new MessageStore(clock);
		this.log = new RequestLog(clock, this.events::requested);
	}

	/**
	 * Starts an inbox on a free port.
	 * @return the inbox, ready for requests
	 */
	public static SlackInbox start() {
		return start(0);
	}

	/**
	 * Starts an inbox.
	 * @param port to listen on, 0 for a free one
	 * @return the inbox, ready for requests
	 * @throws java.io.UncheckedIOException if the port is taken; the message names it
	 */
	public static SlackInbox start(int port) {
		SlackInbox inbox = new SlackInbox(InboxServer.bind(port), Clock.systemUTC());
		inbox.serve();
		return inbox;
	}

	public int port() {
		return this.server.port();
	}

	/**
	 * The web page.
	 * @return for example {@code http://localhost:8025/}
	 */
	public URI url() {
		return URI.create("http://localhost:" + port() + "/");
	}

	/**
	 * An incoming webhook of the channel {@code #inbox}.
	 * @return what goes into {@code slack.logging.webhook-url}
	 */
	public URI webhookUrl() {
		return webhookUrl(DEFAULT_CHANNEL);
	}

	/**
	 * An incoming webhook of another channel.
	 * @param channel its name, with or without the hash
	 * @return its URL
	 */
	public URI webhookUrl(String channel) {
		String name = Channels.checked(channel).substring(1);
		return url().resolve("/services/" + WebhookEndpoint.TEAM + "/" + WebhookEndpoint.SERVICE + "/" + name);
	}

	/**
	 * The root of the Web API.
	 * @return what goes into {@code slack.logging.api-url}
	 */
	public URI apiUrl() {
		return url().resolve(WebApiEndpoint.PATH);
	}

	/**
	 * The token that the Web API accepts here.
	 * @return a token that opens nothing anywhere else
	 */
	public String botToken() {
		return WebApiEndpoint.TOKEN;
	}

	/**
	 * Scripts the answer to the next request to a webhook or the Web API. Scripted
	 * replies are used up first in, first out.
	 * @param reply the answer
	 */
	public void enqueue(Reply reply) {
		this.script.enqueue(reply);
	}

	/**
	 * Scripts the answer to the next message for one channel.
	 * @param channel its name, with or without the hash
	 * @param reply the answer
	 */
	public void enqueueFor(String channel, Reply reply) {
		this.script.enqueueFor(Channels.checked(channel), reply);
	}

	/**
	 * Answers every request like this, when nothing is enqueued for it.
	 * @param reply the answer
	 */
	public void answerAlways(Reply reply) {
		this.script.answerAlways(reply);
	}

	/** Forgets all scripted replies. */
	public void answerNormally() {
		this.script.clear();
	}

	/**
	 * Turns Slack's limit on posting on; it is off at the start. Refused posts are
	 * answered 429 with {@code Retry-After} and are not kept.
	 * @param perSecondPerChannel messages a second, Slack has 1
	 * @param burst how many may come at once
	 */
	public void limitTo(int perSecondPerChannel, int burst) {
		this.limiter.limitTo(perSecondPerChannel, burst);
	}

	/** Turns the limit on posting off again. */
	public void unlimited() {
		this.limiter.unlimited();
	}

	/**
	 * Waits for a message and takes it: each message, and each edit of one, is given
	 * once, the oldest first.
	 * @param timeout how long to wait
	 * @return the message
	 * @throws AssertionError if none came; tells what did arrive and why it was refused
	 */
	public InboxMessage takeMessage(Duration timeout) {
		try {
			Optional<InboxMessage> message = this.store.take(timeout);
			return message.orElseThrow(() -> new AssertionError(Account.of(timeout, messages(), requests())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for a message", ex);
		}
	}

	/**
	 * The messages that were accepted, taken or not, in their present form.
	 * @return the newest 1,000 or fewer, newest last
	 */
	public List<InboxMessage> messages() {
		return this.store.messages();
	}

	/**
	 * All requests to webhooks and the Web API, accepted or refused.
	 * @return the newest 1,000 or fewer, newest last
	 */
	public List<InboxRequest> requests() {
		return this.log.requests();
	}

	/** Forgets messages and requests. Scripted replies and the limit stay. */
	public void clear() {
		this.store.clear();
		this.log.clear();
	}

	/** Stops listening, ends what is under way and frees the port. Idempotent. */
	@Override
	public void close() {
		this.delivery.close();
		this.events.close();
		this.store.close();
		this.server.stop();
	}

	@Override
	public String toString() {
		return "SlackInbox[" + url() + "]";
	}

	private void serve() {
		Channels channels = new Channels();
		Posting posting = new Posting(this.store);
		UploadMethods upload = new UploadMethods(channels, this.store, posting, url().toString());
		ChatMethods chat = new ChatMethods(channels, this.store, posting);
		SlackTraffic.Desk desk = new SlackTraffic.Desk(this.script, this.limiter, this.log, this.delivery);
		this.server.serve("/services/", new SlackTraffic(new WebhookEndpoint(channels, posting), Call.MAX_BODY, desk));
		this.server.serve(WebApiEndpoint.PATH,
				new SlackTraffic(new WebApiEndpoint(chat, upload, url().toString()), Call.MAX_BODY, desk));
		this.server.serve(UploadMethods.PATH, new SlackTraffic(upload, UploadMethods.MAX_FILE, desk));
		this.server.serve("/events", this.events);
		this.server.serve("/", new PageEndpoint(this.store, this.log, this::clear, this.delivery));
		this.store.listen(this.events);
		this.server.start();
	}

}
