package io.github.slacklogging.autoconfigure;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.RunId;
import io.github.slacklogging.runtime.PipelineAssembler;
import io.github.slacklogging.runtime.PipelineAssembly;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Reads the configuration and, where it names a destination or a cluster, joins the
 * stages. That nothing goes to Slack is said on stderr, because nobody may log while
 * logging is set up, and it must be heard where the application's own logging is off.
 */
final class SlackPipelineAssembler implements PipelineAssembler {

	@Override
	public @Nullable PipelineAssembly assemble(ConfigurableEnvironment environment, @Nullable Class<?> mainClass,
			RunId runId) {
		SlackLoggingSetup setup = SlackLoggingSetup.read(environment, classLoader(mainClass));
		if (setup instanceof SlackLoggingSetup.Active active) {
			return join(active.settings(), mainClass, runId);
		}
		if (setup instanceof SlackLoggingSetup.Inert inert && inert.cause() != SlackLoggingSetup.Cause.SWITCHED_OFF) {
			say(inert.message());
		}
		return null;
	}

	/** A stage knows best what it cannot work with. */
	private static @Nullable PipelineAssembly join(SlackLoggingSettings settings, @Nullable Class<?> mainClass,
			RunId runId) {
		try {
			ConfiguredPipeline joined = new ConfiguredPipeline(settings, mainClass, runId);
			settings.silence().ifPresent(SlackPipelineAssembler::say);
			return joined;
		}
		catch (IllegalArgumentException ex) {
			var invalid = InvalidSlackLoggingConfigurationException.from(ex);
			if (settings.properties().failOnInvalidConfiguration()) {
				throw invalid;
			}
			say("Nothing goes to Slack, the configuration is not valid: " + invalid.getMessage());
			return null;
		}
	}

	@Override
	public String destinationsKey(ConfigurableEnvironment environment) {
		SlackLoggingSetup setup = SlackLoggingSetup.read(environment, classLoader(null));
		return (setup instanceof SlackLoggingSetup.Active active) ? destinationsKey(active.settings()) : "";
	}

	static String destinationsKey(SlackLoggingSettings settings) {
		Stream<String> destinations = settings.destinations()
			.stream()
			.map((destination) -> destination.name() + "=" + destination.limitKey());
		ConfiguredCluster cluster = settings.cluster();
		Stream<String> addresses = (cluster == null) ? Stream.empty()
				: cluster.uris().stream().map((uri) -> "opensearch " + ClusterAddresses.canonical(uri));
		Stream<String> shipping = (cluster == null) ? Stream.empty()
				: Stream.concat(addresses, names(settings.properties().opensearch()));
		Stream<String> mode = settings.properties().dryRun() ? Stream.of("dry run") : Stream.empty();
		return Stream.of(destinations, shipping, mode)
			.flatMap((each) -> each)
			.sorted()
			.collect(Collectors.joining(","));
	}

	/**
	 * As they are set; those by the name of the service differ without anybody's doing.
	 */
	private static Stream<String> names(OpenSearchProperties opensearch) {
		Stream<String> index = Stream.ofNullable(opensearch.index()).map((name) -> "opensearch index " + name);
		return Stream.concat(index,
				Stream.ofNullable(opensearch.dataStream()).map((name) -> "opensearch data stream " + name));
	}

	private static @Nullable ClassLoader classLoader(@Nullable Class<?> mainClass) {
		return (mainClass != null) ? mainClass.getClassLoader() : ClassUtils.getDefaultClassLoader();
	}

	@SuppressWarnings("SystemOut")
	private static void say(String line) {
		System.err.println("slack-logging: " + line);
	}

}
