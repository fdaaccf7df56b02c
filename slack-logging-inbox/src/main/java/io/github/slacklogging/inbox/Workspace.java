package io.github.slacklogging.inbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Everything one inbox knows and does, without the port it listens on: what was received,
 * what Slack looks like, how it answers. Thread-safe, as all its parts are.
 */
final class Workspace {

	/** For messages with their earlier forms and files, and for requests. */
	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final Room room = new Room(MAX_BYTES);

	private final Uploads uploads = new Uploads(this.room);

	private final Provenance provenance = new Provenance();

	private final EventStream events = new EventStream();

	private final Script script = new Script();

	private final Limits limits = new Limits();

	private final Channels channels = new Channels();

	private final Tokens tokens = new Tokens();

	private final Judge judge = new Judge();

	private final Delivery delivery = new Delivery();

	private final InstantSource clock;

	private final MessageStore store;

	private final RequestLog log;

	private volatile Runnable telling = () -> {
	};

	/**
	 * Slack as nobody has used it yet.
	 * @param clock gives the times that are shown
	 * @param changes told of all that happens; shared with the workspaces before and
	 * after this one
	 */
	Workspace(InstantSource clock, Changes changes) {
		this.clock = clock;
		this.store = new MessageStore(clock, this.room, this.provenance::current);
		this.log = new RequestLog(clock, this.room, (request) -> {
			this.events.requested(request);
			changes.tell();
		});
		this.store.listen(this.events);
		this.store.listen(changes);
	}

	/** Puts Slack's doors and the page on the server, which has not started yet. */
	void serveFrom(InboxServer server, URI url) {
		Posting posts = new Posting(this.store);
		FileJson files = new FileJson(url.toString());
		UploadMethods upload = new UploadMethods(this.channels, this.store, posts, this.uploads, files, url.toString());
		SlackTraffic.Desk desk = new SlackTraffic.Desk(this.script, this.limits, this.log, this.provenance,
				this.delivery);
		server.serve("/services/",
				new SlackTraffic(new WebhookEndpoint(this.channels, posts, this.judge), Call.MAX_BODY, desk));
		server.serve(WebApiEndpoint.PATH, new SlackTraffic(webApi(posts, upload, files, url), Call.MAX_BODY, desk));
		server.serve(UploadMethods.PATH, new SlackTraffic(upload, UploadMethods.MAX_BODY, desk));
		servePageFrom(server, url);
	}

	private void servePageFrom(InboxServer server, URI url) {
		Listing listing = new Listing(this.store, this.log, this.channels, this.room);
		PageRoutes routes = new PageRoutes(listing, new Details(this.store, this.log, this.channels, url.toString()),
				new SharedFiles(this.store), new Exports(this.store, this.log, this.clock), new Faults(this.script),
				new WorkspacePanel(this.channels, this.tokens, this.judge, this.limits, server));
		this.events.listing(listing);
		this.telling = () -> this.events.changed(routes::state);
		this.script.listen(this::tellOfChange);
		server.serve("/", new PageEndpoint(routes.table(this.events, this::clear), this.delivery));
	}

	private void tellOfChange() {
		this.telling.run();
	}

	/** Changes what Slack looks like, and tells the open pages. */
	void change(Consumer<Workspace> change) {
		change.accept(this);
		tellOfChange();
	}

	/** Forgets messages, their files and requests; what Slack looks like stays. */
	void clear() {
		this.store.clear();
		this.log.clear();
		this.uploads.clear();
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

	Limits limits() {
		return this.limits;
	}

	Judge judge() {
		return this.judge;
	}

	Channels channels() {
		return this.channels;
	}

	Tokens tokens() {
		return this.tokens;
	}

	private WebApiEndpoint webApi(Posting posts, UploadMethods upload, FileJson files, URI url) {
		MessageJson json = new MessageJson(this.channels, this.store, files, url.toString());
		ApiMethods methods = new ApiMethods(url.toString(),
				new ChatMethods(this.channels, this.store, posts, this.judge, json),
				new MessageMethods(this.channels, this.store, json),
				new ReactionMethods(this.channels, this.store, json), new PinMethods(this.channels, this.store, json),
				new ChannelMethods(this.channels), new HistoryMethods(this.channels, this.store, json), upload);
		return new WebApiEndpoint(this.channels, this.tokens, this.judge, methods);
	}

}
