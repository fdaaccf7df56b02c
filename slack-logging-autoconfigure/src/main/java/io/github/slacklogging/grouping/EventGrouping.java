package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Pace;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.BatchSelection.Scope;

/**
 * Folds events into groups, keeps their life in Slack (their incident), and says when
 * something is to be told and how. Used by the worker only; never blocks. Memory is
 * bounded by the number of kinds, not of events.
 *
 * <p>
 * What was taken stays counted here until it is acknowledged: a failed attempt changes
 * nothing, and the next one tells the state of then.
 *
 * <p>
 * Longer than a class of ours should be only because the comments of this one door are
 * its contract.
 */
public final class EventGrouping {

	private final Settings settings;

	private Fingerprinting fingerprinting;

	private final Map<String, GroupTable> tables = new LinkedHashMap<>();

	private final Muting muting;

	/**
	 * A grouping without any group.
	 * @param settings the same for all destinations
	 * @param fingerprinters the application's own
	 * @param destinations all there are
	 * @param version of the service, asked when a kind begins
	 * @param now the time
	 */
	public EventGrouping(Settings settings, List<Fingerprinter> fingerprinters, Collection<Destination> destinations,
			Supplier<String> version, Tick now) {
		this.settings = settings;
		this.fingerprinting = new Fingerprinting(settings, fingerprinters);
		Silences silences = new Silences();
		for (Destination destination : destinations) {
			boolean living = destination.kind() == Destination.Kind.BOT;
			this.tables.put(destination.name(), new GroupTable(settings, living, version, silences, now));
		}
		this.muting = new Muting(silences, this.tables.values(), version);
	}

	/**
	 * Groups with the application's own fingerprinters from now on; what waits stays.
	 * @param fingerprinters the application's own
	 */
	public void use(List<Fingerprinter> fingerprinters) {
		this.fingerprinting = new Fingerprinting(this.settings, fingerprinters);
	}

	/**
	 * Counts the event at each of these destinations.
	 * @param event to fold
	 * @param destinations names of known destinations
	 * @param now the time
	 * @return what it is
	 */
	public Fingerprint fold(LogEvent event, List<String> destinations, Tick now) {
		return fold(event, this.fingerprinting.identify(event, now), destinations, now);
	}

	/**
	 * Counts an event that logs again what a report told of the run of a job. Where
	 * nobody remembers that run it is counted for itself.
	 * @param event to fold
	 * @param run what its report was found to be
	 * @param destinations names of known destinations
	 * @param now the time
	 * @return what it is
	 */
	public Fingerprint foldInto(LogEvent event, Fingerprint run, List<String> destinations, Tick now) {
		return fold(event, this.fingerprinting.identify(event, now).echoOf(run), destinations, now);
	}

	private Fingerprint fold(LogEvent event, Identified identified, List<String> destinations, Tick now) {
		LogEvent kept = KeptEvent.of(event);
		// wherever it goes, it is one event
		Silence counted = null;
		for (String destination : destinations) {
			Silence silence = table(destination).fold(kept, identified, now);
			if (silence != null && silence != counted && !identified.loggedBefore()) {
				this.muting.count(silence, now);
				counted = silence;
			}
		}
		return identified.fingerprint();
	}

	/**
	 * What waits of a kind has waited elsewhere for its company: it is due, unless
	 * something was told of it before.
	 * @param destination name of a known destination
	 * @param kind what its events were found to be
	 * @param now the time
	 */
	public void hurry(String destination, Fingerprint kind, Tick now) {
		table(destination).hurryNew(kind, now);
	}

	/**
	 * Events that count as folded into what was told before, without any message of their
	 * own. Each is given once.
	 * @param destination name of a known destination
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> takeEchoes(String destination) {
		return table(destination).takeEchoes();
	}

	/**
	 * What the waiting events of a kind wait for.
	 * @param destination name of a known destination
	 * @param fingerprint id of the kind, without {@code #}
	 * @param now the time
	 * @return words that follow the name of the kind
	 */
	public String outlook(String destination, String fingerprint, Tick now) {
		return table(destination).outlook(fingerprint, now);
	}

