package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.github.slacklogging.Destination;
import io.github.slacklogging.doctor.CredentialLookup;
import io.github.slacklogging.doctor.Route;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * How the doctor reaches Slack and OpenSearch: as messages and documents do, but never
 * more patiently than an examination may take.
 *
 * @param settings as far as they are right
 * @param bundle for Slack, {@code null} for the JVM's own; may throw
 * @param clusterBundle for OpenSearch, likewise
 */
record DoctorWires(SlackLoggingSettings settings, Supplier<@Nullable SslBundle> bundle,
		Supplier<@Nullable SslBundle> clusterBundle) {

	/** More than a page of channels has. */
	private static final int MAX_ANSWER_BYTES = 1024 * 1024;

	/** However patient the configuration is, an examination is shorter than a minute. */
	private static final Duration MAX_CONNECT = Duration.ofSeconds(3);

	private static final Duration MAX_RESPONSE = Duration.ofSeconds(8);

	/** One address of each host that messages go to, by its name and port. */
	Map<String, URI> hosts(CredentialLookup credentials) {
		Map<String, URI> hosts = new LinkedHashMap<>();
		for (Destination destination : this.settings.destinations()) {
			if (destination.kind() == Destination.Kind.BOT) {
				hosts.putIfAbsent(this.settings.apiUrl().getRawAuthority(), this.settings.apiUrl());
			}
			else if (credentials.credential(destination.name()) instanceof CredentialLookup.Result.Found found) {
				URI url = URI.create(found.secret().reveal());
				hosts.putIfAbsent(url.getRawAuthority(), url.resolve("/"));
			}
		}
		return hosts;
	}

	Route route(URI uri) {
		return Route.to(uri, this.settings.proxy(), "slack.logging.http.proxy", ProxySelector.getDefault());
	}

	Route clusterRoute(URI uri) {
		ConfiguredCluster cluster = this.settings.cluster();
		InetSocketAddress proxy = (cluster != null) ? cluster.proxy() : null;
		return Route.to(uri, proxy, "slack.logging.opensearch.http.proxy", ProxySelector.getDefault());
	}

	HttpTransport.Settings toSlack() {
		InetSocketAddress proxy = this.settings.proxy();
		return new HttpTransport.Settings(connectTimeout(),
				bounded(this.settings.properties().http().responseTimeout(), MAX_RESPONSE), Duration.ofMinutes(1),
				(proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null, contextOrNull(this.bundle),
				null, MAX_ANSWER_BYTES, "slack-logging-doctor-http", "slack.logging.http");
	}

	HttpTransport.Settings toCluster(ConfiguredCluster cluster) {
		InetSocketAddress proxy = cluster.proxy();
		return new HttpTransport.Settings(connectTimeout(),
				bounded(this.settings.properties().opensearch().http().responseTimeout(), MAX_RESPONSE),
				Duration.ofMinutes(1), (proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null,
				contextOrNull(this.clusterBundle), null, MAX_ANSWER_BYTES, "slack-logging-doctor-http",
				"slack.logging.opensearch.http");
	}

	Duration connectTimeout() {
		return bounded(this.settings.properties().http().connectTimeout(), MAX_CONNECT);
	}

	private static Duration bounded(Duration configured, Duration max) {
		boolean usable = !configured.isNegative() && !configured.isZero() && configured.compareTo(max) < 0;
		return usable ? configured : max;
	}

	/** A bundle that cannot be used is told in a row of its own. */
	private static @Nullable SSLContext contextOrNull(Supplier<@Nullable SslBundle> bundle) {
		try {
			SslBundle known = bundle.get();
			return (known != null) ? known.createSslContext() : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	static SSLContext context(Supplier<@Nullable SslBundle> bundle) {
		try {
			SSLContext own = contextOrNull(bundle);
			return (own != null) ? own : SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The JVM's own TLS cannot be used", ex);
		}
	}

}
