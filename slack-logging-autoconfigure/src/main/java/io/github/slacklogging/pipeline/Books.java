package io.github.slacklogging.pipeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.PipelineListener;
import io.github.slacklogging.Severity;

/**
 * Keeps the books: <em>accepted + recovered = delivered + waiting + dropped</em>. What
 * the worker counts is consistent whenever the worker reads it; what threads that log are
 * refused is counted apart, once, and stands on both sides.
 */
final class Books implements PipelineListener {

	private final LongAdder accepted = new LongAdder();

	private final LongAdder recovered = new LongAdder();

	private final LongAdder filtered = new LongAdder();

	private final Map<DeliveryKind, LongAdder> delivered = adders(DeliveryKind.class);

	private final Map<DropReason, LongAdder> dropped = adders(DropReason.class);

	private final Map<DropReason, LongAdder> refused = adders(DropReason.class);

	private static <E extends Enum<E>> Map<E, LongAdder> adders(Class<E> type) {
		Map<E, LongAdder> adders = new EnumMap<>(type);
		for (E constant : type.getEnumConstants()) {
			adders.put(constant, new LongAdder());
		}
		return adders;
	}

	/** An event that never got in: accepted and dropped in one. */
	void refused(DropReason reason) {
		adder(this.refused, reason).increment();
	}

	@Override
	public void accepted(Severity severity, long count) {
		this.accepted.add(count);
	}

	@Override
	public void recovered(Severity severity, long count) {
		this.recovered.add(count);
	}

	@Override
	public void filtered(Severity severity, long count) {
		this.filtered.add(count);
	}

	@Override
	public void dropped(DropReason reason, Severity severity, long count) {
		adder(this.dropped, reason).add(count);
	}

	@Override
	public void delivered(String destination, Severity severity, DeliveryKind how, long count) {
		adder(this.delivered, how).add(count);
	}

	/** Events dropped so far, for whatever reason. */
	long dropped() {
		return totals().dropped().values().stream().mapToLong(Long::longValue).sum();
	}

	/** Each refusal is read once, so that both sides show the same. */
	Totals totals() {
		Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
		long refusals = 0;
		for (DropReason reason : DropReason.values()) {
			long refusedHere = adder(this.refused, reason).sum();
			long droppedHere = adder(this.dropped, reason).sum() + refusedHere;
			refusals += refusedHere;
			if (droppedHere > 0) {
				drops.put(reason, droppedHere);
			}
		}
		Map<DeliveryKind, Long> deliveries = new EnumMap<>(DeliveryKind.class);
		this.delivered.forEach((how, count) -> deliveries.put(how, count.sum()));
		return new Totals(this.accepted.sum() + refusals, this.recovered.sum(), this.filtered.sum(), deliveries, drops);
	}

	private static <E extends Enum<E>> LongAdder adder(Map<E, LongAdder> adders, E key) {
		LongAdder adder = adders.get(key);
		if (adder == null) {
			throw new IllegalStateException("every constant has an adder");
		}
		return adder;
	}

	/** One reading of the books. */
	record Totals(long accepted, long recovered, long filtered, Map<DeliveryKind, Long> delivered,
			Map<DropReason, Long> dropped) {

	}

}
