package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.RunId;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * What this JVM has of us, by Logback context. Thread-safe.
 *
 * <p>
 * It is the only static state of the library, because Logback's context is process-wide
 * too: several Spring applications in one JVM share it, and none of them may attach a
 * second appender.
 */
final class RuntimeHolder implements JvmEnd.Residents {

	private static final RuntimeHolder INSTANCE = new RuntimeHolder();

	private final RunId runId = RunId.random();

	private final Map<LoggerContext, SharedRuntime> runtimes = new HashMap<>();

	private final JvmEnd jvmEnd = new JvmEnd(this);

	private RuntimeHolder() {
	}

	/** {@code null} where Logback does not do the logging. */
	static @Nullable SharedRuntime find() {
		return (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) ? INSTANCE.of(context) : null;
	}

	/** The same for all Logback contexts of this JVM. */
	static RunId runId() {
		return INSTANCE.runId;
	}

	private synchronized @Nullable SharedRuntime of(LoggerContext context) {
		SharedRuntime known = this.runtimes.get(context);
		List<PipelineAssembler> assemblers = (known != null) ? List.of()
				: SpringFactoriesLoader.loadFactories(PipelineAssembler.class, RuntimeHolder.class.getClassLoader());
		if (assemblers.isEmpty()) {
			return known;
		}
		SharedRuntime made = new SharedRuntime(context, assemblers.get(0), this.runId, this.jvmEnd, RuntimeHolder::say);
		this.runtimes.put(context, made);
		return made;
	}

	@SuppressWarnings("SystemOut")
	private static void say(String line) {
		System.err.println(line);
	}

	@Override
	public void prepare() {
		owners().forEach(Tenant::jvmEnds);
	}

	@Override
	public boolean isOpen() {
		return owners().anyMatch(Tenant::isOpen);
	}

	@Override
	public boolean isClosing() {
		return owners().anyMatch(Tenant::isClosing);
	}

	private Stream<Tenant> owners() {
		return all().stream().map(SharedRuntime::owner).filter(Objects::nonNull);
	}

	@Override
	public void end() {
		prepare();
		owners().forEach(Tenant::awaitReport);
		all().forEach(SharedRuntime::end);
	}

	private synchronized List<SharedRuntime> all() {
		return new ArrayList<>(this.runtimes.values());
	}

}
