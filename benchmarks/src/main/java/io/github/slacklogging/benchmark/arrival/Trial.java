package io.github.slacklogging.benchmark.arrival;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;

/**
 * One burst, and what becomes of it.
 *
 * @param product what the errors go through
 * @param weather how Slack is
 * @param events how many errors
 * @param ending what happens after them
 * @param limits how long it may take
 */
record Trial(Product product, Weather weather, int events, Ending ending, Limits limits) {

	private static final List<Weather> LIVING = List.of(Weather.WELL, Weather.SLOW, Weather.STRICT, Weather.SILENT,
			Weather.DOWN, Weather.RESETTING);

	private static final List<Product> PRODUCTS = List.of(Product.WEBHOOK, Product.MARICN);

	private static final List<Weather> FEW = List.of(Weather.WELL, Weather.STRICT);

	/**
	 * All of them, those that share a JVM together, one after the other. Rough figures
	 * have fewer products and weathers, and one that is killed.
	 */
	static List<List<Trial>> all(Effort effort) {
		boolean full = effort == Effort.FULL;
		Limits limits = full ? Limits.FULL : Limits.QUICK;
		List<List<Trial>> all = new ArrayList<>();
		for (Product product : full ? List.of(Product.values()) : PRODUCTS) {
			for (Weather weather : full ? LIVING : FEW) {
				all.add(counts(effort).stream()
					.map((events) -> new Trial(product, weather, events, Ending.SETTLED, limits))
					.toList());
			}
			if (full || product == Product.WEBHOOK) {
				ends(product, counts(effort).get(counts(effort).size() - 1), limits)
					.forEach((trial) -> all.add(List.of(trial)));
			}
		}
		return all;
	}

	private static List<Trial> ends(Product product, int events, Limits limits) {
		Trial later = new Trial(product, Weather.GONE, events, Ending.KILLED_LATER, limits);
		return (limits == Limits.QUICK) ? List.of(later)
				: List.of(later, new Trial(product, Weather.WELL, events, Ending.STOPPED, limits),
						new Trial(product, Weather.GONE, events, Ending.STOPPED, limits),
						new Trial(product, Weather.WELL, events, Ending.KILLED, limits));
	}

	static List<Integer> counts(Effort effort) {
		return (effort == Effort.FULL) ? List.of(200, 6_000) : List.of(200);
	}

	@Override
	public String toString() {
		return this.product.label() + ": " + this.events + " errors, Slack " + this.weather.label() + ", "
				+ this.ending.label();
	}

	/**
	 * How long something may take.
	 *
	 * @param burst for the calls
	 * @param after for Slack to be told, after the calls or when it is well again
	 * @param down how long Slack is down at first
	 */
	record Limits(Duration burst, Duration after, Duration down) {

		static final Limits FULL = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(10));

		static final Limits QUICK = new Limits(Duration.ofSeconds(6), Duration.ofSeconds(6), Duration.ofSeconds(2));

	}

}
