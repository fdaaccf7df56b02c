package io.github.slacklogging.it.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.it.Books;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application says of its shipping: a detail of its health, and how its requests
 * were answered. Immutable.
 *
 * @param account as the probe wrote it
 */
public record ShippingBooks(JsonNode account) {

	private static final JsonMapper JSON = new JsonMapper();

	public static ShippingBooks of(Books books) {
		return new ShippingBooks(JSON.readTree(books.toString()));
	}

	public long accepted() {
		return detail().path("events").path("accepted").asLong();
	}

	public long indexed() {
		return detail().path("events").path("indexed").asLong();
	}

	/** Accepted, and not acknowledged yet. */
	public long waiting() {
		return detail().path("waiting").asLong();
	}

	/** Taken, but not accepted yet. */
	public long buffered() {
		return detail().path("buffer").path("size").asLong();
	}

	public Map<String, Long> dropped() {
		return numbers(detail().path("events").path("dropped"));
	}

	/** How many requests were answered with this status of HTTP. */
	public long answers(int status) {
		return shipments().getOrDefault(String.valueOf(status), 0L);
	}

	/** Requests by what was answered. */
	public Map<String, Long> shipments() {
		return numbers(this.account.path("shipments"));
	}

	/** The identity that holds at every moment. */
	public boolean balance() {
		return accepted() == indexed() + waiting() + dropped().values().stream().mapToLong(Long::longValue).sum();
	}

	/** A detail that is a text; empty where it is absent. */
	public String text(String name) {
		return detail().path(name).asString("");
	}

	/** What is wrong, in words. */
	public List<String> problems() {
		return this.account.path("details").path("problems").valueStream().map(JsonNode::asString).toList();
	}

	private JsonNode detail() {
		return this.account.path("details").path("opensearch");
	}

	private static Map<String, Long> numbers(JsonNode object) {
		Map<String, Long> numbers = new TreeMap<>();
		object.propertyStream().forEach((entry) -> numbers.put(entry.getKey(), entry.getValue().asLong()));
		return numbers;
	}

	@Override
	public String toString() {
		return this.account.toString();
	}

}
