package io.github.slacklogging.it.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.it.node.NodeProcess;
import tools.jackson.databind.JsonNode;

/**
 * A real OpenSearch node, alone, on the loopback interface, without users. It runs in a
 * JVM of its own, which ends with this one at the latest. Every method blocks until the
 * node has answered. Any thread may ask; one starts it and ends it.
 */
public final class SearchNode implements AutoCloseable {

	/**
	 * Of {@code @ResourceLock}: two nodes that start at once on two cores take more than
	 * twice as long as one.
	 */
	public static final String ONE_AT_A_TIME = "search-node";

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	private final Path folder;

	private final List<String> settings;

	private NodeProcess process;

	private SearchNode(int port, Path folder, List<String> settings) {
		this.folder = folder;
		this.settings = settings;
		this.process = NodeProcess.start(port, folder, settings);
	}

	/**
	 * The node of all tests that write to indices of their own and leave it as it is. It
	 * ends with this JVM.
	 */
	public static SearchNode shared() {
		return Shared.NODE;
	}

	/**
	 * Starts a node on a free port and waits until it can be asked.
	 * @param folder of its data, made where it is missing
	 * @param settings of the node, as {@code key=value}
	 */
	public static SearchNode start(Path folder, String... settings) {
		return start(0, folder, settings);
	}

	/**
	 * Starts a node and waits until it can be asked.
	 * @param port to listen on
	 * @param folder of its data, made where it is missing
	 * @param settings of the node, as {@code key=value}
	 */
	public static SearchNode start(int port, Path folder, String... settings) {
		return new SearchNode(port, folder, List.of(settings));
	}

	/** Where it listens, without a slash at the end. The same for life. */
	public URI uri() {
		return this.process.uri();
	}

	/** SIGKILL, and waits for the end. */
	public void kill() {
		this.process.kill();
	}

	/** SIGSTOP: it keeps its connections, and answers nothing. */
	public void freeze() {
		this.process.freeze();
	}

	/** It goes on where it was frozen. */
	public void thaw() {
		this.process.thaw();
	}

	/** Starts it again after it was killed, on the same port and with its data. */
	public void restart() {
		this.process.kill();
		this.process = NodeProcess.start(this.process.port(), this.folder, this.settings);
	}

	public SearchAnswer get(String path) {
		return ask("GET", path, "");
	}

	public SearchAnswer post(String path, String body) {
		return ask("POST", path, body);
	}

	public SearchAnswer put(String path, String body) {
		return ask("PUT", path, body);
	}

	public SearchAnswer delete(String path) {
		return delete(path, "");
	}

	public SearchAnswer delete(String path, String body) {
		return ask("DELETE", path, body);
	}

	/** Lets searches find what was written before. */
	public void refresh() {
		post("/_refresh", "").ok();
	}

	/** How many documents a search finds; 0 where there is no such index. */
	public long count(String index) {
		return new NodeSearch(this).count(index);
	}

	/** All that a search finds: the sources by the ids, however many. */
	public Map<String, JsonNode> documents(String index) {
		return new NodeSearch(this).documents(index);
	}

	/**
	 * How many fields, objects and multi-fields the mapping of an index has: what
	 * {@code index.mapping.total_fields.limit} counts. Of several indices, the most.
	 */
	public int fieldCount(String index) {
		JsonNode mappings = get("/" + index + "/_mapping").ok().json();
		return mappings.valueStream().mapToInt((one) -> fields(one.path("mappings"))).max().orElse(0);
	}

	private static int fields(JsonNode parent) {
		return children(parent, "properties") + children(parent, "fields");
	}

	private static int children(JsonNode parent, String kind) {
		return parent.path(kind).valueStream().mapToInt((child) -> 1 + fields(child)).sum();
	}

	private SearchAnswer ask(String method, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + path))
			.timeout(PATIENCE)
			.header("Content-Type", path.contains("/_bulk") ? "application/x-ndjson" : "application/json")
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
			.build();
		try {
			return SearchAnswer.of(this.client.send(request, BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(method + " " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	/** Kills it. Its data stay. */
	@Override
	public void close() {
		this.process.kill();
	}

	/** Started by the first test that wants it: a start takes seconds. */
	private static final class Shared {

		static final SearchNode NODE = start(folder());

		private static Path folder() {
			try {
				return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-node");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