	/** What is known of all kinds. */
	public Survey survey() {
		return new Survey(this.tables);
	}

	/** What nobody is told of for a while. */
	public Muting muting() {
		return this.muting;
	}

	/**
	 * Whether something is to be told or done now.
	 * @param destination name of a known destination
	 * @param pace of what is meant: a new line, or a change of what is there
	 * @param now the time
	 * @return whether {@link #take} or {@link #takeEdit} would give a batch
	 */
	public boolean isDue(String destination, Pace pace, Tick now) {
		return table(destination).isDue(pace, now);
	}

	/**
	 * Whether events wait, due or not, that only such a call can tell of: an edit where
	 * their kind has a message that can be edited, otherwise a post. What is muted waits
	 * for no post.
	 * @param destination name of a known destination
	 * @param pace of what is meant
	 */
	public boolean waitsFor(String destination, Pace pace) {
		return table(destination).waitsFor(pace);
	}

	/**
	 * When something will be due, as far as is known now.
	 * @param destination name of a known destination
	 * @param pace of what is meant
	 * @return nanoseconds, as {@link Tick#nanos()}; empty when nothing is planned
	 */
	public OptionalLong nextDueNanos(String destination, Pace pace) {
		return table(destination).nextDueNanos(pace);
	}

	/**
	 * What one new message or answer is to tell now. It stays counted as waiting. Only
	 * the batch taken last can be settled.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing is due
	 */
	public Optional<GroupBatch> take(String destination, Tick now) {
		return table(destination).take(Scope.DUE, now);
	}

	/**
	 * What one new message at another destination is to tell now, where nothing of this
	 * one's can be edited.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing is due there
	 */
	public Optional<GroupBatch> takeElsewhere(String destination, Tick now) {
		return table(destination).take(Scope.DUE_ELSEWHERE, now);
	}

	/**
	 * What is to be changed in a message that is there. It stays counted as waiting.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing is due
	 */
	public Optional<GroupBatch> takeEdit(String destination, Tick now) {
		return table(destination).takeEdit(now);
	}

	/**
	 * Brings a message up to date that can show what waits, due or not: for the end.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when none can
	 */
	public Optional<GroupBatch> takeLastEdit(String destination, Tick now) {
		return table(destination).takeLastEdit(now);
	}

	/**
	 * What one message is to tell of everything that waits and cannot be shown by an
	 * edit, due or not: the most severe first, then the most frequent. News that finds no
	 * room waits for the next message.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing waits
	 */
	public Optional<GroupBatch> takePresent(String destination, Tick now) {
		return table(destination).take(Scope.PRESENT, now);
	}

	/**
	 * Everything that waits, due or not, in one batch: what finds no room is counted in
	 * the remainder. Only a failed start is told alone, first.
	 * @param destination name of a known destination
	 * @param alsoEditable whether also what an edit could show
	 * @param now the time
	 * @return empty when nothing waits
	 */
	public Optional<GroupBatch> takeAll(String destination, boolean alsoEditable, Tick now) {
		return table(destination).take(alsoEditable ? Scope.ALL : Scope.REST, now);
	}

	/**
	 * Takes exactly the counts of the batch off.
	 * @param destination name of a known destination
	 * @param batch that was acknowledged
	 * @param receipt what Slack said; without a message where it was told elsewhere
	 * @param now the time
	 */
	public void acknowledged(String destination, GroupBatch batch, Receipt receipt, Tick now) {
		table(destination).acknowledged(batch, receipt, now);
	}

	/**
	 * Slack will not do this: it is not tried again, and its counts, if any, wait on.
	 * @param destination name of a known destination
	 * @param batch that was refused
	 * @param now the time
	 */
	public void skipped(String destination, GroupBatch batch, Tick now) {
		table(destination).skipped(batch, now);
	}

	/**
	 * The message to be changed or answered is not there any more: its kind is told anew,
	 * and the counts wait on.
	 * @param destination name of a known destination
	 * @param batch that found no message
	 * @param now the time
	 */
	public void gone(String destination, GroupBatch batch, Tick now) {
		table(destination).gone(batch, now);
	}

