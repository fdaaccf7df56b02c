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

	private final ShippingCounts shipping;

	private final PipelineView view;

	private final Map<MeterRegistry, Bindings> bindings = new ConcurrentHashMap<>();

	/**
	 * Binds nothing yet.
	 * @param counts what was counted of the way to Slack so far and will be
	 * @param shipping what was counted of the way to OpenSearch so far and will be
	 * @param view what stands right now
	 */
	public SlackLoggingMetrics(PipelineCounts counts, ShippingCounts shipping, PipelineView view) {
		this.counts = counts;
		this.shipping = shipping;
		this.view = view;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Bindings both = new Bindings(new RegistryBinding(registry, this.counts, this.view),
				new ShippingBinding(registry, this.shipping, this.view));
		if (this.bindings.putIfAbsent(registry, both) == null) {
			both.open();
		}
	}

	/** Lets go of every registry. Idempotent. */
	@Override
	public void close() {
		this.bindings.values().forEach(Bindings::close);
		this.bindings.clear();
	}

	/** All that one registry shows. */
	private record Bindings(RegistryBinding pipeline, ShippingBinding shipping) {

		void open() {
			this.pipeline.open();
			this.shipping.open();
		}

		void close() {
			this.pipeline.close();
			this.shipping.close();
		}

	}

}
