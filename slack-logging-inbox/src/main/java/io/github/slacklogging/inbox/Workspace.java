package io.github.slacklogging.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import io.github.slacklogging.inbox.json.Json;

/**
 * Everything one inbox knows and does, without the port it listens on: what was received,
 * what Slack looks like, how it answers. Thread-safe, as all its parts are.
 */
final class Workspace {

	private final MessageStore store;

	private final RequestLog log;

	private final Script script = new Script();

	private final RateLimiter posting = new RateLimiter(System::nanoTime);

	private final TierLimits tiers = new TierLimits(System::nanoTime);

	private final Channels channels = new Channels();

	private final Tokens tokens = new Tokens();

	private final Delivery delivery = new Delivery();

	private final EventStream events = new EventStream();

	/**
	 * Slack as nobody has used it yet.
	 * @param clock gives the times that are shown
	 * @param changes told of all that happens; shared with the workspaces before and
	 * after this one
	 */
	Workspace(InstantSource clock, Changes changes) {
		this.store = new MessageStore(clock);
		this.log = new RequestLog(clock, (request) -> {
			this.events.requested(request);
			changes.tell();
		});
		this.store.listen(this.events);
		this.store.listen(changes);
	}

	/** Puts Slack's doors and the page on the server, which has not started yet. */
	void serveFrom(InboxServer server, URI url) {
		Posting posts = new Posting(this.store);
		UploadMethods upload = new UploadMethods(this.channels, this.store, posts, url.toString());
		SlackTraffic.Desk desk = new SlackTraffic.Desk(this.script, this.posting, this.tiers, this.log, this.delivery);
		server.serve("/services/", new SlackTraffic(new WebhookEndpoint(this.channels, posts), Call.MAX_BODY, desk));
		server.serve(WebApiEndpoint.PATH, new SlackTraffic(webApi(posts, upload, url), Call.MAX_BODY, desk));
		server.serve(UploadMethods.PATH, new SlackTraffic(upload, UploadMethods.MAX_FILE, desk));
		server.serve("/", new PageEndpoint(pageRoutes(), this.delivery));
	}

	private List<Route> pageRoutes() {
		return List.of(
				new Route("GET", "/messages",
						(page) -> page.send(PageJson.of(this.store.messages(), this.log.requests()))),
				new Route("POST", "/clear", (page) -> {
					page.expectNoForm();
					clear();
					page.send(Json.object().put("ok", Json.of(true)).build());
				}), new Route("GET", "/events", (page) -> this.events.follow(page.raw())));
	}

	/** Forgets messages and requests; what Slack looks like stays. */
	void clear() {
		this.store.clear();
		this.log.clear();
	}

	/** Ends what is under way. */
	void close() {
		this.delivery.close();
		this.events.close();
		this.store.close();
	}

	MessageStore store() {
		return this.store;
	}

	RequestLog log() {
		return this.log;
	}

	Script script() {
		return this.script;
	}

	RateLimiter posting() {
		return this.posting;
	}

	TierLimits tiers() {
		return this.tiers;
	}

	Channels channels() {
		return this.channels;
	}

	Tokens tokens() {
		return this.tokens;
	}

	private WebApiEndpoint webApi(Posting posts, UploadMethods upload, URI url) {
		ChatMethods chat = new ChatMethods(this.channels, this.store, posts, this.tokens);
		MessageMethods message = new MessageMethods(this.channels, this.store, url.toString());
		return new WebApiEndpoint(this.channels, this.tokens,
				ApiMethods.of(chat, message, upload, new ChannelMethods(this.channels), url.toString()));
	}

}
