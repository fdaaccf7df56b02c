package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.RunId;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.Tick;
import io.github.slacklogging.Trail;
import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.actuate.ShippingCounts;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.diagnosis.DryRunSender;
import io.github.slacklogging.diagnosis.LoggedTrail;
import io.github.slacklogging.diagnosis.SetUpReport;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.Rehearsal;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.runtime.PipelineAssembly;
import io.github.slacklogging.slack.SlackPayload;
import io.github.slacklogging.slack.WebClientSlackSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;

/**
 * The stages joined as the configuration says, first with the built-in rules alone, later
 * with the application's beans.
 *
 * <p>
 * Longer than a class of ours should be: all that a runtime holds is joined here.
 */
final class ConfiguredPipeline implements PipelineAssembly {

	private final SlackLoggingSettings settings;

	private final StageSettings stages;

	private final SlackAppender.Settings appender;

	private final LateCredentials credentials;

	private final PipelineCounts counts;

	private final ShippingCounts shippingCounts = new ShippingCounts();

	private final TroubleLog trouble = new TroubleLog(System.err::println, ConfiguredPipeline::now);

	private final ListenerChain listeners;

	private final StageMaking making;

	private final SlackPipeline pipeline;

	private final ConfiguredShipping.Secrets shippingSecrets = new ConfiguredShipping.Secrets();

	private final @Nullable ConfiguredShipping shipping;

	private final List<SlackAppender.Outlet> outlets;

	private final LateSslContext sslContext;

	ConfiguredPipeline(SlackLoggingSettings settings, @Nullable Class<?> mainClass, RunId runId) {
		this.settings = settings;
		this.stages = new StageSettings(settings, (mainClass != null) ? mainClass.getPackageName() : null);
		this.appender = this.stages.appender(runId);
		// Made later, but what it would refuse is said now.
		this.stages.slack(null);
		this.sslContext = new LateSslContext("http.ssl-bundle", settings.properties().http().sslBundle());
		this.credentials = new LateCredentials(settings.credentials(), settings.secretRules(), this.trouble);
		List<String> names = settings.destinations().stream().map(Destination::name).toList();
		this.counts = new PipelineCounts(names);
		this.listeners = new ListenerChain(this.counts);
		this.making = new StageMaking(this.stages, this.shippingSecrets.masker(), this.listeners,
				ConfiguredPipeline::now, this.trouble);
		SlackPipeline.Parts parts = parts(settings.properties().dryRun());
		this.shipping = shipping(settings.cluster(), parts);
		Trail trail = settings.properties().diagnostics() ? new LoggedTrail() : Trail.NONE;
		this.pipeline = new SlackPipeline(this.stages.pipeline(), parts, this.listeners, ConfiguredPipeline::now,
				new SlackPipeline.Voices(this.trouble, trail));
		this.outlets = this.making.outlets(this.pipeline, this.shipping);
	}

	private SlackPipeline.Parts parts(boolean dryRun) {
		if (dryRun) {
			return this.making.parts(new DryRunSender(SlackPayload::of), (destination) -> false);
		}
		LateSlackSender sender = new LateSlackSender(this::sender);
		return this.making.parts(sender, sender);
	}

