package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Severity;
import io.github.slacklogging.actuate.PipelineCounts;
import io.github.slacklogging.actuate.ShippingCounts;
import io.github.slacklogging.actuate.SlackLoggingMetrics;
import io.github.slacklogging.pipeline.PipelineView;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import io.github.slacklogging.testing.PipelineStatuses;
import io.github.slacklogging.testing.SettablePipelineView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SlackLoggingMetricsAutoConfigurationTests {

	private final PipelineCounts counts = new PipelineCounts(List.of("default"));

	private final ShippingCounts shipping = new ShippingCounts();

	private final PipelineView view = SettablePipelineView.of(PipelineStatuses.running().waiting(3));

	private final ApplicationContextRunner withoutPipeline = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(SlackLoggingMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
					CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class));

	private final ApplicationContextRunner runner = this.withoutPipeline
		.withBean(PipelineCounts.class, () -> this.counts)
		.withBean(ShippingCounts.class, () -> this.shipping)
		.withBean(PipelineView.class, () -> this.view);

	@Test
	void metersStandInTheRegistryOfTheApplication() {
		this.counts.accepted(Severity.ERROR, 4);
		this.runner.run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(accepted(registry)).isEqualTo(4);
			assertThat(registry.get("slack.logging.queue.depth").gauge().value()).isEqualTo(3);
		});
	}

	@Test
	void twoRegistriesShowTheSameThroughTheComposite() {
		this.counts.accepted(Severity.ERROR, 4);
		this.runner.withBean("first", MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("second", MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				assertThat(context.getBean(MeterRegistry.class)).isInstanceOf(CompositeMeterRegistry.class);
				assertThat(accepted(context.getBean("first", MeterRegistry.class))).isEqualTo(4);
				assertThat(accepted(context.getBean("second", MeterRegistry.class))).isEqualTo(4);
			});
	}

	@Test
	void withoutPipelineThereAreNone() {
		this.withoutPipeline
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingMetrics.class));
	}

	@Test
	void withoutRegistryThereAreNone() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SlackLoggingMetricsAutoConfiguration.class))
			.withBean(PipelineCounts.class, () -> this.counts)
			.withBean(ShippingCounts.class, () -> this.shipping)
			.withBean(PipelineView.class, () -> this.view)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SlackLoggingMetrics.class));
	}

	@Test
	void metricsOfTheApplicationWin() {
		SlackLoggingMetrics own = new SlackLoggingMetrics(this.counts, this.shipping, this.view);
		this.runner.withBean(SlackLoggingMetrics.class, () -> own)
			.run((context) -> assertThat(context.getBean(SlackLoggingMetrics.class)).isSameAs(own));
	}

	@Test
	void switchOfBootTurnsTheMetersOff() {
		this.runner.withPropertyValues("management.metrics.enable.slack.logging=false")
			.run((context) -> assertThat(context.getBean(MeterRegistry.class).getMeters())
				.noneMatch((meter) -> meter.getId().getName().startsWith("slack.logging")));
	}

	@Test
	void applicationWithoutMicrometerStartsWithoutThem() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withBean(PipelineCounts.class, () -> this.counts)
			.withBean(ShippingCounts.class, () -> this.shipping)
			.withBean(PipelineView.class, () -> this.view)
			.withClassLoader(new FilteredClassLoader("io.micrometer.core", "org.springframework.boot.micrometer"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("slackLoggingMetrics")
				.doesNotHaveBean(SlackLoggingMetricsAutoConfiguration.class));
	}

	@Test
	void applicationWithMicrometerFindsThemByItself() {
		new ApplicationContextRunner().withUserConfiguration(WholeApplication.class)
			.withBean(PipelineCounts.class, () -> this.counts)
			.withBean(ShippingCounts.class, () -> this.shipping)
			.withBean(PipelineView.class, () -> this.view)
			.run((context) -> assertThat(context).hasSingleBean(SlackLoggingMetrics.class));
	}

	@Test
	void contextsOneAfterTheOtherShareTheCountsAndLeaveNothingBehind() {
		List<MeterRegistry> seen = new ArrayList<>();
		for (int round = 1; round <= 2; round++) {
			double expected = round;
			this.counts.accepted(Severity.ERROR, 1);
			this.runner.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(seen).doesNotContain(registry);
				assertThat(accepted(registry)).isEqualTo(expected);
				seen.add(registry);
			});
		}
		assertThat(seen).hasSize(2)
			.allSatisfy((registry) -> assertThat(registry.isClosed()).isTrue())
			.flatExtracting(MeterRegistry::getMeters)
			.noneMatch((meter) -> meter.getId().getName().startsWith("slack.logging"));
	}

	@Test
	void startThatFailsLeavesNothingBehind() {
		MeterRegistry staying = new SimpleMeterRegistry();
		this.runner.withBean(MeterRegistry.class, () -> staying)
			.withBean("broken", SmartLifecycle.class, BrokenLifecycle::new)
			.run((context) -> assertThat(context).hasFailed());
		assertThat(staying.getMeters()).noneMatch((meter) -> meter.getId().getName().startsWith("slack.logging"));
	}

	private static double accepted(MeterRegistry registry) {
		return registry.get("slack.logging.events")
			.tags("severity", "error", "outcome", "accepted")
			.functionCounter()
			.count();
	}

	/** Fails after the meters were bound. */
	static final class BrokenLifecycle implements SmartLifecycle {

		@Override
		public void start() {
			throw new IllegalStateException("broken");
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

	/** All auto-configurations of the class path, in the order Boot gives them. */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class WholeApplication {

	}

}
