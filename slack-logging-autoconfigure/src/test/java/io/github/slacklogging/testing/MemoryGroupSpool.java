package io.github.slacklogging.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.SpooledGroup;

/**
 * Keeps groups in memory and answers at once, on the caller's thread. A second spool that
 * is given the {@link Remains} of the first one stands for the next process: after
 * {@link #close()} for one after an orderly end, otherwise for one after a crash. It can
 * be told to fail, to hang, to be full and to be a temporary place. Thread-safe.
 */
public final class MemoryGroupSpool implements GroupSpool {

	private final Set<String> destinations;

	private final Remains remains;

	private final Deque<Runnable> held = new ArrayDeque<>();

	private boolean failing;

	private boolean hanging;

	private boolean temporary;

	private int maxGroups = Integer.MAX_VALUE;

	private boolean closed;

	private int jobWrites;

	/**
	 * Creates a spool in an empty place.
	 * @param destinations names of those that are configured
	 */
	public MemoryGroupSpool(Set<String> destinations) {
		this(destinations, new Remains());
	}

	/**
	 * Creates the spool of a next process.
	 * @param destinations names of those that are configured
	 * @param remains of an earlier one
	 */
	public MemoryGroupSpool(Set<String> destinations, Remains remains) {
		this.destinations = Set.copyOf(destinations);
		this.remains = remains;
	}

	/** From now on nothing can be kept, or everything again. */
	public synchronized void fail(boolean failing) {
		this.failing = failing;
	}

	/** From now on nothing is done, nor answered, until {@link #release()}. */
	public synchronized void hang() {
		this.hanging = true;
	}

	/** Does and answers what was held. */
	public synchronized void release() {
		this.hanging = false;
		while (!this.held.isEmpty()) {
			this.held.remove().run();
		}
	}

	/** Says that the place does not survive the container. */
	public synchronized void temporary(boolean temporary) {
		this.temporary = temporary;
	}

	/** At most so many groups find room. */
	public synchronized void maxGroups(int maxGroups) {
		this.maxGroups = maxGroups;
	}

	/** What survives this process. */
	public Remains remains() {
		return this.remains;
	}

	/** What is kept of a destination now, one group of each kind. */
	public synchronized List<SpooledGroup> kept(String destination) {
		return this.remains.groups(destination);
	}

	/** What is kept of a destination's incidents now. */
	public synchronized List<SpooledGroup> keptIncidents(String destination) {
		return this.remains.incidentsOf(destination);
	}

	/** Whether a message of the destination is marked as under way. */
	public synchronized boolean underWay(String destination) {
		return this.remains.marks.contains(destination);
	}

	/** What is kept of the mutes now. */
	public synchronized List<KeptMute> keptMutes() {
		return List.copyOf(this.remains.mutes);
	}

	/** What is kept of expected jobs now. */
	public synchronized List<KeptJob> keptJobs() {
		return List.copyOf(this.remains.jobs);
	}

	/** How often that was written. */
	public synchronized int jobWrites() {
		return this.jobWrites;
	}

	@Override
	public synchronized List<RejectedMessage> rejected() {
		List<RejectedMessage> newestFirst = new ArrayList<>(this.remains.rejected.values());
		Collections.reverse(newestFirst);
		return newestFirst;
	}

	@Override
	public synchronized void recover(Consumer<Recovery> answer) {
		run(() -> answer.accept((this.closed || this.failing) ? Recovery.FAILED : recovered()));
	}

	private Recovery recovered() {
		Map<String, List<SpooledGroup>> groups = new HashMap<>();
		for (String destination : this.destinations) {
			if (this.remains.marks.contains(destination)) {
				this.remains.kinds(destination).replaceAll((kind, group) -> group.repeated());
			}
			List<SpooledGroup> found = this.remains.groups(destination);
			if (!found.isEmpty()) {
				groups.put(destination, found);
			}
		}
		End end = this.remains.end;
		this.remains.end = End.CRASHED;
		Map<String, List<SpooledGroup>> incidents = new HashMap<>();
		for (String destination : this.destinations) {
			if (!this.remains.incidentsOf(destination).isEmpty()) {
				incidents.put(destination, this.remains.incidentsOf(destination));
			}
		}
		return new Recovery(end, groups, incidents, this.remains.mutes, this.remains.jobs, 0, 0);
	}

	@Override
	public synchronized void keep(String destination, Update update, Consumer<Kept> answer) {
		run(() -> answer.accept((this.closed || this.failing) ? Kept.FAILED : kept(destination, update)));
	}

	private Kept kept(String destination, Update update) {
		Map<Fingerprint, SpooledGroup> kinds = this.remains.kinds(destination);
		if (update.underWay()) {
			this.remains.marks.add(destination);
		}
		if (update.replacing()) {
			kinds.clear();
		}
		int count = 0;
		for (SpooledGroup group : update.groups()) {
			if (this.remains.size() >= this.maxGroups && !kinds.containsKey(group.fingerprint())) {
				break;
			}
			kinds.merge(group.fingerprint(), group, SpooledGroup::plus);
			count++;
		}
		if (!update.underWay()) {
			this.remains.marks.remove(destination);
		}
		return new Kept(true, count);
	}

