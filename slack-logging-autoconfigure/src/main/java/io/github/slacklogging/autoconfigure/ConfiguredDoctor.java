package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
 *
 * <p>
 * Longer than a class of ours should be by the things that there are to examine, one
 * method each.
 */
final class ConfiguredDoctor implements SelfCheck {

	private static final String BUNDLE = "slack.logging.http.ssl-bundle";

	private static final String CLUSTER_BUNDLE = "slack.logging.opensearch.http.ssl-bundle";

	/** So that a host that is late is told by its name. */
	private static final Duration PATIENCE_FOR_HOSTS = Doctor.PATIENCE.minusSeconds(5);

	private final StageSettings stages;

	private final ConfigurationCheck setup;

	private final Sources sources;

	private final DoctorWires wires;

	private final Supplier<Tick> clock;

	ConfiguredDoctor(StageSettings stages, ConfigurationCheck setup, Sources sources, Supplier<Tick> clock) {
		this.stages = stages;
		this.setup = setup;
		this.sources = sources;
		this.wires = new DoctorWires(stages.settings(), sources.bundle(), sources.clusterBundle());
		this.clock = clock;
	}

	/** That of an application that runs, with what its beans gave. */
	static SelfCheck of(StageSettings stages, LateCredentials credentials, LateSslContext sslContext,
			@Nullable ConfiguredShipping shipping, ConfiguredShipping.Secrets secrets) {
		SlackLoggingSettings settings = stages.settings();
		Sources sources = new Sources(
				DestinationSecrets.running(credentials, settings.credentials(), settings.secretRules()),
				sslContext::bundle, (shipping != null) ? shipping.sslContext()::bundle : () -> null, secrets);
		return new ConfiguredDoctor(stages, new ConfigurationCheck(settings, List.of()), sources, EarlyDoctor::now);
	}

	@Override
	public List<Finding> examine() {
		try (HttpTransport transport = new HttpTransport(this.wires.toSlack())) {
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
					this.sources.credentials(), line, settings().apiUrl(), this.wires::route)));
		}
		parts.add(new Doctor.Part("hosts", () -> new Doctor(ways(), PATIENCE_FOR_HOSTS).examine()));
		addBundle(parts, "http", settings().properties().http().sslBundle(), BUNDLE, this.sources.bundle());
		addDisk(parts);
		addLinks(parts, line);
		addCluster(parts);
		return parts;
	}

	/**
	 * Which hosts there are only the secrets tell, and a bean may be slow to give them.
	 */
	private List<Doctor.Part> ways() {
		List<Doctor.Part> parts = new ArrayList<>();
		this.wires.hosts(this.sources.credentials()).values().forEach((uri) -> addWay(parts, uri));
		return parts;
	}

	private void addWay(List<Doctor.Part> parts, URI uri) {
		String subject = "host " + uri.getHost();
		parts.add(new Doctor.Part(subject, new ProxyCheck(subject, this.wires.route(uri), this.wires.connectTimeout(),
				new ProxyCheck.Surroundings(System::getProperty, System::getenv))));
		addTls(parts, subject, uri, this.sources.bundle(), BUNDLE);
	}

	private void addTls(List<Doctor.Part> parts, String subject, URI uri, Supplier<@Nullable SslBundle> bundle,
			String property) {
		if ("https".equalsIgnoreCase(uri.getScheme())) {
			Route route = subject.startsWith("opensearch") ? this.wires.clusterRoute(uri) : this.wires.route(uri);
			parts.add(new Doctor.Part(subject, new TlsCheck(subject, uri, route, DoctorWires.context(bundle), property,
					this.wires.connectTimeout(), this.clock)));
		}
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
			parts.add(new Doctor.Part("spool", () -> List.of(Finding.skipped("spool", "place", whyNoSpool(), null))));
		}
		if (settings().properties().fallback().file() != null) {
			parts.add(new Doctor.Part("fallback", safely("fallback", () -> {
				RollingFallbackLog.Settings fallback = Objects.requireNonNull(this.stages.fallback());
				return new FileCheck("fallback", "slack.logging.fallback.file", fallback.file());
			})));
		}
	}

	private String whyNoSpool() {
		if (!settings().properties().spool().enabled()) {
			return "is off (slack.logging.spool.enabled=false): a crash loses what waits";
		}
		return settings().destinations().isEmpty() ? "there is no destination to keep anything for"
				: "is off in a dry run";
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
						this.wires.toCluster(cluster), authorization, this.clock))));
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
