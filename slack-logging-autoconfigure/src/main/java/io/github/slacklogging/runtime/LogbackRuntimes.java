package io.github.slacklogging.runtime;

import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Starts and finds runtimes where Logback is in charge. Kept apart from the listener,
 * whose class must load in applications that have no Logback at all.
 */
final class LogbackRuntimes {

	private final Consumer<String> warnings;

	LogbackRuntimes(Consumer<String> warnings) {
		this.warnings = warnings;
	}

	/** The runtime of the process's Logback context, started if need be. */
	@Nullable SlackLoggingRuntime findOrStart(ConfigurableEnvironment environment, @Nullable Class<?> mainClass) {
		LoggerContext context = loggerContext();
		if (context == null) {
			return null;
		}
		SlackLoggingRuntime open = RuntimeHolder.get().find(context);
		if (open != null) {
			return share(open, environment);
		}
		return RuntimeHolder.get().findOrStart(context, () -> {
			PipelineAssembler assembler = assembler();
			PipelineAssembly assembly = (assembler != null)
					? assembler.assemble(environment, mainClass, RuntimeHolder.get().runId()) : null;
			return (assembly != null) ? SlackLoggingRuntime.start(context, assembly) : null;
		});
	}

	@Nullable SlackLoggingRuntime find() {
		LoggerContext context = loggerContext();
		return (context != null) ? RuntimeHolder.get().find(context) : null;
	}

	private SlackLoggingRuntime share(SlackLoggingRuntime open, ConfigurableEnvironment environment) {
		open.ensureAttached();
		PipelineAssembler assembler = assembler();
		String wanted = (assembler != null) ? assembler.destinationsKey(environment) : "";
		if (!wanted.isEmpty() && !wanted.equals(open.assembly().destinationsKey())) {
			this.warnings.accept("slack-logging: another application in this JVM owns the logging to Slack;"
					+ " the slack.logging.* settings of this one are not used until that one is closed");
		}
		return open;
	}

	private static @Nullable PipelineAssembler assembler() {
		List<PipelineAssembler> assemblers = SpringFactoriesLoader.loadFactories(PipelineAssembler.class,
				LogbackRuntimes.class.getClassLoader());
		return assemblers.isEmpty() ? null : assemblers.get(0);
	}

	private static @Nullable LoggerContext loggerContext() {
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		return (factory instanceof LoggerContext context) ? context : null;
	}

}
