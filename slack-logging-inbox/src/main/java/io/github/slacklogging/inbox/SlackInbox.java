package io.github.slacklogging.inbox;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A local Slack: takes what an application sends to Slack, checks it as strictly as Slack
 * does, and shows it on a web page and to tests.
 *
 * <p>
 * Listens on loopback only unless told otherwise. All its threads are daemons. Keeps the
 * newest 1,000 messages or 64 MB. Thread-safe; only {@link #takeMessage(Duration)} and
 * {@link #await} block. (A long class only because the comments of this one door are the
 * manual of the test API.)
 */
public final class SlackInbox implements AutoCloseable {

	static final String DEFAULT_CHANNEL = "inbox";

	private final InboxServer server;

	private final InstantSource clock;

	private final Changes changes = new Changes();

	private volatile Workspace workspace;

	private SlackInbox(InboxServer server, InstantSource clock) {
		this.server = server;
		this.clock = clock;
		this.workspace = new Workspace(clock, this.changes);
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
		return start(Listening.onLoopback(port));
	}

	/**
	 * Starts an inbox that may listen to more than loopback; then it warns on stderr and
	 * on its page.
	 * @param where to listen, and by which names it may be called
	 * @return the inbox, ready for requests
	 * @throws java.io.UncheckedIOException if the port is taken, or the host is none of
	 * this machine's; the message names them
	 */
	public static SlackInbox start(Listening where) {
		SlackInbox inbox = new SlackInbox(InboxServer.bind(where), Clock.systemUTC());
		inbox.serve();
		inbox.server.exposed()
			.ifPresent((host) -> System.err.println("Warning: the Slack inbox listens on " + host + ", port "
					+ inbox.port() + ". Whoever reaches it reads every message; there is no password."));
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
		return this.server.url();
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
		return WebhookEndpoint.url(url(), Channels.checked(channel));
	}

	/**
	 * The root of the Web API.
	 * @return what goes into {@code slack.logging.api-url}
	 */
	public URI apiUrl() {
		return url().resolve(WebApiEndpoint.PATH);
	}

	/**
	 * The token that the Web API accepts here; the latest one.
	 * @return a token that opens nothing anywhere else
	 */
	public String botToken() {
		return this.workspace.tokens().current();
	}

	/**
	 * Scripts the answer to the next request to a webhook or the Web API. Scripted
	 * replies are used up first in, first out.
	 * @param reply the answer
	 */
	public void enqueue(Reply reply) {
		enqueue(Calls.any(), reply);
	}

	/**
	 * Scripts the answer to the next request that concerns one channel.
	 * @param channel its name, with or without the hash
	 * @param reply the answer
	 */
	public void enqueueFor(String channel, Reply reply) {
		enqueue(Calls.any().in(channel), reply);
	}

	/**
	 * Scripts the answer to the next of these requests. Where several are scripted for a
	 * request, those whose {@link Calls} say more come first: method and channel, then
	 * method, then channel, then any.
	 * @param calls the requests
	 * @param reply the answer
	 */
	public void enqueue(Calls calls, Reply reply) {
		enqueue(calls, 1, reply);
	}

	/**
	 * Scripts the answer to the next few of these requests.
	 * @param calls the requests
	 * @param times how many of them
	 * @param reply the answer
	 */
	public void enqueue(Calls calls, int times, Reply reply) {
		this.workspace.script().enqueue(calls, times, reply);
	}

	/**
	 * Answers every request like this, when nothing is enqueued for it.
	 * @param reply the answer
	 */
	public void answerAlways(Reply reply) {
		answerAlways(Calls.any(), reply);
	}

	/**
	 * Answers all of these requests like this, when nothing is enqueued for them.
	 * @param calls the requests
	 * @param reply the answer
	 */
	public void answerAlways(Calls calls, Reply reply) {
		this.workspace.script().answerAlways(calls, reply);
	}

	/** Forgets all scripted replies. */
	public void answerNormally() {
		this.workspace.script().clear();
	}

	/**
	 * Overlooks what is too long or unknown in a message, and the style of arguments,
	 * where Slack would refuse it; strict at the start. What is overlooked is told in the
	 * answer as a warning.
	 * @param lenient whether to overlook it
	 */
	public void lenient(boolean lenient) {
		this.workspace.change((it) -> it.judge().lenient(lenient));
	}

	/**
	 * Turns Slack's limit on posting on; it is off at the start. Refused posts are
	 * answered 429 with {@code Retry-After} and are not kept.
	 * @param perSecondPerChannel messages a second, Slack has 1
	 * @param burst how many may come at once
	 */
	public void limitTo(int perSecondPerChannel, int burst) {
		this.workspace.change((it) -> it.limits().limitPosting(perSecondPerChannel, burst));
	}

	/**
	 * Limits a method of the Web API, for all channels together. At the start only
	 * {@code chat.update} is limited, to 50 a minute. A tenth more is tolerated; what is
	 * above is answered 429 with {@code Retry-After} and {@code ratelimited}.
	 * @param method for example {@code chat.update}
	 * @param perMinute calls in any minute
	 */
	public void limitMethod(String method, int perMinute) {
		this.workspace.change((it) -> it.limits().limitMethod(Calls.of(method).method(), perMinute));
	}

	/** Turns all limits on that Slack has: the tiers, and one post a second. */
	public void limitLikeSlack() {
		this.workspace.change((it) -> it.limits().likeSlack());
	}

	/** Turns all limits off, also the one on {@code chat.update}. */
	public void unlimited() {
		this.workspace.change((it) -> it.limits().none());
	}

	/**
	 * Where a channel is known by its id, as configurations may name it.
	 * @param channel its name, with or without the hash
	 * @return its id, for example {@code C000INBOX001}
	 */
	public String channelId(String channel) {
		return this.workspace.channels()
			.named(Channels.checked(channel))
			.map(this.workspace.channels()::idOf)
			.orElse("");
	}

	/**
	 * Says which channels there are. Without it any well-formed name is a channel; with
	 * it every other name and id is answered {@code channel_not_found}. Those that were
	 * there and are not named are gone, their messages stay.
	 * @param channels their names, with or without the hash
	 */
	public void onlyChannels(String... channels) {
		this.workspace.channels().only(Stream.of(channels).map(Channels::checked).toList());
	}

	/**
	 * Makes a channel a private one: the bot must name it by its id, needs scopes of
	 * their own ({@code groups:read}, {@code groups:history}) to ask about it, and does
	 * not find it at all after {@link #removeBotFrom(String)}.
	 * @param channel its name, with or without the hash
	 */
	public void makePrivate(String channel) {
		this.workspace.channels().close(Channels.checked(channel));
	}

	/**
	 * Archives a channel: what would post or change something there is refused.
	 * @param channel its name, with or without the hash
	 */
	public void archive(String channel) {
		this.workspace.change((it) -> it.channels().archive(Channels.checked(channel), true));
	}

	/**
	 * Opens an archived channel again.
	 * @param channel its name, with or without the hash
	 */
	public void unarchive(String channel) {
		this.workspace.change((it) -> it.channels().archive(Channels.checked(channel), false));
	}

	/**
	 * Removes the bot from a channel: {@code chat.postMessage} (without the scope
	 * {@code chat:write.public}) and files are refused there with {@code not_in_channel}.
	 * @param channel its name, with or without the hash
	 */
	public void removeBotFrom(String channel) {
		this.workspace.change((it) -> it.channels().admitBot(Channels.checked(channel), false));
	}

	/**
	 * Makes the bot a member of a channel again, as it is of all at the start. From now
	 * on {@code users.conversations} lists the channel, as it does after its first
	 * message.
	 * @param channel its name, with or without the hash
	 */
	public void addBotTo(String channel) {
		this.workspace.change((it) -> it.channels().admitBot(Channels.checked(channel), true));
	}

	/**
	 * Deletes a message, as a person would. Replies to it stay.
	 * @param channel its name, with or without the hash
	 * @param ts the message
	 * @throws IllegalArgumentException if there is no such message
	 */
	public void delete(String channel, String ts) {
		if (this.workspace.store().delete(Channels.checked(channel), ts).isEmpty()) {
			throw new IllegalArgumentException("No message " + ts + " in " + channel);
		}
	}

	/** Revokes the bot token: the Web API answers {@code token_revoked}. */
	public void revoke() {
		this.workspace.change((it) -> it.tokens().refuseAll("token_revoked"));
	}

	/**
	 * Lets the bot token expire, as rotation does: the Web API answers
	 * {@code token_expired} to it, and takes the next one.
	 * @param next the token that is good from now on
	 */
	public void expireToken(String next) {
		this.workspace.change((it) -> it.tokens().refuseAll("token_expired"));
		issueToken(next);
	}

	/**
	 * Makes another token a good one, for example after {@link #revoke()}. Earlier ones
	 * stay what they are.
	 * @param token the token {@link #botToken()} gives from now on
	 */
	public void issueToken(String token) {
		this.workspace.change((it) -> it.tokens().issue(token));
	}

	/**
	 * Makes another token a good one that may do less, or more, than the others.
	 * @param token the token {@link #botToken()} gives from now on
	 * @param scopes what it may do
	 */
	public void issueToken(String token, Set<String> scopes) {
		this.workspace.change((it) -> it.tokens().issue(token, scopes));
	}

	/**
	 * Sets the scopes of all tokens; at the start they have all that the inbox's methods
	 * want, but not {@code chat:write.public}, with which a bot posts where it is no
	 * member. Methods that need another one answer {@code missing_scope}.
	 * @param scopes what the bot may do
	 */
	public void scopes(Set<String> scopes) {
		this.workspace.tokens().scopes(scopes);
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
			Optional<InboxMessage> message = this.workspace.store().take(timeout);
			return message.orElseThrow(() -> new AssertionError(Account.of(timeout, messages(), requests())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for a message", ex);
		}
	}

	/**
	 * Waits until something is so, and asks again whenever a message, an edit, a reaction
	 * or a request has come or is gone. Takes nothing.
	 * @param timeout how long to wait
	 * @param condition what is waited for; asked on this thread, at least once
	 * @return whether it is so; {@code false} also when the inbox closes or the thread is
	 * interrupted, which it then still is
	 */
	public boolean await(Duration timeout, BooleanSupplier condition) {
		return this.changes.await(timeout, condition);
	}

	/**
	 * The messages that were accepted, taken or not, in their present form.
	 * @return the newest 1,000 or fewer, newest last
	 */
	public List<InboxMessage> messages() {
		return this.workspace.store().messages();
	}

	/**
	 * The thread of a message.
	 * @param ts the message
	 * @return the replies that are there, in their present form, newest last
	 */
	public List<InboxMessage> replies(String ts) {
		return messages().stream().filter((each) -> ts.equals(each.threadTs()) && !ts.equals(each.ts())).toList();
	}

	/**
	 * The files that were shared in a channel or thread.
	 * @return those of {@link #messages()}, newest last
	 */
	public List<InboxFile> files() {
		return messages().stream().flatMap((each) -> each.files().stream()).toList();
	}

	/**
	 * All requests to webhooks and the Web API, accepted or refused.
	 * @return the newest 1,000 or fewer, newest last
	 */
	public List<InboxRequest> requests() {
		return this.workspace.log().requests();
	}

	/**
	 * The requests to one method of the Web API.
	 * @param method for example {@code chat.update}
	 * @return those of {@link #requests()}, newest last
	 */
	public List<InboxRequest> requests(String method) {
		String path = WebApiEndpoint.PATH + Calls.of(method).method();
		return requests().stream().filter((each) -> each.path().equals(path)).toList();
	}

	/**
	 * Forgets messages and requests. Scripted replies, limits, channels and tokens stay.
	 */
	public void clear() {
		this.workspace.clear();
	}

	/**
	 * Makes everything behind the port as new: messages, requests, scripted replies,
	 * limits, channels and tokens are those of an inbox that has just started. Port and
	 * URLs stay, and so do the ids of channels, which clients may remember. Requests
	 * under way end with the old one, and are never seen in the new one.
	 */
	public synchronized void reset() {
		Workspace before = this.workspace;
		Workspace fresh = new Workspace(this.clock, this.changes);
		fresh.channels().knowAs(before.channels());
		fresh.serveFrom(this.server, url());
		this.workspace = fresh;
		before.close();
		this.changes.tell();
	}

	/** Stops listening, ends what is under way and frees the port. Idempotent. */
	@Override
	public synchronized void close() {
		this.changes.close();
		this.workspace.close();
		this.server.stop();
	}

	@Override
	public String toString() {
		return "SlackInbox[" + url() + "]";
	}

	private void serve() {
		this.workspace.serveFrom(this.server, url());
		this.server.start();
	}

}
