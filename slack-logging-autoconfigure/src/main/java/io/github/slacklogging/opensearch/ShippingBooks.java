package io.github.slacklogging.opensearch;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import io.github.slacklogging.DropReason;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;

/**
 * Keeps the books: <em>accepted = indexed + waiting + dropped</em>. What the worker
 * counts is consistent whenever the worker reads it; what threads that log are refused is
 * counted apart, once, and stands on both sides.
 */
final class ShippingBooks {

	private final ShippingListener listener;

	private final Map<DropReason, LongAdder> refused = new EnumMap<>(DropReason.class);

	private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);

	private long accepted;

	private long indexed;

	ShippingBooks(ShippingListener listener) {
		this.listener = listener;
		for (DropReason reason : DropReason.values()) {
			this.refused.put(reason, new LongAdder());
		}
	}

	/** An event that never got in. Called on threads that log. */
	void refused(DropReason reason, Severity severity) {
		refusals(reason).increment();
		this.listener.accepted(severity, 1);
		this.listener.dropped(reason, severity, 1);
	}

	void accepted(Severity severity) {
		this.accepted++;
		this.listener.accepted(severity, 1);
	}

	void indexed(Severity severity) {
		this.indexed++;
		this.listener.indexed(severity, 1);
	}

	void dropped(DropReason reason, Severity severity) {
		this.dropped.merge(reason, 1L, Long::sum);
		this.listener.dropped(reason, severity, 1);
	}

	/** One reading; each refusal is read once, so that both sides show the same. */
	Totals totals() {
		Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
		long refusals = 0;
		for (DropReason reason : DropReason.values()) {
			long refusedHere = refusals(reason).sum();
			long droppedHere = this.dropped.getOrDefault(reason, 0L) + refusedHere;
			refusals += refusedHere;
			if (droppedHere > 0) {
				drops.put(reason, droppedHere);
			}
		}
		return new Totals(this.accepted + refusals, this.indexed, drops);
	}

	private LongAdder refusals(DropReason reason) {
		LongAdder adder = this.refused.get(reason);
		if (adder == null) {
			throw new IllegalStateException("every reason has an adder");
		}
		return adder;
	}

	/** One reading of the books. */
	record Totals(long accepted, long indexed, Map<DropReason, Long> dropped) {

	}

}
