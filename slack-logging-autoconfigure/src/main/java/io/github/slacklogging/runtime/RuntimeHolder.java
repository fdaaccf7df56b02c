package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.RunId;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * What this JVM has of us, by Logback context. Thread-safe.
 *
 * <p>
 * It is the only static state of the library, because Logback's context is process-wide
 * too: several Spring applications in one JVM share it, and none of them may attach a
 * second appender.
 */
final class RuntimeHolder {

	private static final RuntimeHolder INSTANCE = new RuntimeHolder();

	private final RunId runId = RunId.random();

	private final Map<LoggerContext, SharedRuntime> runtimes = new HashMap<>();

	private boolean handlerAdded;

	private RuntimeHolder() {
	}

	/** {@code null} where Logback does not do the logging. */
	static @Nullable SharedRuntime find() {
		return (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) ? INSTANCE.of(context) : null;
	}

	private synchronized @Nullable SharedRuntime of(LoggerContext context) {
		SharedRuntime known = this.runtimes.get(context);
		List<PipelineAssembler> assemblers = (known != null) ? List.of()
				: SpringFactoriesLoader.loadFactories(PipelineAssembler.class, RuntimeHolder.class.getClassLoader());
		if (assemblers.isEmpty()) {
			return known;
		}
		SharedRuntime made = new SharedRuntime(context, assemblers.get(0), this.runId, RuntimeHolder::say);
		this.runtimes.put(context, made);
		addHandler();
		return made;
	}

	@SuppressWarnings("SystemOut")
	private static void say(String line) {
		System.err.println(line);
	}

	private void addHandler() {
		if (!this.handlerAdded) {
			try {
				SpringApplication.getShutdownHandlers().add(this::endAll);
				this.handlerAdded = true;
			}
			catch (IllegalStateException ex) {
				// the JVM is shutting down already
			}
		}
	}

	/** Runs after all contexts are closed and before Logback stops. */
	private void endAll() {
		List<SharedRuntime> all;
		synchronized (this) {
			all = new ArrayList<>(this.runtimes.values());
		}
		all.forEach(SharedRuntime::end);
	}

}
