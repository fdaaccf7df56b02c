package io.github.slacklogging.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one run so far, bounded. Thread-safe; the application's objects are
 * read outside of the lock, which is held for a moment only.
 */
final class RunNotes implements JobNotes {

	private static final int MAX_ENTRIES = 50;

	private static final int MAX_WARNINGS = 5;

	private final Unharmed unharmed;

	private final Map<String, @Nullable Object> details = new LinkedHashMap<>();

	private final Map<String, Long> counts = new LinkedHashMap<>();

	private final Set<String> warnings = new LinkedHashSet<>();

	private int detailsLeftOut;

	private int warningsLeftOut;

	RunNotes(Unharmed unharmed) {
		this.unharmed = unharmed;
	}

	@Override
	public RunNotes detail(String key, @Nullable Object value) {
		this.unharmed.run(() -> put(Value.name(key, "…"), Value.of(value)));
		return this;
	}

	private synchronized void put(String key, @Nullable Object value) {
		if (this.details.size() < MAX_ENTRIES || this.details.containsKey(key)) {
			this.details.put(key, value);
		}
		else {
			this.detailsLeftOut++;
		}
	}

	void details(Map<String, ?> more) {
		this.unharmed.run(() -> more.forEach(this::detail));
	}

	@Override
	public RunNotes count(String what, long number) {
		this.unharmed.run(() -> add(Value.name(what, "…"), number));
		return this;
	}

	private synchronized void add(String what, long number) {
		if (this.counts.size() < MAX_ENTRIES || this.counts.containsKey(what)) {
			this.counts.merge(what, number, RunNotes::sum);
		}
	}

	private static long sum(long one, long other) {
		long sum = one + other;
		boolean overflown = ((one ^ sum) & (other ^ sum)) < 0;
		return overflown ? ((one < 0) ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
	}

	@Override
	public RunNotes warn(String reason) {
		this.unharmed.run(() -> remember(Value.text(reason)));
		return this;
	}

	private synchronized void remember(String warning) {
		if (this.warnings.size() < MAX_WARNINGS || this.warnings.contains(warning)) {
			this.warnings.add(warning);
		}
		else {
			this.warningsLeftOut++;
		}
	}

	/** What was warned of in one text, {@code null} for nothing. */
	synchronized @Nullable String warning() {
		if (this.warnings.isEmpty()) {
			return null;
		}
		String told = String.join("; ", this.warnings);
		return Value.text((this.warningsLeftOut > 0) ? told + "; and " + this.warningsLeftOut + " more" : told);
	}

	synchronized Map<String, Long> counts() {
		return new LinkedHashMap<>(this.counts);
	}

	synchronized List<KeyValue> details() {
		List<KeyValue> said = new ArrayList<>();
		this.details.forEach((key, value) -> said.add(new KeyValue(key, value)));
		if (this.detailsLeftOut > 0) {
			said.add(new KeyValue("…", this.detailsLeftOut + " more"));
		}
		return said;
	}

}
