package io.github.slacklogging.pipeline;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.slacklogging.CircuitState;
import io.github.slacklogging.Tick;
import io.github.slacklogging.relay.RelayStatus;
import io.github.slacklogging.worker.DeliveryWindow;
import org.jspecify.annotations.Nullable;

/**
 * Which thresholds of health one destination is beyond, and since when. Looks once in
 * each round of the worker, and says when a round is needed for it though nothing
 * happens. Used by the worker only.
 */
final class Thresholds {

	private final Wire wire;

	private final TrackRecord track;

	private final HealthLimits limits;

	private final Backlog backlog;

	private final Map<HealthThreshold, BrokenThreshold> broken = new EnumMap<>(HealthThreshold.class);

	private @Nullable Tick notClosedSince;

	Thresholds(Wire wire, Stock stock) {
		this.wire = wire;
		this.track = wire.track();
		this.limits = this.track.limits();
		this.backlog = new Backlog(wire, stock);
	}

	void look(Tick now) {
		judgeSuccessRate(now);
		judgeBacklog(now);
		judgeLatency(now);
		RelayStatus relayed = this.wire.relayed();
		judgeFailures(relayed.consecutiveFailures(), now);
		judgeCircuit(relayed.circuit(), now);
	}

	private void judgeSuccessRate(Tick now) {
		DeliveryWindow window = this.track.window();
		int attempts = window.size(now);
		double rate = window.successRate(now);
		if (attempts < this.limits.minSamples() || rate >= this.limits.minSuccessRate()) {
			kept(HealthThreshold.SUCCESS_RATE);
			return;
		}
		BigDecimal percent = BigDecimal.valueOf(this.limits.minSuccessRate()).movePointRight(2).stripTrailingZeros();
		broken(HealthThreshold.SUCCESS_RATE, Math.round(rate * attempts) + " of " + attempts
				+ " attempts acknowledged within " + inWords(this.limits.window()),
				"at least " + percent.toPlainString() + " %", now);
	}

	private void judgeBacklog(Tick now) {
		this.backlog.look(now);
		boolean stalled = this.backlog.isStalled(now);
		if (!stalled && !this.backlog.isTooOld()) {
			kept(HealthThreshold.OVERDUE);
			return;
		}
		String window = inWords(this.limits.window());
		broken(HealthThreshold.OVERDUE,
				count(this.backlog.overdue(), "event") + (stalled ? ", none acknowledged for " + window : ""),
				count(this.limits.maxOverdue(), "event") + " for " + inWords(this.limits.maxLatency()) + ", any for "
						+ window,
				now);
	}

	private void judgeLatency(Tick now) {
		Duration p95 = this.track.window().p95Latency(now);
		if (p95 == null || !isLate(p95, now)) {
			kept(HealthThreshold.LATENCY);
			return;
		}
		broken(HealthThreshold.LATENCY, inWords(p95) + " for the slowest of 95 %", inWords(this.limits.maxLatency()),
				now);
	}

	private boolean isLate(Duration p95, Tick now) {
		return this.track.window().latencies(now) >= this.limits.minSamples()
				&& p95.compareTo(this.limits.maxLatency()) > 0;
	}

	private void judgeFailures(int failures, Tick now) {
		if (failures <= this.limits.maxConsecutiveFailures()) {
			kept(HealthThreshold.CONSECUTIVE_FAILURES);
			return;
		}
		broken(HealthThreshold.CONSECUTIVE_FAILURES, failures + " in a row",
				String.valueOf(this.limits.maxConsecutiveFailures()), now);
	}

	private void judgeCircuit(CircuitState circuit, Tick now) {
		Tick since = this.notClosedSince;
		if (circuit == CircuitState.CLOSED) {
			this.notClosedSince = null;
			kept(HealthThreshold.CIRCUIT_OPEN);
			return;
		}
		this.notClosedSince = (since != null) ? since : now;
		if (since != null && now.since(since).compareTo(this.limits.maxCircuitOpen()) > 0) {
			broken(HealthThreshold.CIRCUIT_OPEN, inWords(now.since(since)), inWords(this.limits.maxCircuitOpen()), now);
		}
	}

	private void kept(HealthThreshold threshold) {
		this.broken.remove(threshold);
	}

	private void broken(HealthThreshold threshold, String measured, String limit, Tick now) {
		BrokenThreshold before = this.broken.get(threshold);
		this.broken.put(threshold,
				new BrokenThreshold(threshold, measured, limit, (before != null) ? before.since() : now.instant()));
	}

	private static String count(long number, String what) {
		return number + " " + what + ((number == 1) ? "" : "s");
	}

	/** As properties are written: {@code 1m30s}. */
	private static String inWords(Duration duration) {
		return Duration.ofMillis(duration.toMillis()).toString().substring("PT".length()).toLowerCase(Locale.ROOT);
	}

	/** As the last look left it. */
	List<BrokenThreshold> broken() {
		return List.copyOf(this.broken.values());
	}

	/**
	 * How long until it may look otherwise though nothing happens.
	 * @return nanoseconds, {@link Long#MAX_VALUE} where nothing can
	 */
	long nanosToNext(Tick now) {
		boolean late = this.broken.containsKey(HealthThreshold.LATENCY);
		long next = Math.min(this.backlog.nanosToNext(now), this.track.window().nanosToChange(late, now));
		Tick since = this.notClosedSince;
		boolean counting = since != null && !this.broken.containsKey(HealthThreshold.CIRCUIT_OPEN);
		return (since != null && counting)
				? Math.min(next, this.limits.maxCircuitOpen().minus(now.since(since)).toNanos() + 1) : next;
	}

}
