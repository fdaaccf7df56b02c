package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.benchmark.Part.Effort;

/**
 * Some contenders side by side.
 *
 * @param load how is logged
 * @param threads how many log
 * @param calls what is logged
 * @param entrants who takes part
 */
record Series(Load load, int threads, Set<Call> calls, Set<Entrant> entrants) {

	private static final Set<Call> BOTH = EnumSet.of(Call.PLAIN, Call.THROWABLE);

	private static final Set<Call> PLAIN = EnumSet.of(Call.PLAIN);

	private static final Set<Call> THROWABLE = EnumSet.of(Call.THROWABLE);

	private static final Set<Call> BELOW = EnumSet.of(Call.BELOW_THRESHOLD);

	private static final Set<Entrant> ALL = EnumSet.complementOf(EnumSet.of(Entrant.OURS_BARE));

	/** A post costs so much that a throwable makes no difference. */
	private static final Set<Entrant> WITHOUT_POSTS = EnumSet
		.complementOf(EnumSet.of(Entrant.OURS_BARE, Entrant.MARICN, Entrant.MARICN_ASYNC));

	/** With both sinks nothing is below the threshold. */
	private static final Set<Entrant> WITH_THRESHOLD = EnumSet
		.complementOf(EnumSet.of(Entrant.OURS_BARE, Entrant.OURS_BOTH, Entrant.OURS_LOCATION, Entrant.MARICN_ASYNC));

	private static final Set<Entrant> WITH_QUEUE = EnumSet.of(Entrant.OURS, Entrant.ASYNC, Entrant.DISRUPTOR);

	private static final Set<Entrant> QUEUES_AND_LIMIT = EnumSet.of(Entrant.NOOP, Entrant.OURS, Entrant.ASYNC,
			Entrant.DISRUPTOR);

	private static final Set<Entrant> QUEUE_AND_LIMIT = EnumSet.of(Entrant.NOOP, Entrant.OURS, Entrant.ASYNC);

	/** Buffer and appender alone tell what the worker beside them makes of a figure. */
	private static final Set<Entrant> TAKEN_APART = EnumSet.of(Entrant.NOOP, Entrant.OURS, Entrant.OURS_BARE,
			Entrant.ASYNC, Entrant.DISRUPTOR);

	private static final Set<Entrant> OURS_AND_LIMIT = EnumSet.of(Entrant.NOOP, Entrant.OURS);

	/**
	 * All that is measured.
	 * @param effort how thoroughly
	 */
	static List<Series> all(Effort effort) {
		return (effort == Effort.FULL) ? full() : quick();
	}

	/** In the order in which they are measured. */
	List<Case> cases() {
		List<Case> cases = new ArrayList<>();
		for (Call call : this.calls) {
			for (Entrant entrant : this.entrants) {
				cases.add(new Case(entrant, call, this.load, this.threads));
			}
		}
		return cases;
	}

	private static List<Series> full() {
		return List.of(new Series(Load.PACED, 4, PLAIN, ALL), new Series(Load.PACED, 4, THROWABLE, WITHOUT_POSTS),
				new Series(Load.PACED, 1, PLAIN, ALL), new Series(Load.PACED, 1, THROWABLE, WITHOUT_POSTS),
				new Series(Load.SATURATED, 1, PLAIN, ALL), new Series(Load.SATURATED, 1, THROWABLE, QUEUES_AND_LIMIT),
				new Series(Load.SATURATED, 4, PLAIN, WITHOUT_POSTS),
				new Series(Load.SATURATED, 4, THROWABLE, QUEUES_AND_LIMIT),
				new Series(Load.FITTING, 1, BOTH, TAKEN_APART), new Series(Load.STUCK, 1, PLAIN, WITH_QUEUE),
				new Series(Load.STUCK, 4, PLAIN, WITH_QUEUE), new Series(Load.SATURATED, 1, BELOW, WITH_THRESHOLD),
				new Series(Load.SILENT, 1, PLAIN, QUEUES_AND_LIMIT));
	}

	private static List<Series> quick() {
		Set<Entrant> products = EnumSet.of(Entrant.NOOP, Entrant.OURS, Entrant.ASYNC, Entrant.DISRUPTOR, Entrant.LOKI,
				Entrant.SENTRY, Entrant.MARICN);
		return List.of(new Series(Load.PACED, 4, PLAIN, products),
				new Series(Load.PACED, 4, THROWABLE, QUEUE_AND_LIMIT),
				new Series(Load.SATURATED, 1, PLAIN, QUEUE_AND_LIMIT),
				new Series(Load.FITTING, 1, PLAIN, OURS_AND_LIMIT),
				new Series(Load.STUCK, 1, PLAIN, EnumSet.of(Entrant.OURS)),
				new Series(Load.SATURATED, 1, BELOW, OURS_AND_LIMIT));
	}

}
