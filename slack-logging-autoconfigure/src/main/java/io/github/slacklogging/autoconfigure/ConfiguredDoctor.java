package io.github.slacklogging.autoconfigure;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.Destination;
import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;
import io.github.slacklogging.doctor.CertificatesCheck;
import io.github.slacklogging.doctor.CredentialLookup;
import io.github.slacklogging.doctor.DestinationCheck;
import io.github.slacklogging.doctor.Doctor;
import io.github.slacklogging.doctor.FileCheck;
import io.github.slacklogging.doctor.Line;
import io.github.slacklogging.doctor.LinkCheck;
import io.github.slacklogging.doctor.ProxyCheck;
import io.github.slacklogging.doctor.Route;
import io.github.slacklogging.doctor.TlsCheck;
import io.github.slacklogging.link.LogStoreLinks;
import io.github.slacklogging.opensearch.ClusterCheck;
import io.github.slacklogging.spool.RollingFallbackLog;
import io.github.slacklogging.spool.SpoolCheck;
import io.github.slacklogging.transport.HttpTransport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * The doctor for one configuration: everything that it names is examined. Each
 * examination has connections of its own, which end with it.
 */
final class ConfiguredDoctor implements SelfCheck {

	/** More than a page of channels has. */
	private static final int MAX_ANSWER_BYTES = 1024 * 1024;

	/** However patient the configuration is, an examination is shorter than a minute. */
	private static final Duration MAX_CONNECT = Duration.ofSeconds(3);

	private static final Duration MAX_RESPONSE = Duration.ofSeconds(8);

	private static final String BUNDLE = "slack.logging.http.ssl-bundle";

	private static final String CLUSTER_BUNDLE = "slack.logging.opensearch.http.ssl-bundle";

	private final StageSettings stages;

	private final SetupReport setup;

	private final Sources sources;

	private final Supplier<Tick> clock;

	ConfiguredDoctor(StageSettings stages, SetupReport setup, Sources sources, Supplier<Tick> clock) {
		this.stages = stages;
		this.setup = setup;
		this.sources = sources;
		this.clock = clock;
	}

	@Override
	public List<Finding> examine() {
		try (HttpTransport transport = new HttpTransport(transport())) {
			return new Doctor(parts(new Line(transport, this.clock)), Doctor.PATIENCE).examine();
		}
	}

	private SlackLoggingSettings settings() {
		return this.stages.settings();
	}

	private List<Doctor.Part> parts(Line line) {
		List<Doctor.Part> parts = new ArrayList<>();
		parts.add(new Doctor.Part("configuration", this.setup));
		for (Destination destination : settings().destinations()) {
			parts.add(new Doctor.Part(DestinationCheck.subject(destination), new DestinationCheck(destination,
					this.sources.credentials(), line, settings().apiUrl(), this::route)));
		}
		hosts().values().forEach((uri) -> addWay(parts, uri));
		addBundle(parts, "http", settings().properties().http().sslBundle(), BUNDLE, this.sources.bundle());
		addDisk(parts);
		addLinks(parts, line);
		addCluster(parts);
		return parts;
	}

	/** One address of each host that messages go to. */
	private Map<String, URI> hosts() {
		Map<String, URI> hosts = new LinkedHashMap<>();
		for (Destination destination : settings().destinations()) {
			if (destination.kind() == Destination.Kind.BOT) {
				hosts.putIfAbsent(settings().apiUrl().getRawAuthority(), settings().apiUrl());
			}
			else if (this.sources.credentials()
				.credential(destination.name()) instanceof CredentialLookup.Result.Found found) {
				URI url = URI.create(found.secret().reveal());
				hosts.putIfAbsent(url.getRawAuthority(), url.resolve("/"));
			}
		}
		return hosts;
	}

	private void addWay(List<Doctor.Part> parts, URI uri) {
		String subject = "host " + uri.getHost();
		parts.add(new Doctor.Part(subject, new ProxyCheck(subject, route(uri), connectTimeout(),
				new ProxyCheck.Surroundings(System::getProperty, System::getenv))));
		addTls(parts, subject, uri, this.sources.bundle(), BUNDLE);
	}

	private void addTls(List<Doctor.Part> parts, String subject, URI uri, Supplier<@Nullable SslBundle> bundle,
			String property) {
		if ("https".equalsIgnoreCase(uri.getScheme())) {
			Route route = subject.startsWith("opensearch") ? clusterRoute(uri) : route(uri);
			parts.add(new Doctor.Part(subject,
					new TlsCheck(subject, uri, route, context(bundle), property, connectTimeout(), this.clock)));
		}
	}

	private Route route(URI uri) {
		return Route.to(uri, settings().proxy(), "slack.logging.http.proxy", ProxySelector.getDefault());
	}

	private Route clusterRoute(URI uri) {
		ConfiguredCluster cluster = settings().cluster();
		InetSocketAddress proxy = (cluster != null) ? cluster.proxy() : null;
		return Route.to(uri, proxy, "slack.logging.opensearch.http.proxy", ProxySelector.getDefault());
	}

