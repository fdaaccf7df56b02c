package io.github.slacklogging.opensearch;

import java.net.URI;

import io.github.slacklogging.transport.HttpCall;

/**
 * What is asked of a cluster, whichever of its nodes answers. Immutable; nobody changes
 * the body.
 *
 * @param method of HTTP
 * @param path below the address of the cluster, from its slash on and encoded, with its
 * query
 * @param contentType of the body, without a meaning where there is none
 * @param body uncompressed, empty for none
 */
record ClusterRequest(String method, String path, String contentType, byte[] body) {

	/**
	 * A shard that is not there is waited for no longer than this exchange lasts: by
	 * itself it is a minute. Of the answer only what is read: it names every document,
	 * and most of them are fine. An answer that is an error as a whole is not filtered.
	 * Source: OpenSearch, org.opensearch.rest.AbstractRestChannel.newErrorBuilder.
	 */
	private static final String BULK = "/_bulk?timeout=10s&filter_path=" + BulkAnswer.FILTER;

	private static final String JSON = "application/json";

	/** Several documents at once, in the form that {@code _bulk} reads. */
	static ClusterRequest bulk(byte[] ndjson) {
		return new ClusterRequest("POST", BULK, "application/x-ndjson", ndjson);
	}

	static ClusterRequest put(String path, byte[] json) {
		return new ClusterRequest("PUT", path, JSON, json);
	}

	static ClusterRequest get(String path) {
		return new ClusterRequest("GET", path, JSON, new byte[0]);
	}

	static ClusterRequest head(String path) {
		return new ClusterRequest("HEAD", path, JSON, new byte[0]);
	}

	/** Where it goes, below an address with or without a path. */
	URI at(URI address) {
		String root = address.toString();
		return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + this.path);
	}

	/** As it goes over the wire: compressed where that gains something. */
	HttpCall.Content content() {
		return (this.body.length == 0) ? HttpCall.Content.NONE
				: HttpCall.Content.of(this.contentType, this.body).zipped();
	}

}
