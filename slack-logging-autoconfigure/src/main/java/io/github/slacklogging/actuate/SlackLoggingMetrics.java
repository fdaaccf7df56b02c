package io.github.slacklogging.actuate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.slacklogging.pipeline.PipelineView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Publishes the counts of the runtime as meters, for as long as one application context
 * lives. Thread-safe.
 *
 * <p>
 * The runtime outlives contexts, so it must not keep a registry: {@link #close()} lets go
 * of every registry and takes the meters off it. It belongs to the end of the bean, not
 * to a {@code ContextClosedEvent}, which a parent also hears from its children and which
 * a start that failed never sends.
 */
public final class SlackLoggingMetrics implements MeterBinder, AutoCloseable {

	private final PipelineCounts counts;

	private final PipelineView view;

	private final Map<MeterRegistry, RegistryBinding> bindings = new ConcurrentHashMap<>();

	/**
	 * Binds nothing yet.
	 * @param counts what was counted so far and will be
	 * @param view what stands right now
	 */
	public SlackLoggingMetrics(PipelineCounts counts, PipelineView view) {
		this.counts = counts;
		this.view = view;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		RegistryBinding binding = new RegistryBinding(registry, this.counts, this.view);
		if (this.bindings.putIfAbsent(registry, binding) == null) {
			binding.open();
		}
	}

	/** Lets go of every registry. Idempotent. */
	@Override
	public void close() {
		this.bindings.values().forEach(RegistryBinding::close);
		this.bindings.clear();
	}

}
