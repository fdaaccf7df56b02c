package io.github.slacklogging.opensearch;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Tick;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

/**
 * The cluster once it is known how to reach it: certificates come with the application's
 * beans. Thread-safe.
 */
final class LateCluster implements Cluster {

	private static final ClusterAnswer NOT_YET = new ClusterAnswer.Unreachable("none",
			"how to connect is not known yet, or its SSL bundle cannot be used");

	private final List<URI> uris;

	private final Supplier<HttpTransport.Settings> transport;

	private final AuthorizationSource authorization;

	private final Supplier<Tick> clock;

	private @Nullable ClusterClient client;

	private boolean closed;

	LateCluster(List<URI> uris, Supplier<HttpTransport.Settings> transport, AuthorizationSource authorization,
			Supplier<Tick> clock) {
		this.uris = uris;
		this.transport = transport;
		this.authorization = authorization;
		this.clock = clock;
	}

	@Override
	public CompletionStage<ClusterAnswer> send(ClusterRequest request) {
		ClusterClient known = client();
		return (known != null) ? known.send(request) : CompletableFuture.completedFuture(NOT_YET);
	}

	private synchronized @Nullable ClusterClient client() {
		if (this.client == null && !this.closed) {
			try {
				this.client = new ClusterClient(new ClusterClient.Settings(this.uris, this.transport.get()),
						this.authorization, this.clock);
			}
			catch (RuntimeException ex) {
				// said where the configuration is checked; asked again with the next
				// request
				return null;
			}
		}
		return this.client;
	}

	@Override
	public void close() {
		ClusterClient known;
		synchronized (this) {
			this.closed = true;
			known = this.client;
			this.client = null;
		}
		if (known != null) {
			known.close();
		}
	}

}
