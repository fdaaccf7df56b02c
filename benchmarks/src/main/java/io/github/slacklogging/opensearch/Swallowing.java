package io.github.slacklogging.opensearch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.slacklogging.Tick;

/** Ships to a cluster that takes everything at once and keeps nothing. */
public final class Swallowing implements Cluster {

	/** So that nothing is optimized away. */
	private long swallowed;

	private Swallowing() {
	}

	/**
	 * Not started yet.
	 * @param settings as they would be for a real cluster
	 * @param parts likewise
	 * @param clock the time
	 */
	public static OpenSearchShipping shipping(OpenSearchShipping.Settings settings, OpenSearchShipping.Parts parts,
			Supplier<Tick> clock) {
		return new OpenSearchShipping(settings, parts, new Swallowing(), clock);
	}

	/** Compresses the request, which the worker pays for. */
	@Override
	public CompletionStage<ClusterAnswer> send(ClusterRequest request) {
		this.swallowed += request.content().hashCode();
		String answer = request.path().startsWith("/_bulk") ? "{\"errors\":false}" : "{}";
		return CompletableFuture.completedFuture(new ClusterAnswer.Answered(200, answer, null));
	}

	@Override
	public void close() {
	}

}
