package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.slacklogging.opensearch.OpenSearchShipping;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that events are shipped to, as the configuration names it. Immutable; its
 * text holds no secret.
 *
 * @param uris its addresses, at least one, free of user information
 * @param credential by what the shipping proves who it is, {@code null} for nothing
 * @param proxy not looked up, {@code null} for the JVM's own settings
 * @param notices what is worth a line at the start though nothing is wrong
 */
record ConfiguredCluster(List<URI> uris, @Nullable ClusterCredential credential, @Nullable InetSocketAddress proxy,
		List<String> notices) {

	ConfiguredCluster {
		uris = List.copyOf(uris);
		notices = List.copyOf(notices);
	}

	/**
	 * Reads the configuration, and a small file where it names one.
	 * @param properties of which single values are checked elsewhere
	 * @param problems collects what is wrong
	 * @return {@code null} where nothing is shipped
	 */
	static @Nullable ConfiguredCluster resolve(OpenSearchProperties properties, Problems problems) {
		if (!properties.isConfigured()) {
			return null;
		}
		List<URI> uris = ClusterAddresses.parse(properties.uris(), problems);
		checkNames(properties.index(), properties.dataStream(), problems);
		ClusterCredential credential = ClusterCredential.read(properties, problems).orElse(null);
		InetSocketAddress proxy = ProxyAddress.parse(OpenSearchProperties.Http.PROXY, properties.http().proxy(),
				new Problems());
		return new ConfiguredCluster(uris, credential, proxy, notices(uris, credential));
	}

	private static void checkNames(@Nullable String index, @Nullable String dataStream, Problems problems) {
		if (index != null && dataStream != null) {
			problems.add("opensearch.data-stream", "is set beside slack.logging.opensearch.index", "Keep either.");
		}
		String toIndex = (index != null) ? OpenSearchShipping.objectionTo(index) : null;
		if (toIndex != null) {
			problems.add("opensearch.index", toIndex, "Write it as logs-orders-{yyyy.MM.dd}.");
		}
		String toStream = (dataStream != null) ? OpenSearchShipping.objectionToDataStream(dataStream) : null;
		if (toStream != null) {
			problems.add("opensearch.data-stream", toStream, "Write it as logs-orders.");
		}
	}

	private static List<String> notices(List<URI> uris, @Nullable ClusterCredential credential) {
		List<String> notices = new ArrayList<>();
		if (credential != null && uris.stream().anyMatch(ClusterAddresses::isOpen)) {
			notices.add("The credential for OpenSearch goes over the wire unprotected: slack.logging.opensearch.uris "
					+ "names another machine by http");
		}
		return notices;
	}

	/**
	 * What is said where something is set, but not where to ship to.
	 * @param set names of properties of the group
	 * @return nothing or one line
	 */
	static List<String> missingAddress(Set<String> set) {
		Set<String> others = new TreeSet<>(set);
		others.remove("uris");
		return others.isEmpty() ? List.of() : List.of("Nothing is shipped to OpenSearch: slack.logging.opensearch."
				+ others.iterator().next() + " is set, and slack.logging.opensearch.uris is not");
	}

}