	private @Nullable ConfiguredShipping shipping(@Nullable ConfiguredCluster cluster, SlackPipeline.Parts parts) {
		return (cluster == null) ? null
				: new ConfiguredShipping(this.stages, cluster, this.shippingSecrets, parts.masking(),
						new ConfiguredShipping.Surroundings(this.shippingCounts, parts.fallback(),
								ConfiguredPipeline::now, this.trouble));
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

	private WebClientSlackSender sender() {
		return new WebClientSlackSender(this.stages.slack(this.sslContext.get()), this.credentials,
				ConfiguredPipeline::now);
	}

	/** What is worth a line at the start though nothing is wrong. */
	List<String> notices() {
		return this.making.notices();
	}

	@Override
	public SlackPipeline pipeline() {
		return this.pipeline;
	}

	@Override
	public @Nullable LogShipping shipping() {
		return (this.shipping != null) ? this.shipping.shipping() : null;
	}

	@Override
	public List<SlackAppender.Outlet> outlets() {
		return this.outlets;
	}

	@Override
	public SlackAppender.Settings appender() {
		return this.appender;
	}

	@Override
	public String destinationsKey() {
		return SlackPipelineAssembler.destinationsKey(this.settings);
	}

	@Override
	public Duration holdMax() {
		return this.settings.properties().startup().holdMax();
	}

	@Override
	public boolean tellsUncaughtExceptions() {
		return this.settings.properties().uncaughtExceptions();
	}

	@Override
	public Supplier<Tick> clock() {
		return ConfiguredPipeline::now;
	}

	@Override
	public SelfCheck selfCheck() {
		return ConfiguredDoctor.of(this.stages, this.credentials, this.sslContext, this.shipping, this.shippingSecrets);
	}

	@Override
	public boolean isDryRun() {
		return this.settings.properties().dryRun();
	}

	@Override
	public @Nullable String inboxUrl() {
		URI url = this.settings.inboxUrl();
		return (url != null) ? url.toString() : null;
	}

	PipelineCounts counts() {
		return this.counts;
	}

	ShippingCounts shippingCounts() {
		return this.shippingCounts;
	}

	/** Recognises the secrets that were given to a sender. */
	Predicate<String> secrets() {
		return this.credentials.given().or(this.shippingSecrets);
	}

	@Override
	public void decorate(ListableBeanFactory beans) {
		ContributedBeans contributed = new ContributedBeans(beans);
		SslBundles bundles = beans.getBeanProvider(SslBundles.class).getIfAvailable();
		this.sslContext.use(bundles);
		strictly(() -> this.credentials.use(contributed.all(SlackCredentials.class)));
		strictly(this.sslContext::check);
		contributed.all(PipelineListener.class).forEach(this.listeners::add);
		SlackPipeline.Decoration decoration = this.making.decoration(contributed);
		if (this.shipping != null) {
			this.shipping.use(bundles);
			strictly(this.shipping::check);
			this.shipping.decorate(decoration.masking(), decoration.fingerprinters());
		}
		this.pipeline.decorate(decoration);
	}

	@Override
	public void rehearse(List<LogEvent> events) {
		List<Destination> destinations = this.settings.destinations();
		if (destinations.isEmpty() || isDryRun()) {
			return;
		}
		try (WebClientSlackSender nobody = WebClientSlackSender.rehearsed(this.stages.slack(null),
				ConfiguredPipeline::now)) {
			StageMaking silent = new StageMaking(this.stages, this.shippingSecrets.masker(), new PipelineListener() {
			}, ConfiguredPipeline::now, (text) -> {
			});
			events.forEach((event) -> new Rehearsal(this.stages.pipeline(),
					silent.rehearsed(destinations.get(0), Rehearsal.waiting(nobody)), now())
				.play(event));
		}
		catch (IOException ex) {
			// no loopback: the first real error finds the code cold
		}
	}

	@Override
	public void report(ListableBeanFactory beans, List<String> unheard) {
		try {
			setUpReport(beans, unheard).tell();
		}
		catch (RuntimeException | LinkageError ex) {
			this.trouble.accept("the report of the start failed: " + ex.getClass().getName());
		}
	}

	SetUpReport setUpReport(ListableBeanFactory beans, List<String> unheard) {
		return new ConfiguredReport(this.stages, notices()).of(beans, unheard);
	}

	/** What is wrong stops the start, or is said. */
	private void strictly(Runnable check) {
		try {
			check.run();
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			if (this.settings.properties().failOnInvalidConfiguration()) {
				throw ex;
			}
			this.trouble.accept("the configuration is not valid: " + ex.getMessage());
		}
	}

}
