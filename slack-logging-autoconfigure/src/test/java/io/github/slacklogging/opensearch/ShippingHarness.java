package io.github.slacklogging.opensearch;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.PipelineState;
import io.github.slacklogging.Secret;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.Tick;
import io.github.slacklogging.buffer.EventBuffer;
import io.github.slacklogging.masking.EventMasking;
import io.github.slacklogging.opensearch.OpenSearchShipping.Decoration;
import io.github.slacklogging.relay.BreakerGate;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.ManualClock;
import io.github.slacklogging.worker.Round;
import io.github.slacklogging.worker.TroubleLog;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shipping on a manual clock. After every round the books must balance, and what was
 * counted by the listener must be what the status says.
 */
final class ShippingHarness {

	static final Duration LINGER = Duration.ofSeconds(1);

	final ManualClock clock = new ManualClock();

	final ScriptedCluster cluster = new ScriptedCluster();

	final List<String> stderr = new ArrayList<>();

	final List<String> fallback = new ArrayList<>();

	final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);

	final List<String> requests = new ArrayList<>();

	final OpenSearchShipping shipping;

	private long accepted;

	private long indexed;

	private long sequence;

	ShippingHarness() {
		this(new Plan());
	}

	ShippingHarness(Plan plan) {
		this.shipping = new OpenSearchShipping(new OpenSearchShipping.Settings(
				List.of(URI.create("http://localhost:9200")), "logs-orders", false, plan.template, plan.maxEvents,
				plan.maxBytes, LINGER, new EventBuffer.Settings(plan.capacity, 64_000_000), Duration.ofSeconds(10),
				Duration.ofSeconds(5), Duration.ofMinutes(5)), parts(), this.cluster, this.clock);
	}

	private OpenSearchShipping.Parts parts() {
		EventMasking masking = new EventMasking(EventMasking.Settings.defaults(), List.of(), new PipelineListener() {
		});
		return new OpenSearchShipping.Parts(new Decoration(masking::mask, (event, now) -> kind(event.message())),
				() -> new ServiceIdentity("orders", "1", null, "test", "host", null), () -> {
					throw new IllegalStateException("nobody connects");
				}, new NoAuthorization(),
				new BreakerGate(new BreakerGate.Settings(Duration.ofSeconds(1), Duration.ofMinutes(1), 0, 5,
						Duration.ofSeconds(30)), new Random(1)),
				new Written(), new Counting(), new TroubleLog(this.stderr::add, this.clock));
	}

	private static Fingerprint kind(String message) {
		return Fingerprint.of(List.of(message));
	}

	/** The application's own parts are known. */
	ShippingHarness decorated() {
		EventMasking masking = new EventMasking(EventMasking.Settings.defaults(), List.of(), new PipelineListener() {
		});
		this.shipping.decorate(new Decoration(masking::mask, (event, now) -> kind(event.message())));
		run();
		return this;
	}

	boolean log(EventFixture event) {
		Severity severity = event.severity();
		return this.shipping.intake().admits(severity)
				&& this.shipping.intake().offer(event.withSequence(++this.sequence).build());
	}

	ShippingHarness log(int count) {
		for (int i = 0; i < count; i++) {
			log(EventFixture.event().withSeverity(Severity.INFO).withMessage("Order " + i));
		}
		return this;
	}

	/** One round. */
	long run() {
		if (status().state() == PipelineState.STOPPED) {
			return Round.DONE;
		}
		long next = this.shipping.worker().runOnce(this.clock.get());
		ShippingStatus status = status();
		assertThat(status.balances()).as("%s", status).isTrue();
		assertThat(this.accepted).isEqualTo(status.accepted());
		assertThat(this.indexed).isEqualTo(status.indexed());
		assertThat(this.dropped).isEqualTo(status.dropped());
		return next;
	}

	/** As the worker's thread would, without its sleeps; fails where it would spin. */
	void pass(Duration time) {
		Tick end = this.clock.get().plus(time);
		long next = settle();
		long left = end.nanos() - this.clock.get().nanos();
		while (next >= 0 && next <= left && left > 0) {
			this.clock.advance(Duration.ofNanos(next));
			next = settle();
			left = end.nanos() - this.clock.get().nanos();
		}
		this.clock.advance(Duration.ofNanos(Math.max(0, left)));
		settle();
	}

	/** Rounds until none asks for another one at once. */
	private long settle() {
		long next = run();
		for (int rounds = 0; next == 0; rounds++) {
			assertThat(rounds).as("rounds that ask for another one at once").isLessThan(1_000);
			next = run();
		}
		return next;
	}

	ShippingStatus status() {
		return this.shipping.status();
	}

	/** What a test changes of the settings. */
	static final class Plan {

		private boolean template;

		private int maxEvents = 500;

		private long maxBytes = 5_000_000;

		private int capacity = 1024;

		Plan withTemplate() {
			this.template = true;
			return this;
		}

		Plan withMaxEvents(int events) {
			this.maxEvents = events;
			return this;
		}

		Plan withMaxBytes(long bytes) {
			this.maxBytes = bytes;
			return this;
		}

		Plan withCapacity(int events) {
			this.capacity = events;
			return this;
		}

	}

	private static final class NoAuthorization implements AuthorizationSource {

		@Override
		public @Nullable Secret authorization() {
			return null;
		}

		@Override
		public void refused() {
		}

	}

	private final class Written implements FallbackLog {

		@Override
		public void write(String destination, MaskedEvent event) {
			ShippingHarness.this.fallback.add(destination + " " + event.message());
		}

		@Override
		public void close() {
		}

	}

	private final class Counting implements ShippingListener {

		@Override
		public void accepted(Severity severity, long count) {
			ShippingHarness.this.accepted += count;
		}

		@Override
		public void indexed(Severity severity, long count) {
			ShippingHarness.this.indexed += count;
		}

		@Override
		public void dropped(DropReason reason, Severity severity, long count) {
			ShippingHarness.this.dropped.merge(reason, count, Long::sum);
		}

		@Override
		public void requestCompleted(String status, Duration duration) {
			ShippingHarness.this.requests.add(status);
		}

	}

}
