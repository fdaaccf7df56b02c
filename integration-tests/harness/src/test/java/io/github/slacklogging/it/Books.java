package io.github.slacklogging.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * What the application says of its own logging: its health component, and how many
 * requests it has made. Immutable.
 *
 * @param account as the probe wrote it
 */
public record Books(Json account) {

	private static final String EVENTS = "events";

	public static Books read(String json) {
		try {
			return new Books(Json.read(json));
		}
		catch (MalformedJsonException ex) {
			throw new AssertionError("The probe wrote " + json, ex);
		}
	}

	public long accepted() {
		return number(EVENTS, "accepted");
	}

	/** Taken over from an earlier run. */
	public long recovered() {
		return number(EVENTS, "recovered");
	}

	public long waiting() {
		return number(EVENTS, "waiting");
	}

	/** Taken, but not accepted yet. */
	public long buffered() {
		return number("buffer", "size");
	}

	public long shown() {
		return number(EVENTS, "delivered", "shown");
	}

	public long folded() {
		return number(EVENTS, "delivered", "folded");
	}

	public long summarised() {
		return number(EVENTS, "delivered", "summarised");
	}

	public long delivered() {
		return shown() + folded() + summarised();
	}

	public Map<String, Long> dropped() {
		return numbers(find(EVENTS, "dropped"));
	}

	public long allDropped() {
		return dropped().values().stream().mapToLong(Long::longValue).sum();
	}

	/** Requests that were made since the start, whatever became of them. */
	public long requests() {
		return value(this.account.get("requests"));
	}

	public String circuit(String destination) {
		return text("destinations", destination, "circuit");
	}

	/** Slack's code where it refuses the destination, empty otherwise. */
	public String stoppedBy(String destination) {
		return text("destinations", destination, "stoppedBy");
	}

	/** What Slack does not do there, and why, each in words. */
	public List<String> limitations(String destination) {
		return (find("destinations", destination, "limitations") instanceof Json.Arr limits)
				? limits.items().stream().map(Books::text).toList() : List.of();
	}

	/** Waiting, and on disk too. */
	public long spooled() {
		return number(EVENTS, "spooled");
	}

	public long waiting(String destination) {
		return number("destinations", destination, "waiting");
	}

	/** The identity that holds at every moment. */
	public boolean balance() {
		return accepted() + recovered() == delivered() + waiting() + allDropped();
	}

	private long number(String... path) {
		return value(find(path));
	}

	private String text(String... path) {
		return text(find(path));
	}

	private static String text(@Nullable Json json) {
		return (json instanceof Json.Text text) ? text.value() : "";
	}

	private @Nullable Json find(String... path) {
		Json found = this.account.get("details");
		for (String step : path) {
			found = (found != null) ? found.get(step) : null;
		}
		return found;
	}

	private static Map<String, Long> numbers(@Nullable Json json) {
		Map<String, Long> numbers = new TreeMap<>();
		if (json instanceof Json.Obj object) {
			object.members().forEach((name, number) -> numbers.put(name, value(number)));
		}
		return numbers;
	}

	private static long value(@Nullable Json json) {
		return (json instanceof Json.Num number) ? Long.parseLong(number.literal()) : 0;
	}

	@Override
	public String toString() {
		return this.account.write();
	}

}
