package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All figures of one report, and those that could not be measured. Not thread-safe. */
final class Readings {

	private final List<Reading> readings = new ArrayList<>();

	private final List<Loss> losses = new ArrayList<>();

	void add(Reading reading) {
		this.readings.add(reading);
	}

	void add(Loss loss) {
		this.losses.add(loss);
	}

	Optional<Reading> of(Case wanted) {
		return this.readings.stream().filter((reading) -> reading.of().equals(wanted)).findFirst();
	}

	/** Why there is no figure, where one was to be. */
	Optional<Loss> lossOf(Case wanted) {
		return this.losses.stream().filter((loss) -> loss.of().equals(wanted)).findFirst();
	}

	/** Two of them side by side, if both are there. */
	Optional<Difference> compare(Entrant first, Entrant second, Call call, Load load, int threads) {
		return of(new Case(first, call, load, threads))
			.flatMap((one) -> of(new Case(second, call, load, threads)).map((other) -> new Difference(one, other)));
	}

	/**
	 * A figure that is not there.
	 *
	 * @param of what it would have said something about
	 * @param reason in two or three words
	 */
	record Loss(Case of, String reason) {

	}

}
