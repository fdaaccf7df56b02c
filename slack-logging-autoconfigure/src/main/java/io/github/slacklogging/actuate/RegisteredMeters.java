package io.github.slacklogging.actuate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The meters that were put into one registry, to be taken off together. Holds what they
 * read weakly. Thread-safe.
 */
final class RegisteredMeters {

	private final MeterRegistry registry;

	private final String prefix;

	private final Set<Meter> meters = ConcurrentHashMap.newKeySet();

	private volatile boolean takenOff;

	/**
	 * None yet.
	 * @param registry to put them into
	 * @param prefix what all their names begin with
	 */
	RegisteredMeters(MeterRegistry registry, String prefix) {
		this.registry = registry;
		this.prefix = prefix;
	}

	<K> void counters(String name, String unit, String description, Tally<K> tally, Function<K, Tags> tags) {
		tally.keys().forEach((key) -> counter(name, unit, description, tally, key, tags.apply(key)));
	}

	<K> void counter(String name, String unit, String description, Tally<K> tally, K key, Tags tags) {
		counter(name, unit, description, tags, tally, (counted) -> counted.count(key));
	}

	<T> void counter(String name, String unit, String description, Tags tags, T counted, ToDoubleFunction<T> count) {
		add(FunctionCounter.builder(this.prefix + name, counted, count)
			.description(description)
			.baseUnit(unit)
			.tags(tags)
			.register(this.registry));
	}

	<T> void gauge(String name, @Nullable String unit, String description, Tags tags, T seen,
			ToDoubleFunction<T> value) {
		add(Gauge.builder(this.prefix + name, seen, value)
			.description(description)
			.baseUnit(unit)
			.tags(tags)
			.register(this.registry));
	}

	Timer timer(String name, String description, Tags tags, double... percentiles) {
		Timer.Builder builder = Timer.builder(this.prefix + name).description(description).tags(tags);
		if (percentiles.length > 0) {
			builder.publishPercentiles(percentiles);
		}
		Timer timer = builder.register(this.registry);
		add(timer);
		return timer;
	}

	/** One that comes while they are taken off, or later, goes at once. */
	private void add(Meter meter) {
		this.meters.add(meter);
		if (this.takenOff) {
			this.registry.remove(meter);
		}
	}

	/**
	 * A registry that outlives the context would go on showing a runtime that is gone,
	 * and would keep the meters of the next one out.
	 */
	void takeOff() {
		this.takenOff = true;
		this.meters.forEach(this.registry::remove);
		this.meters.clear();
	}

}
