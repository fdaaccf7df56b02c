package io.github.slacklogging.autoconfigure;

import java.util.List;
import java.util.function.Predicate;

import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.actuate.ShippingCounts;
import io.github.slacklogging.runtime.SlackLoggingRuntime;
import org.jspecify.annotations.Nullable;

/** What beans want of a runtime, which may not be there. */
final class RunningPipeline {

	private RunningPipeline() {
	}

	/** The counts of what runs; empty ones where nothing does. */
	static PipelineCounts countsOf(@Nullable SlackLoggingRuntime runtime) {
		ConfiguredPipeline configured = of(runtime);
		return (configured != null) ? configured.counts() : new PipelineCounts(List.of());
	}

	/** The counts of what is shipped; empty ones where nothing runs. */
	static ShippingCounts shippingCountsOf(@Nullable SlackLoggingRuntime runtime) {
		ConfiguredPipeline configured = of(runtime);
		return (configured != null) ? configured.shippingCounts() : new ShippingCounts();
	}

	/** Recognises the secrets that were given to a sender. */
	static Predicate<String> secretsOf(@Nullable SlackLoggingRuntime runtime) {
		ConfiguredPipeline configured = of(runtime);
		return (configured != null) ? configured.secrets() : (text) -> false;
	}

	private static @Nullable ConfiguredPipeline of(@Nullable SlackLoggingRuntime runtime) {
		return (runtime != null && runtime.assembly() instanceof ConfiguredPipeline configured) ? configured : null;
	}

}
