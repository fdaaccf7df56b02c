package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.List;

import io.github.slacklogging.inbox.json.Json;

/**
 * The table of what the page may ask for. (A record: it holds the parts that answer, and
 * nothing else.)
 *
 * @param listing all messages
 * @param details one message
 * @param files shared files
 * @param exports an inbox as a file
 * @param faults scripted replies
 * @param workspace what Slack looks like
 */
record PageRoutes(Listing listing, Details details, SharedFiles files, Exports exports, Faults faults,
		WorkspacePanel workspace) {

	/**
	 * The table.
	 * @param events tell a page what happens
	 * @param clear forgets messages and requests
	 * @return the routes
	 */
	List<Route> table(EventStream events, Runnable clear) {
		return List.of(new Route("GET", "/messages", (page) -> this.listing.write(page, this.workspace.json())),
				new Route("GET", "/details", this.details::answer), new Route("GET", "/files/", this.files::serve),
				new Route("GET", "/events", (page) -> events.follow(page.raw())),
				new Route("POST", "/clear", (page) -> clear(page, clear)),
				new Route("GET", "/export", this.exports::export), new Route("POST", "/import", this.exports::restore),
				new Route("GET", "/faults", (page) -> page.send(state())),
				new Route("POST", "/faults", this.faults::order),
				new Route("DELETE", "/faults", this.faults::removeAll),
				new Route("DELETE", "/faults/", this.faults::remove),
				new Route("POST", "/workspace", (page) -> change(page, events)));
	}

	/** What a page shows of faults and workspace. */
	Json state() {
		return Json.object().put("faults", this.faults.list()).put("workspace", this.workspace.json()).build();
	}

	private static void clear(PageExchange page, Runnable clear) throws IOException, PageRefusal {
		page.expectNoForm();
		clear.run();
		page.send(Json.object().put("ok", Json.of(true)).build());
	}

	private void change(PageExchange page, EventStream events) throws IOException, PageRefusal {
		this.workspace.change(page.json());
		events.changed(this::state);
		page.send(this.workspace.json());
	}

}
