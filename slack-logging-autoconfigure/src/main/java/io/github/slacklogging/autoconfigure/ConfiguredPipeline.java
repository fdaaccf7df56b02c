package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.RunId;
import io.github.slacklogging.SlackCredentials;
import io.github.slacklogging.Tick;
import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.pipeline.ListenerChain;
import io.github.slacklogging.pipeline.SlackPipeline;
import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.runtime.PipelineAssembly;
import io.github.slacklogging.runtime.SlackLoggingRuntime;
import io.github.slacklogging.slack.WebClientSlackSender;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;

/**
 * The stages joined as the configuration says, first with the built-in rules alone, later
 * with the application's beans.
 */
final class ConfiguredPipeline implements PipelineAssembly {

	private final SlackLoggingSettings settings;

	private final StageSettings stages;

	private final SlackAppender.Settings appender;

	private final LateCredentials credentials;

	private final PipelineCounts counts;

	private final TroubleLog trouble = new TroubleLog(System.err::println, ConfiguredPipeline::now);

	private final ListenerChain listeners;

	private final StageMaking making;

	private final SlackPipeline pipeline;

	private final List<SlackAppender.Outlet> outlets;

	private final LateSslContext sslContext;

	ConfiguredPipeline(SlackLoggingSettings settings, @Nullable Class<?> mainClass, RunId runId) {
		this.settings = settings;
		this.stages = new StageSettings(settings, (mainClass != null) ? mainClass.getPackageName() : null);
		this.appender = this.stages.appender(runId);
		// Made later, but what it would refuse is said now.
		this.stages.slack(null);
		this.sslContext = new LateSslContext(settings.properties().http().sslBundle());
		this.credentials = new LateCredentials(settings.credentials(), settings.secretRules(), this.trouble);
		List<String> names = settings.destinations().stream().map(Destination::name).toList();
		this.counts = new PipelineCounts(names);
		this.listeners = new ListenerChain(this.counts);
		LateSlackSender sender = new LateSlackSender(this::sender);
		this.making = new StageMaking(this.stages, this.listeners, ConfiguredPipeline::now, this.trouble);
		SlackPipeline.Parts parts = this.making.parts(sender);
		this.pipeline = new SlackPipeline(this.stages.pipeline(), parts, this.listeners, ConfiguredPipeline::now,
				this.trouble);
		this.outlets = List.of(new SlackAppender.Outlet(this.pipeline.intake(), settings.properties().level()));
	}

	private static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

	/** What is worth a line at the start though nothing is wrong. */
	List<String> notices() {
		List<String> notices = new ArrayList<>(this.settings.notices());
		SlackLoggingProperties properties = this.settings.properties();
		properties.link().notice(properties.structured().enabled()).ifPresent(notices::add);
		if (properties.spool().enabled()) {
			notices.add(this.stages.spoolPlace().report());
		}
		return notices;
	}

	private WebClientSlackSender sender() {
		return new WebClientSlackSender(this.stages.slack(this.sslContext.get()), this.credentials,
				ConfiguredPipeline::now);
	}

	@Override
	public SlackPipeline pipeline() {
		return this.pipeline;
	}

	@Override
	public @Nullable LogShipping shipping() {
		return null;
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
	public @Nullable String inboxUrl() {
		URI url = this.settings.inboxUrl();
		return (url != null) ? url.toString() : null;
	}

	/** The counts of what runs; empty ones where nothing does. */
	static PipelineCounts countsOf(@Nullable SlackLoggingRuntime runtime) {
		return (runtime != null && runtime.assembly() instanceof ConfiguredPipeline configured) ? configured.counts
				: new PipelineCounts(List.of());
	}

	/** Recognises the secrets that were given to a sender. */
	static Predicate<String> secretsOf(@Nullable SlackLoggingRuntime runtime) {
		return (runtime != null && runtime.assembly() instanceof ConfiguredPipeline configured)
				? configured.credentials.given() : (text) -> false;
	}

	@Override
	public void decorate(ListableBeanFactory beans) {
		ContributedBeans contributed = new ContributedBeans(beans);
		this.sslContext.use(beans.getBeanProvider(SslBundles.class).getIfAvailable());
		strictly(() -> this.credentials.use(contributed.all(SlackCredentials.class)));
		strictly(this.sslContext::check);
		contributed.all(PipelineListener.class).forEach(this.listeners::add);
		this.pipeline.decorate(this.making.decoration(contributed));
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
