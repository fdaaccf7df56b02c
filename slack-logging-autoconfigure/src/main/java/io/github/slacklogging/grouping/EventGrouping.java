package io.github.slacklogging.grouping;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.Tick;

/**
 * Folds events into groups and says when something is to be told. Used by the worker
 * only; never blocks. Memory is bounded by the number of kinds, not of events.
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
		var fingerprint = this.fingerprinting.fingerprint(event);
		for (String destination : destinations) {
			table(destination).fold(event, fingerprint, now);
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
		return table(destination).take(now, false);
	}

	/**
	 * Everything that waits, due or not, in one batch: what finds no room is counted in
	 * the remainder.
	 * @param destination name of a known destination
	 * @param now the time
	 * @return empty when nothing waits
	 */
	public Optional<GroupBatch> takeAll(String destination, Tick now) {
		return table(destination).take(now, true);
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
