package io.github.slacklogging.opensearch;

import java.util.concurrent.CompletionStage;

/** Where documents go. Thread-safe, never blocks. */
interface Cluster extends AutoCloseable {

	/**
	 * Asks the cluster.
	 * @param request to send
	 * @return completes within a deadline, never exceptionally
	 */
	CompletionStage<ClusterAnswer> send(ClusterRequest request);

	@Override
	void close();

}