	private void addBundle(List<Doctor.Part> parts, String subject, @Nullable String name, String property,
			Supplier<@Nullable SslBundle> bundle) {
		if (name != null) {
			parts.add(new Doctor.Part(subject, new CertificatesCheck(subject, "'" + name + "' (" + property + ")",
					() -> stores(bundle.get()), this.clock)));
		}
	}

	private static List<KeyStore> stores(@Nullable SslBundle bundle) {
		return (bundle == null) ? List.of()
				: Stream.of(bundle.getStores().getTrustStore(), bundle.getStores().getKeyStore())
					.filter(Objects::nonNull)
					.toList();
	}

	private void addDisk(List<Doctor.Part> parts) {
		if (this.stages.isSpooling()) {
			parts.add(new Doctor.Part("spool", safely("spool", () -> new SpoolCheck(this.stages.spool(), this.clock))));
		}
		else {
			parts.add(new Doctor.Part("spool",
					() -> List.of(Finding.skipped("spool", "place",
							settings().properties().spool().enabled() ? "there is no destination to keep anything for"
									: "is off (slack.logging.spool.enabled=false): a crash loses what waits",
							null))));
		}
		if (settings().properties().fallback().file() != null) {
			parts.add(new Doctor.Part("fallback", safely("fallback", () -> {
				RollingFallbackLog.Settings fallback = Objects.requireNonNull(this.stages.fallback());
				return new FileCheck("fallback", "slack.logging.fallback.file", fallback.file());
			})));
		}
	}

	private void addLinks(List<Doctor.Part> parts, Line line) {
		LinkProperties link = settings().properties().link();
		if (link.type() != null || link.template() != null) {
			parts.add(new Doctor.Part("link", safely("link", () -> new LinkCheck(
					new LogStoreLinks(this.stages.links(), settings().identity().known().name(), (trouble) -> {
					}), line))));
		}
	}

	private void addCluster(List<Doctor.Part> parts) {
		ConfiguredCluster cluster = settings().cluster();
		if (cluster == null || cluster.uris().isEmpty()) {
			return;
		}
		AuthorizationSource authorization = this.sources.cluster().authorization(cluster, (trouble) -> {
		});
		parts.add(
				new Doctor.Part("opensearch", safely("opensearch", () -> new ClusterCheck(this.stages.shipping(cluster),
						clusterTransport(cluster), authorization, this.clock))));
		addTls(parts, "opensearch", cluster.uris().get(0), this.sources.clusterBundle(), CLUSTER_BUNDLE);
		addBundle(parts, "opensearch", settings().properties().opensearch().http().sslBundle(), CLUSTER_BUNDLE,
				this.sources.clusterBundle());
	}

	/** What a stage cannot work with is among the problems already. */
	private static SelfCheck safely(String subject, Supplier<SelfCheck> check) {
		return () -> {
			try {
				return check.get().examine();
			}
			catch (IllegalArgumentException ex) {
				return List.of(Finding.skipped(subject, "check", "not before its configuration is right", null));
			}
		};
	}

	private HttpTransport.Settings transport() {
		InetSocketAddress proxy = settings().proxy();
		return new HttpTransport.Settings(connectTimeout(),
				bounded(settings().properties().http().responseTimeout(), MAX_RESPONSE), Duration.ofMinutes(1),
				(proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null,
				contextOrNull(this.sources.bundle()), null, MAX_ANSWER_BYTES, "slack-logging-doctor-http",
				"slack.logging.http");
	}

	private HttpTransport.Settings clusterTransport(ConfiguredCluster cluster) {
		InetSocketAddress proxy = cluster.proxy();
		return new HttpTransport.Settings(connectTimeout(),
				bounded(settings().properties().opensearch().http().responseTimeout(), MAX_RESPONSE),
				Duration.ofMinutes(1), (proxy != null) ? proxy.getHostString() + ":" + proxy.getPort() : null,
				contextOrNull(this.sources.clusterBundle()), null, MAX_ANSWER_BYTES, "slack-logging-doctor-http",
				"slack.logging.opensearch.http");
	}

	private Duration connectTimeout() {
		return bounded(settings().properties().http().connectTimeout(), MAX_CONNECT);
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

	private static SSLContext context(Supplier<@Nullable SslBundle> bundle) {
		try {
			SSLContext own = contextOrNull(bundle);
			return (own != null) ? own : SSLContext.getDefault();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The JVM's own TLS cannot be used", ex);
		}
	}

	/**
	 * Where secrets and certificates come from.
	 *
	 * @param credentials of the destinations
	 * @param bundle for Slack, {@code null} for the JVM's own; may throw
	 * @param clusterBundle for OpenSearch, likewise
	 * @param cluster secrets of the shipping
	 */
	record Sources(CredentialLookup credentials, Supplier<@Nullable SslBundle> bundle,
			Supplier<@Nullable SslBundle> clusterBundle, ConfiguredShipping.Secrets cluster) {

	}

}
