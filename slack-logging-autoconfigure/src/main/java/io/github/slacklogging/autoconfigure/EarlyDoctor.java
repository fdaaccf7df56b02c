package io.github.slacklogging.autoconfigure;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.github.slacklogging.Finding;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;
import io.github.slacklogging.autoconfigure.InvalidSlackLoggingConfigurationException.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Examines what an environment asks for, without any bean: what is right of it, and what
 * is not.
 *
 * @param environment of the application
 * @param mainClass of the application, where it is known
 * @param clock the time
 */
record EarlyDoctor(ConfigurableEnvironment environment, @Nullable Class<?> mainClass,
		Supplier<Tick> clock) implements SelfCheck {

	EarlyDoctor(ConfigurableEnvironment environment, @Nullable Class<?> mainClass) {
		this(environment, mainClass, EarlyDoctor::now);
	}

	static Tick now() {
		return new Tick(Instant.now(), System.nanoTime());
	}

	@Override
	public List<Finding> examine() {
		try {
			return examined();
		}
		catch (RuntimeException | LinkageError ex) {
			// Its text may hold anything.
			return List.of(Finding.failed("configuration", "check", "could not be examined: " + ex.getClass().getName(),
					"Look whether a library was excluded that the logger needs; otherwise report this, it is a defect of ours."));
		}
	}

	private List<Finding> examined() {
		ClassLoader loader = (this.mainClass != null) ? this.mainClass.getClassLoader()
				: ClassUtils.getDefaultClassLoader();
		SlackLoggingSetup.Examined examined = SlackLoggingSetup.examine(this.environment, loader);
		SlackLoggingSettings settings = examined.settings();
		StageSettings stages = new StageSettings(settings,
				(this.mainClass != null) ? this.mainClass.getPackageName() : null);
		boolean logback = isLogback(loader);
		ConfigurationCheck report = new ConfigurationCheck(settings, examined.problems(), examined.enabled(), logback,
				new UnreadProperties(BoundNames.all()).in(this.environment));
		EarlySslBundles bundles = new EarlySslBundles(this.environment);
		String slack = settings.properties().http().sslBundle();
		String cluster = settings.properties().opensearch().http().sslBundle();
		ConfiguredDoctor.Sources sources = new ConfiguredDoctor.Sources(
				DestinationSecrets.early(settings.credentials(), settings.secretRules()), () -> bundles.bundle(slack),
				() -> bundles.bundle(cluster), new ConfiguredShipping.Secrets());
		boolean asked = logback && examined.problems().isEmpty();
		return new ConfiguredDoctor(stages, asked ? report.and(objections(stages)) : report, sources, this.clock)
			.examine();
	}

	/**
	 * Boot has checked already that it is the one that SLF4J speaks to; where Boot was
	 * told to leave logging alone, nobody knows, and it is taken for granted.
	 */
	private static boolean isLogback(@Nullable ClassLoader loader) {
		ClassLoader known = (loader != null) ? loader : EarlyDoctor.class.getClassLoader();
		return LoggingSystem.get(known).getClass().getName().matches(".*(Logback|NoOp).*");
	}

	/** A stage knows best what it cannot work with. */
	private List<Problem> objections(StageSettings stages) {
		try {
			stages.slack(null);
			LateSlackSender nobody = new LateSlackSender(() -> {
				throw new IllegalStateException("nothing is sent here");
			});
			new StageMaking(stages, (field, text) -> text, new PipelineListener() {
			}, this.clock, (trouble) -> {
			}).parts(nobody, nobody);
			return List.of();
		}
		catch (IllegalArgumentException ex) {
			return InvalidSlackLoggingConfigurationException.from(ex).problems();
		}
	}

}
