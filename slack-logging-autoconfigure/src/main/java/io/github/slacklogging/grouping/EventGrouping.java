package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.BatchSelection.Scope;

/**
 * Folds events into groups and says when something is to be told. Used by the worker
 * only; never blocks. Memory is bounded by the number of kinds, not of events.
 *
 * <p>
 * (Long only because the comments of this one door are its contract.)
 *
 * <p>
 * What was taken stays counted here until it is acknowledged: a failed attempt changes
 * nothing, and the next one tells the state of then.
 */
public final class EventGrouping {

	private final Settings settings;

	private Fingerprinting fingerprinting;

	private final Map<String, GroupTable> tables = new LinkedHashMap<>();

	public EventGrouping(Settings settings, List<Fingerprinter> fingerprinters, Collection<String> destinations) {
		this.settings = settings;
		this.fingerprinting = new Fingerprinting(settings, fingerprinters);
		for (String destination : destinations) {
			this.tables.put(destination, new GroupTable(settings));
		}
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
	 */
	public void fold(LogEvent event, List<String> destinations, Tick now) {
		var fingerprint = this.fingerprinting.identify(event, now).fingerprint();
		LogEvent kept = KeptEvent.of(event);
		for (String destination : destinations) {
			table(destination).fold(kept, fingerprint, now);
		}
	}

	/**
	 * Whether something is to be told now.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return whether {@link #take} would give a batch
	 */
	public boolean isDue(String destination, Tick now) {
		return table(destination).isDue(now);
	}

	/**
	 * When something will be due, as far as is known now. Meaningful while something
	 * waits: a monotonic clock may read anything, so ask {@link #waiting} first.
	 * @param destination name of a known destination
	 * @return nanoseconds, {@link Long#MAX_VALUE} when nothing waits
	 */
	public long nextDueNanos(String destination) {
		return table(destination).nextDueNanos();
	}

	/**
	 * What one message is to tell now. It stays counted as waiting. Only the batch taken
	 * last can be acknowledged or dropped.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing is due
	 */
	public Optional<GroupBatch> take(String destination, Tick now) {
		return table(destination).take(Scope.DUE, now);
	}

	/**
	 * What one message is to tell of everything that waits, due or not: the most severe
	 * first, then the most frequent. News that finds no room waits for the next message.
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
	 * @param now the time
	 * @return empty when nothing waits
	 */
	public Optional<GroupBatch> takeAll(String destination, Tick now) {
		return table(destination).take(Scope.REST, now);
	}

	/**
	 * Takes exactly the counts of the batch off.
	 * @param destination name of a known destination
	 * @param batch that was acknowledged
	 * @param now the time
	 */
	public void acknowledged(String destination, GroupBatch batch, Tick now) {
		table(destination).acknowledged(batch, now);
	}

	/**
	 * Takes the counts of the batch off because it will never be told.
	 * @param destination name of a known destination
	 * @param batch that is given up
	 */
	public void dropped(String destination, GroupBatch batch) {
		table(destination).dropped(batch);
	}

	/**
	 * Counts in what an earlier run left; it is due at once.
	 * @param destination name of a known destination
	 * @param groups masked, and on disk
	 * @param now the time
	 */
	public void restore(String destination, List<SpooledGroup> groups, Tick now) {
		table(destination).restore(groups, now);
	}

	/**
	 * What is to be put on disk, most important first. It counts as if it were there from
	 * now on.
	 * @param destination name of a known destination
	 * @param all whether it takes the place of everything on disk, otherwise only what is
	 * not there yet
	 * @return empty when everything that waits is on disk
	 */
	public List<GroupDelta> spool(String destination, boolean all) {
		return table(destination).disk().handOver(all);
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
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> dropUnspooled(String destination) {
		return table(destination).dropUnspooled();
	}

	/**
	 * Forgets kinds of which the last event came too long ago.
	 * @param destination name of a known destination
	 * @param nanos the moment, as {@link Tick#nanos()}
	 * @return how many events, by severity
	 */
	public Map<Severity, Long> dropSilentSince(String destination, long nanos) {
		return table(destination).dropSilentSince(nanos);
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
	 * Kinds with events that are not acknowledged yet.
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
	 * @param quietAfter a kind not seen for so long is new when it comes back
	 */
	public record Settings(boolean enabled, List<String> scope, List<String> inAppPackages, int maxGroups,
			Duration linger, int maxEvents, int samples, Severity digestLevel, Duration digestEvery,
			Duration quietAfter) {

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
			requireNotNegative(quietAfter, "grouping.quiet-after");
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

}
