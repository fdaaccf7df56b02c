package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All figures of one report, and those that could not be measured. */
final class Readings {

	private final List<Reading> readings;

	private final List<Loss> losses;

	Readings(List<Reading> readings, List<Loss> losses) {
		this.readings = List.copyOf(readings);
		this.losses = List.copyOf(losses);
	}

	Optional<Reading> of(Entrant entrant, Call call, Load load, int threads) {
		return this.readings.stream()
			.filter((reading) -> reading.entrant() == entrant && reading.call() == call && reading.load() == load
					&& reading.threads() == threads)
			.findFirst();
	}

	/** Why there is no figure, where one was to be. */
	Optional<Loss> lossOf(Entrant entrant, Call call, Load load, int threads) {
		return this.losses.stream()
			.filter((loss) -> loss.entrant() == entrant && loss.call() == call && loss.load() == load
					&& loss.threads() == threads)
			.findFirst();
	}

	List<Loss> losses() {
		return this.losses;
	}

	/** Together with these. */
	Readings and(Readings others) {
		List<Reading> all = new ArrayList<>(this.readings);
		all.addAll(others.readings);
		List<Loss> allLosses = new ArrayList<>(this.losses);
		allLosses.addAll(others.losses);
		return new Readings(all, allLosses);
	}

	/**
	 * A figure that is not there.
	 *
	 * @param entrant whose
	 * @param call what was logged
	 * @param load how
	 * @param threads that logged
	 * @param reason in two or three words
	 */
	record Loss(Entrant entrant, Call call, Load load, int threads, String reason) {

	}

}
