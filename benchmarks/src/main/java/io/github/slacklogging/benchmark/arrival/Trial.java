package io.github.slacklogging.benchmark.arrival;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.Part.Effort;

/**
 * One JVM's task.
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

	/**
	 * All of them, those of a product together, so that they disturb each other least.
	 */
	static List<Trial> all(Effort effort) {
		Limits limits = (effort == Effort.FULL) ? Limits.FULL : Limits.QUICK;
		List<Trial> all = new ArrayList<>();
		for (Product product : Product.values()) {
			for (int events : counts(effort)) {
				for (Weather weather : LIVING) {
					all.add(new Trial(product, weather, events, Ending.SETTLED, limits));
				}
			}
			int last = counts(effort).get(counts(effort).size() - 1);
			all.add(new Trial(product, Weather.WELL, last, Ending.STOPPED, limits));
			all.add(new Trial(product, Weather.GONE, last, Ending.STOPPED, limits));
			all.add(new Trial(product, Weather.WELL, last, Ending.KILLED, limits));
			all.add(new Trial(product, Weather.GONE, last, Ending.KILLED_LATER, limits));
		}
		return all;
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

		static final Limits QUICK = new Limits(Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(3));

	}

}
