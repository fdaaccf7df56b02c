package io.github.slacklogging.autoconfigure;

import java.time.Duration;
import java.util.List;

import io.github.slacklogging.Severity;
import io.github.slacklogging.grouping.EventGrouping;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What is taken, kept and gathered before a message is made. */
final class CollectingProperties {

	/** The queue's array is allocated at the start. */
	static final int MAX_CAPACITY = 1 << 20;

	private CollectingProperties() {
	}

	/**
	 * Start of the application.
	 *
	 * @param holdMax Longest time that events are held until the application's own
	 * filters and maskers are known.
	 */
	record Startup(@DefaultValue("10s") Duration holdMax) {

		void check(Problems problems) {
			problems.notNegative("startup.hold-max", this.holdMax);
		}

	}

	/**
	 * Between the threads that log and the worker.
	 *
	 * @param capacity Most events that wait for the worker. Above 80 % only ERROR and
	 * CRITICAL get in, the last 5 % is for CRITICAL.
	 * @param maxSize Most memory, approximately, of the events that wait for the worker.
	 */
	record Buffer(@DefaultValue("8192") int capacity, @DefaultValue("16MB") DataSize maxSize) {

		void check(Problems problems) {
			problems.between("buffer.capacity", this.capacity, 1, MAX_CAPACITY);
			problems.between("buffer.max-size", this.maxSize, DataSize.ofKilobytes(1), DataSize.ofGigabytes(16));
		}

	}

	/**
	 * Events that share a message.
	 *
	 * @param linger How long the first event waits for company. CRITICAL waits for
	 * nothing.
	 * @param maxEvents Number of waiting events that ends the wait.
	 * @param samples Number of kinds shown per severity in one message.
	 */
	record Batch(@DefaultValue("1s") Duration linger, @DefaultValue("100") int maxEvents,
			@DefaultValue("5") int samples) {

		void check(Problems problems) {
			problems.notNegative("batch.linger", this.linger);
			problems.atLeast("batch.max-events", this.maxEvents, 1);
			problems.between("batch.samples", this.samples, 1, EventGrouping.Settings.MAX_SAMPLES);
		}

	}

	/**
	 * The summary of what is not urgent.
	 *
	 * @param level Highest severity that is never posted alone, only in a summary.
	 * @param every How often the summary is posted.
	 */
	record Digest(@DefaultValue("WARN") Severity level, @DefaultValue("5m") Duration every) {

		void check(Problems problems) {
			if (this.level == Severity.CRITICAL) {
				problems.add("digest.level", "is CRITICAL, which never waits", "Use ERROR or a lower severity.");
			}
			problems.positive("digest.every", this.every);
		}

	}

	/**
	 * What is the same.
	 *
	 * @param enabled Whether repeats are folded. When false every event is its own entry.
	 * @param inApp Comma-separated list of packages whose frames are the application's
	 * own. When not set it is the packages of the main class.
	 * @param milestones Comma-separated list of counts at which a repeated error speaks
	 * again.
	 * @param reminder Time after which an error that still goes on says so, and then once
	 * a day.
	 * @param quietAfter Time without an event after which an error is called quiet.
	 * @param stormKinds New kinds a minute above which one banner replaces single
	 * messages.
	 * @param maxGroups Number of kinds remembered. Beyond it events are counted as
	 * 'other', per severity and logger.
	 */
	record Grouping(@DefaultValue("true") boolean enabled, @DefaultValue List<String> inApp, @DefaultValue( {
			"10", "100", "1000", "10000" }) List<Long> milestones, @DefaultValue("4h") Duration reminder,
			@DefaultValue("15m") Duration quietAfter, @DefaultValue("20") int stormKinds,
			@DefaultValue("1000") int maxGroups){

		Grouping {
			inApp = List.copyOf(inApp);
			milestones = List.copyOf(milestones);
		}

		void check(Problems problems) {
			problems.between("grouping.max-groups", this.maxGroups, 1, MAX_CAPACITY);
			problems.positive("grouping.reminder", this.reminder);
			problems.positive("grouping.quiet-after", this.quietAfter);
			problems.atLeast("grouping.storm-kinds", this.stormKinds, 1);
			this.milestones.forEach((milestone) -> problems.atLeast("grouping.milestones", milestone, 2));
		}

	}

}