	@Override
	public synchronized void keepIncidents(String destination, List<SpooledGroup> changed, Consumer<Kept> answer) {
		run(() -> answer.accept((this.closed || this.failing) ? Kept.FAILED : kept(destination, changed)));
	}

	private Kept kept(String destination, List<SpooledGroup> changed) {
		Map<Fingerprint, SpooledGroup> kinds = this.remains.incidents(destination);
		for (SpooledGroup group : changed) {
			IncidentState incident = group.incident();
			if (incident == null || incident.over()) {
				kinds.remove(group.fingerprint());
			}
			else {
				kinds.put(group.fingerprint(), group);
			}
		}
		return new Kept(true, changed.size());
	}

	@Override
	public synchronized void reject(RejectedMessage message) {
		run(() -> {
			if (!this.closed && !this.failing) {
				this.remains.letters++;
				this.remains.rejected.put(String.valueOf(this.remains.letters), message);
			}
		});
	}

	@Override
	public synchronized void deadLetters(Consumer<Optional<List<DeadLetter>>> answer) {
		run(() -> answer.accept((this.closed || this.failing) ? Optional.empty() : Optional.of(letters())));
	}

	private List<DeadLetter> letters() {
		List<DeadLetter> letters = new ArrayList<>();
		this.remains.rejected.forEach((id, message) -> letters.add(0, new DeadLetter(id, message)));
		return letters;
	}

	@Override
	public synchronized void settle(DeadLetter letter) {
		run(() -> {
			if (!this.closed && !this.failing) {
				this.remains.rejected.remove(letter.id());
			}
		});
	}

	@Override
	public synchronized void keepMutes(List<KeptMute> mutes, Consumer<Kept> answer) {
		run(() -> {
			boolean fails = this.closed || this.failing;
			if (!fails) {
				this.remains.mutes = List.copyOf(mutes);
			}
			answer.accept(fails ? Kept.FAILED : new Kept(true, mutes.size()));
		});
	}

	@Override
	public synchronized void keepJobs(List<KeptJob> jobs, Consumer<Kept> answer) {
		run(() -> {
			boolean fails = this.closed || this.failing;
			if (!fails) {
				this.remains.jobs = List.copyOf(jobs);
				this.jobWrites++;
			}
			answer.accept(fails ? Kept.FAILED : new Kept(true, jobs.size()));
		});
	}

	private void run(Runnable work) {
		if (this.hanging && !this.closed) {
			this.held.add(work);
		}
		else {
			work.run();
		}
	}

	@Override
	public synchronized SpoolStatus status() {
		Map<String, Long> unconfigured = new HashMap<>();
		this.remains.kinds.forEach((destination, kinds) -> {
			if (!kinds.isEmpty() && !this.destinations.contains(destination)) {
				unconfigured.put(destination, kinds.values().stream().mapToLong(SpooledGroup::events).sum());
			}
		});
		String problem = this.failing ? "No space left on device" : this.hanging ? "the disk has not answered" : null;
		return new SpoolStatus("memory", this.temporary, problem, this.remains.size() * 1_000L, unconfigured,
				this.remains.rejected.size(), 0);
	}

	@Override
	public synchronized void close() {
		if (!this.closed && !this.hanging && !this.failing) {
			this.remains.end = End.STOPPED;
		}
		this.closed = true;
	}

	/** What the end of a process does not reach. */
	public static final class Remains {

		private final Map<String, Map<Fingerprint, SpooledGroup>> kinds = new HashMap<>();

		private final Map<String, Map<Fingerprint, SpooledGroup>> incidents = new HashMap<>();

		private final Set<String> marks = new HashSet<>();

		private final Map<String, RejectedMessage> rejected = new LinkedHashMap<>();

		private int letters;

		private List<KeptMute> mutes = List.of();

		private List<KeptJob> jobs = List.of();

		private End end = End.NONE;

		private Map<Fingerprint, SpooledGroup> kinds(String destination) {
			return this.kinds.computeIfAbsent(destination, (name) -> new LinkedHashMap<>());
		}

		private Map<Fingerprint, SpooledGroup> incidents(String destination) {
			return this.incidents.computeIfAbsent(destination, (name) -> new LinkedHashMap<>());
		}

		private List<SpooledGroup> incidentsOf(String destination) {
			return List.copyOf(incidents(destination).values());
		}

		private List<SpooledGroup> groups(String destination) {
			return List.copyOf(kinds(destination).values());
		}

		private int size() {
			return this.kinds.values().stream().mapToInt(Map::size).sum();
		}

	}

}