	/**
	 * Takes the counts of the batch off because it will never be told.
	 * @param destination name of a known destination
	 * @param batch that is given up
	 * @param now the time
	 */
	public void dropped(String destination, GroupBatch batch, Tick now) {
		table(destination).dropped(batch, now);
	}

	/**
	 * Counts in what an earlier run left: its incidents go on, and what waited is due at
	 * once.
	 * @param destination name of a known destination
	 * @param groups masked, and on disk
	 * @param incidents likewise, without counts
	 * @param now the time
	 */
	public void restore(String destination, List<SpooledGroup> groups, List<SpooledGroup> incidents, Tick now) {
		table(destination).restore(groups, incidents, now);
	}

	/**
	 * Whether incidents changed that are to be kept on disk.
	 * @param destination name of a known destination
	 * @return whether {@link #changedIncidents} would give any
	 */
	public boolean isIncidentChanged(String destination) {
		return table(destination).changes().isAny();
	}

	/**
	 * Incidents that changed, with what they need to go on in another run. They count as
	 * kept from now on.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return some of them, if there are very many
	 */
	public List<GroupDelta> changedIncidents(String destination, Tick now) {
		return table(destination).changes().handOver(now);
	}

	/**
	 * No incident is known to be on disk any more.
	 * @param destination name of a known destination
	 */
	public void unkeptIncidents(String destination) {
		GroupTable table = table(destination);
		table.changes().failed(table.known().all());
	}

	/**
	 * What is to be put on disk, most important first. It counts as if it were there from
	 * now on.
	 * @param destination name of a known destination
	 * @param all whether it takes the place of everything on disk, otherwise only what is
	 * not there yet
	 * @param now the time
	 * @return empty when everything that waits is on disk
	 */
	public List<GroupDelta> spool(String destination, boolean all, Tick now) {
		return table(destination).disk().handOver(all, now);
	}

	/**
	 * Of what {@link #spool} gave last only so many groups are on disk.
	 * @param destination name of a known destination
	 * @param groups how many, counted from the first
	 */
	public void spooledOnly(String destination, int groups) {
		table(destination).disk().only(groups);
	}

	/**
	 * Nothing is known to be on disk any more.
	 * @param destination name of a known destination
	 */
	public void unspool(String destination) {
		table(destination).disk().nothing();
	}

	/**
	 * Waiting events that are on disk.
	 * @param destination name of a known destination
	 * @return how many
	 */
	public long spooled(String destination) {
		return table(destination).disk().events();
	}

	/**
	 * Forgets what is not on disk: the application ends, and nothing will bring it back.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> dropUnspooled(String destination, Tick now) {
		return table(destination).dropUnspooled(now);
	}

	/**
	 * Forgets kinds of which the last event came too long ago.
	 * @param destination name of a known destination
	 * @param nanos the moment, as {@link Tick#nanos()}
	 * @param now the time
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> dropSilentSince(String destination, long nanos, Tick now) {
		return table(destination).dropSilentSince(nanos, now);
	}

	/**
	 * Forgets what waits of kinds that are muted and have gone quiet.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> dropMuted(String destination, Tick now) {
		return table(destination).dropMuted(now);
	}

	/**
	 * Whether something that is due waits for nothing, not even for the disk.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return whether it is CRITICAL
	 */
	public boolean isUrgent(String destination, Tick now) {
		return table(destination).isUrgent(now);
	}

	/**
	 * Kinds with events that are not acknowledged yet and that somebody is to hear of, as
	 * {@link #tellable} counts them.
	 * @param destination name of a known destination
	 * @return how many
	 */
	public int kinds(String destination) {
		return table(destination).kinds();
	}

	/**
	 * Events not acknowledged yet.
	 * @param destination name of a known destination
	 * @return how many
	 */
	public long waiting(String destination) {
		return table(destination).waiting();
	}

