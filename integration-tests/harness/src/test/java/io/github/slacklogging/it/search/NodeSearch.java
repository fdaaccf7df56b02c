package io.github.slacklogging.it.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.slacklogging.it.Patience;
import tools.jackson.databind.JsonNode;

/**
 * Searches of a node. One that finds an index which is just being made, and cannot be
 * searched yet, is made again, for as long as an answer may take.
 */
final class NodeSearch {

	/** Per request: a node with 256 MB of heap must hold them. */
	private static final int PAGE = 1_000;

	private final SearchNode node;

	NodeSearch(SearchNode node) {
		this.node = node;
	}

	long count(String index) {
		SearchAnswer answer = whole(() -> this.node.get("/" + index + "/_count?ignore_unavailable=true"));
		return answer.json().path("count").asLong();
	}

	Map<String, JsonNode> documents(String index) {
		Map<String, JsonNode> documents = new LinkedHashMap<>();
		String first = "/" + index + "/_search?ignore_unavailable=true&scroll=1m&size=" + PAGE;
		JsonNode page = whole(() -> this.node.post(first, "{}")).json();
		while (!page.path("hits").path("hits").isEmpty()) {
			page.path("hits").path("hits").forEach((hit) -> keep(hit, documents));
			page = this.node.post("/_search/scroll", """
					{"scroll": "1m", "scroll_id": "%s"}""".formatted(page.path("_scroll_id").asString())).ok().json();
		}
		return documents;
	}

	/** The answer of all shards: without any it is 503, without some it is 200. */
	private static SearchAnswer whole(Supplier<SearchAnswer> search) {
		return Patience.until(SearchNode.PATIENCE, "every shard answers", search,
				(answer) -> answer.status() != 503 && isWhole(answer.ok()), () -> "");
	}

	private static boolean isWhole(SearchAnswer answer) {
		JsonNode shards = answer.json().path("_shards");
		return shards.path("successful").asInt() == shards.path("total").asInt();
	}

	private static void keep(JsonNode hit, Map<String, JsonNode> documents) {
		String id = hit.path("_id").asString();
		if (documents.put(id, hit.path("_source")) != null) {
			throw new AssertionError("In two indices: " + id);
		}
	}

}
