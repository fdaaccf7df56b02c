package io.github.slacklogging.benchmark.startup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is compared.
 *
 * @param phases one after the other
 * @param jdks that are there
 */
record Plan(List<Phase> phases, List<Jdk> jdks) {

	private static final int ROUNDS = 10;

	/**
	 * All rounds of everything need some 14 minutes on two processors. Where the other
	 * parts leave less there are fewer rounds, but so much at least: one of each.
	 */
	private static final Duration LEAST = Duration.ofMinutes(2);

	/** Where less is left, applications are prepared on the first JDK only. */
	private static final Duration ENOUGH = Duration.ofMinutes(5);

	/** For the first error, which comes last. */
	private static final Duration FIRST_ERROR = Duration.ofSeconds(40);

	/** For the first error, and for a start that was begun just before the end. */
	private static final Duration QUICK_FIRST_ERROR = Duration.ofSeconds(25);

	/** More would tell no more. */
	private static final Duration QUICK_MOST = Duration.ofSeconds(30);

	/**
	 * A round of all that is plain takes some 50 s, one of what is prepared some 25 s.
	 */
	private static final int PLAIN_PERCENT = 65;

	/**
	 * Everything plain; prepared applications with the actuator only. Without a web
	 * server generated code has next to nothing to define, so that is left out.
	 * @param jdks to start on
	 * @param left how long all of it may take
	 */
	static Plan full(List<Jdk> jdks, Duration left) {
		List<Cell> plain = new ArrayList<>();
		List<Cell> prepared = new ArrayList<>();
		for (Jdk jdk : jdks) {
			for (Kind.App app : Kind.App.values()) {
				plain.add(new Cell(new Kind(app, true), Mode.PLAIN, jdk));
				plain.add(new Cell(new Kind(app, false), Mode.PLAIN, jdk));
				if (left.compareTo(ENOUGH) < 0 && !jdk.equals(jdks.get(0))) {
					continue;
				}
				if (app == Kind.App.SERVLET) {
					prepared.add(new Cell(new Kind(app, true), Mode.AOT, jdk));
				}
				prepared.add(new Cell(new Kind(app, true), Mode.CACHE, jdk));
			}
		}
		Duration all = (left.compareTo(LEAST) > 0) ? left.minus(FIRST_ERROR) : LEAST.minus(FIRST_ERROR);
		Duration forPlain = all.multipliedBy(PLAIN_PERCENT).dividedBy(100);
		return new Plan(List.of(new Phase(plain, ROUNDS, forPlain), new Phase(prepared, ROUNDS, all.minus(forPlain))),
				jdks);
	}

	/**
	 * A command line application on the JDK that runs, with the actuator.
	 * @param jdk that runs
	 * @param left how long all of it may take; a round is measured in any case
	 */
	static Plan quick(Jdk jdk, Duration left) {
		Duration rest = left.minus(QUICK_FIRST_ERROR);
		Duration budget = (rest.compareTo(QUICK_MOST) < 0) ? rest : QUICK_MOST;
		List<Cell> plain = List.of(new Cell(new Kind(Kind.App.CLI, true), Mode.PLAIN, jdk));
		return new Plan(List.of(new Phase(plain, ROUNDS, budget)), List.of(jdk));
	}

	/** On which all is as it comes from the compiler, for want of time. */
	List<Jdk> withoutPrepared() {
		Set<Jdk> prepared = this.phases.stream()
			.flatMap((phase) -> phase.cells().stream())
			.filter((cell) -> cell.mode() != Mode.PLAIN)
			.map(Cell::jdk)
			.collect(Collectors.toSet());
		return this.jdks.stream().filter((jdk) -> !prepared.contains(jdk)).toList();
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
