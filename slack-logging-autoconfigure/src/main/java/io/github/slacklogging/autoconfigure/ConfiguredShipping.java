package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.EventIntake;
import io.github.slacklogging.EventMasker;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.Tick;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.credential.KnownSecrets;
import io.github.slacklogging.diagnosis.DryRunIntake;
import io.github.slacklogging.grouping.Fingerprints;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.opensearch.OpenSearchShipping;
import io.github.slacklogging.relay.BreakerGate;
import io.github.slacklogging.worker.TroubleLog;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundles;

/**
 * The shipping joined as the configuration says, first with the built-in rules alone,
 * later with the application's beans.
 */
final class ConfiguredShipping {

	private final StageSettings stages;

	private final LateSslContext sslContext;

	private final OpenSearchShipping shipping;

	ConfiguredShipping(StageSettings stages, ConfiguredCluster cluster, Secrets secrets, EventMasking masking,
			Surroundings around) {
		this.stages = stages;
		this.sslContext = new LateSslContext("opensearch.http.ssl-bundle",
				stages.settings().properties().opensearch().http().sslBundle());
		AuthorizationSource authorization = secrets.authorization(cluster, around.trouble());
		// Made later, but what it would refuse is said now.
		stages.clusterTransport(cluster, null);
		this.shipping = new OpenSearchShipping(stages.shipping(cluster),
				new OpenSearchShipping.Parts(decoration(masking, List.of()), stages.settings().identity(),
						() -> stages.clusterTransport(cluster, this.sslContext.get()), authorization,
						new BreakerGate(stages.gate(), new Random()), around.fallback(), around.listener(),
						around.trouble()),
				around.clock());
	}

	OpenSearchShipping shipping() {
		return this.shipping;
	}

	SlackAppender.Outlet outlet() {
		SlackLoggingProperties properties = this.stages.settings().properties();
		EventIntake intake = this.shipping.intake();
		return new SlackAppender.Outlet(properties.dryRun() ? new DryRunIntake(intake) : intake,
				properties.opensearch().level());
	}

	/**
	 * Tells it the bundles of the application.
	 * @param bundles {@code null} where there are none
	 */
	void use(@Nullable SslBundles bundles) {
		this.sslContext.use(bundles);
	}

	/** Its certificates, as far as they are known. */
	LateSslContext sslContext() {
		return this.sslContext;
	}

	/** Without a usable bundle nothing would ever be shipped. */
	void check() {
		this.sslContext.check();
	}

	/**
	 * Tells it the application's own parts.
	 * @param masking with the application's maskers
	 * @param fingerprinters of the application
	 */
	void decorate(EventMasking masking, List<Fingerprinter> fingerprinters) {
		this.shipping.decorate(decoration(masking, fingerprinters));
	}

	private OpenSearchShipping.Decoration decoration(EventMasking masking, List<Fingerprinter> fingerprinters) {
		return new OpenSearchShipping.Decoration(masking::mask,
				new Fingerprints(this.stages.grouping(), fingerprinters)::of);
	}

	/**
	 * What surrounds it.
	 *
	 * @param listener told of what happens
	 * @param fallback takes what is never indexed, {@code null} for nobody
	 * @param clock the time
	 * @param trouble told of what fails
	 */
	record Surroundings(ShippingListener listener, @Nullable FallbackLog fallback, Supplier<Tick> clock,
			TroubleLog trouble) {

	}

	/**
	 * The secrets by which it proves who it is. They have no shape of their own, so they
	 * are recognised by their value: in what Actuator shows, and in what is logged.
	 *
	 * @param known all that were used so far
	 */
	record Secrets(KnownSecrets known) implements Predicate<String> {

		Secrets() {
			this(new KnownSecrets());
		}

		/** Known from the start, also what stands in a file. */
		AuthorizationSource authorization(ConfiguredCluster cluster, Consumer<String> trouble) {
			ClusterCredential credential = cluster.credential();
			AuthorizationSource source = (credential != null) ? credential.authorization(this.known, trouble)
					: new NoAuthorization();
			source.authorization();
			return source;
		}

		/** Works before the rules, so those of the application see no secret of ours. */
		EventMasker masker() {
			return (field, text) -> this.known.mask(text);
		}

		@Override
		public boolean test(String text) {
			return this.known.test(text);
		}

	}

}
