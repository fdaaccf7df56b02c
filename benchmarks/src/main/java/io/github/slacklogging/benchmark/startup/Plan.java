package io.github.slacklogging.benchmark.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared.
 *
 * @param phases one after the other
 * @param jdks that are there
 */
record Plan(List<Phase> phases, List<Jdk> jdks) {

	private static final int ROUNDS = 10;

	/** Everything plain; prepared applications with the actuator only. */
	static Plan full(List<Jdk> jdks) {
		List<Cell> plain = new ArrayList<>();
		List<Cell> prepared = new ArrayList<>();
		for (Jdk jdk : jdks) {
			for (Kind.App app : Kind.App.values()) {
				plain.add(new Cell(new Kind(app, true), Mode.PLAIN, jdk));
				plain.add(new Cell(new Kind(app, false), Mode.PLAIN, jdk));
				prepared.add(new Cell(new Kind(app, true), Mode.AOT, jdk));
				prepared.add(new Cell(new Kind(app, true), Mode.CACHE, jdk));
			}
		}
		return new Plan(List.of(new Phase(plain, ROUNDS, Duration.ofSeconds(360)),
				new Phase(prepared, ROUNDS, Duration.ofSeconds(160))), jdks);
	}

	/** On the JDK that runs, with the actuator. */
	static Plan quick(Jdk jdk) {
		List<Cell> plain = List.of(new Cell(new Kind(Kind.App.SERVLET, true), Mode.PLAIN, jdk),
				new Cell(new Kind(Kind.App.CLI, true), Mode.PLAIN, jdk));
		return new Plan(List.of(new Phase(plain, ROUNDS, Duration.ofSeconds(30))), List.of(jdk));
	}

	/**
	 * Comparisons in turn.
	 *
	 * @param cells what is compared
	 * @param rounds how often at most
	 * @param budget after so long no other start is begun, but for the first round
	 */
	record Phase(List<Cell> cells, int rounds, Duration budget) {

	}

}