	/**
	 * Kinds with events that are not acknowledged yet and that an edit can show.
	 * @param destination name of a known destination
	 * @return how many
	 */
	public int editable(String destination) {
		return table(destination).editable();
	}

	/**
	 * Events not acknowledged yet that somebody is to hear of: those of muted kinds only
	 * where an edit can show them.
	 * @param destination name of a known destination
	 * @return how many
	 */
	public long tellable(String destination) {
		return table(destination).tellable();
	}

	/**
	 * Events that are due and not acknowledged yet.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return how many
	 */
	public long overdue(String destination, Tick now) {
		return table(destination).overdue(now);
	}

	private GroupTable table(String destination) {
		GroupTable table = this.tables.get(destination);
		if (table == null) {
			throw new IllegalArgumentException("Unknown destination '" + destination + "'");
		}
		return table;
	}

	/**
	 * How to group and when to speak.
	 *
	 * @param enabled whether repeats are folded at all
	 * @param scope service name and environment: part of every key
	 * @param inAppPackages packages of the application; empty when unknown
	 * @param maxGroups kinds remembered per destination
	 * @param linger how long the first event waits for company
	 * @param maxEvents so many waiting events of untold kinds end the linger
	 * @param samples kinds shown per severity in one message
	 * @param digestLevel severities up to this one are only told in a digest
	 * @param digestEvery how often the digest is told
	 * @param incidents when a kind that was told speaks again
	 */
	public record Settings(boolean enabled, List<String> scope, List<String> inAppPackages, int maxGroups,
			Duration linger, int maxEvents, int samples, Severity digestLevel, Duration digestEvery,
			Incidents incidents) {

		/** Eight kinds of each severity are what one message has room for. */
		public static final int MAX_SAMPLES = 8;

		public Settings {
			scope = List.copyOf(scope);
			inAppPackages = List.copyOf(inAppPackages);
			requirePositive(maxGroups, "grouping.max-groups");
			requirePositive(maxEvents, "batch.max-events");
			requirePositive(samples, "batch.samples");
			if (samples > MAX_SAMPLES) {
				throw new IllegalArgumentException(
						"slack.logging.batch.samples must be at most " + MAX_SAMPLES + ", not " + samples);
			}
			requireNotNegative(linger, "batch.linger");
			requireNotNegative(digestEvery, "digest.every");
		}

		private static void requirePositive(int value, String property) {
			if (value < 1) {
				throw new IllegalArgumentException("slack.logging." + property + " must be at least 1, not " + value);
			}
		}

		private static void requireNotNegative(Duration value, String property) {
			if (value.isNegative()) {
				throw new IllegalArgumentException("slack.logging." + property + " must not be negative: " + value);
			}
		}

	}

	/**
	 * When a kind that was told speaks again.
	 *
	 * @param quietAfter a kind not seen for so long is quiet
	 * @param milestones counts at which it speaks, ascending
	 * @param reminder after so long it says that it still goes on
	 * @param stormKinds new kinds a minute above which one banner speaks for all
	 */
	public record Incidents(Duration quietAfter, List<Long> milestones, Duration reminder, int stormKinds) {

		/** What applies where nothing is configured. */
		public static final Incidents DEFAULTS = new Incidents(Duration.ofMinutes(15),
				List.of(10L, 100L, 1_000L, 10_000L), Duration.ofHours(4), 20);

		public Incidents {
			milestones = milestones.stream().sorted().distinct().toList();
			if (!milestones.isEmpty() && milestones.get(0) < 2) {
				throw new IllegalArgumentException(
						"slack.logging.grouping.milestones must be at least 2, not " + milestones.get(0));
			}
			requirePositive(quietAfter, "quiet-after");
			requirePositive(reminder, "reminder");
			if (stormKinds < 1) {
				throw new IllegalArgumentException(
						"slack.logging.grouping.storm-kinds must be at least 1, not " + stormKinds);
			}
		}

		private static void requirePositive(Duration value, String property) {
			if (value.isNegative() || value.isZero()) {
				throw new IllegalArgumentException(
						"slack.logging.grouping." + property + " must be positive, not " + value);
			}
		}

	}

}
