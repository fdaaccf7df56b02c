package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.RunId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;

/**
 * Every runtime of this JVM, one per Logback context. Thread-safe.
 *
 * <p>
 * It is the only static state of the library, because Logback's context is process-wide
 * too: several Spring applications in one JVM share it, and none of them may attach a
 * second appender.
 */
final class RuntimeHolder {

	private static final RuntimeHolder INSTANCE = new RuntimeHolder();

	private final RunId runId = RunId.random();

	private final Map<LoggerContext, SlackLoggingRuntime> runtimes = new HashMap<>();

	private boolean handlerAdded;

	private RuntimeHolder() {
	}

	static RuntimeHolder get() {
		return INSTANCE;
	}

	RunId runId() {
		return this.runId;
	}

	synchronized @Nullable SlackLoggingRuntime find(LoggerContext context) {
		SlackLoggingRuntime runtime = this.runtimes.get(context);
		return (runtime != null && !runtime.isClosed()) ? runtime : null;
	}

	/** The open runtime of this context, or a new one if there is something to start. */
	synchronized @Nullable SlackLoggingRuntime findOrStart(LoggerContext context,
			Supplier<@Nullable SlackLoggingRuntime> starter) {
		SlackLoggingRuntime open = find(context);
		if (open != null) {
			return open;
		}
		SlackLoggingRuntime started = starter.get();
		if (started != null) {
			this.runtimes.put(context, started);
			addHandler();
		}
		return started;
	}

	private void addHandler() {
		if (!this.handlerAdded) {
			try {
				SpringApplication.getShutdownHandlers().add(this::closeAll);
				this.handlerAdded = true;
			}
			catch (IllegalStateException ex) {
				// the JVM is shutting down already
			}
		}
	}

	/** Runs after all contexts are closed and before Logback stops. */
	private void closeAll() {
		List<SlackLoggingRuntime> open;
		synchronized (this) {
			open = new ArrayList<>(this.runtimes.values());
		}
		open.forEach(SlackLoggingRuntime::close);
	}

	synchronized void forget(SlackLoggingRuntime runtime) {
		this.runtimes.values().removeIf((known) -> known == runtime);
	}

}
