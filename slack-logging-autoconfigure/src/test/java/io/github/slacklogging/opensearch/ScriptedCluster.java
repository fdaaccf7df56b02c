package io.github.slacklogging.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what the test says, at once or when the test says so. */
final class ScriptedCluster implements Cluster {

	private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");

	final List<ClusterRequest> requests = new ArrayList<>();

	private final Deque<Function<ClusterRequest, ClusterAnswer>> next = new ArrayDeque<>();

	private final Deque<CompletableFuture<ClusterAnswer>> held = new ArrayDeque<>();

	private Function<ClusterRequest, ClusterAnswer> usual = ScriptedCluster::takeAll;

	private boolean holding;

	boolean closed;

	/** Everything is fine. */
	static ClusterAnswer takeAll(ClusterRequest request) {
		return request.path().startsWith("/_bulk") ? ok("{\"errors\":false}") : ok("{}");
	}

	static ClusterAnswer ok(String body) {
		return new ClusterAnswer.Answered(200, body, null);
	}

	static ClusterAnswer status(int status) {
		return new ClusterAnswer.Answered(status, "", null);
	}

	/** An item for each document, as the function says by its position. */
	static Function<ClusterRequest, ClusterAnswer> items(Function<Integer, String> item) {
		return (request) -> {
			StringBuilder body = new StringBuilder("{\"errors\":true,\"items\":[");
			for (int i = 0; i < ids(request).size(); i++) {
				body.append((i > 0) ? "," : "").append("{\"create\":").append(item.apply(i)).append("}");
			}
			return ok(body.append("]}").toString());
		};
	}

	static String created() {
		return "{\"status\":201}";
	}

	static String failed(int status, String type, String reason) {
		return "{\"status\":%d,\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}".formatted(status, type, reason);
	}

	ScriptedCluster next(Function<ClusterRequest, ClusterAnswer> answer) {
		this.next.addLast(answer);
		return this;
	}

	ScriptedCluster next(ClusterAnswer answer) {
		return next((request) -> answer);
	}

	void always(Function<ClusterRequest, ClusterAnswer> answer) {
		this.usual = answer;
	}

	/** From now on answers wait for {@link #release}. */
	void hold() {
		this.holding = true;
	}

	/** From now on answers come at once. */
	void proceed() {
		this.holding = false;
	}

	void release(ClusterAnswer answer) {
		this.held.removeFirst().complete(answer);
	}

	@Override
	public CompletionStage<ClusterAnswer> send(ClusterRequest request) {
		this.requests.add(request);
		if (this.holding) {
			CompletableFuture<ClusterAnswer> answer = new CompletableFuture<>();
			this.held.addLast(answer);
			return answer;
		}
		Function<ClusterRequest, ClusterAnswer> script = this.next.pollFirst();
		return CompletableFuture.completedFuture(((script != null) ? script : this.usual).apply(request));
	}

	@Override
	public void close() {
		this.closed = true;
	}

	List<ClusterRequest> bulks() {
		return this.requests.stream().filter((request) -> request.path().startsWith("/_bulk")).toList();
	}

	static List<String> ids(ClusterRequest request) {
		Matcher matcher = ID.matcher(text(request));
		List<String> ids = new ArrayList<>();
		while (matcher.find()) {
			ids.add(matcher.group(1));
		}
		return ids;
	}

	static String text(ClusterRequest request) {
		return new String(request.body(), StandardCharsets.UTF_8);
	}

}
