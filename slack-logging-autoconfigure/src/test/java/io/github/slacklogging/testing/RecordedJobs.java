package io.github.slacklogging.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.KeyValue;
import org.jspecify.annotations.Nullable;

/** Keeps what jobs leave, and lets a test wait for it. Thread-safe. */
public final class RecordedJobs implements JobReporting {

	private final LinkedBlockingQueue<Told> arriving = new LinkedBlockingQueue<>();

	private final List<Told> told = new ArrayList<>();

	private final List<String> good = new ArrayList<>();

	@Override
	public synchronized void report(JobReport report, List<KeyValue> details, @Nullable Throwable cause) {
		Told arrived = new Told(report, List.copyOf(details), cause, Thread.currentThread().getName());
		this.told.add(arrived);
		this.arriving.add(arrived);
	}

	@Override
	public synchronized void succeeded(String name, Instant at) {
		this.good.add(name);
	}

	/** The next one, which may still be on its way. */
	public Told next() {
		try {
			Told next = this.arriving.poll(30, TimeUnit.SECONDS);
			if (next == null) {
				throw new AssertionError("Nothing more is told of jobs");
			}
			return next;
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	public synchronized List<Told> all() {
		return List.copyOf(this.told);
	}

	public synchronized List<JobOutcome> outcomes() {
		return this.told.stream().map((each) -> each.report().outcome()).toList();
	}

	/** The only one. */
	public synchronized Told only() {
		if (this.told.size() != 1) {
			throw new AssertionError("Not one report but " + this.told);
		}
		return this.told.get(0);
	}

	/** Names of jobs that came to a good end, in this order. */
	public synchronized List<String> good() {
		return List.copyOf(this.good);
	}

	/**
	 * What was told at once.
	 *
	 * @param report of the job
	 * @param details of the run
	 * @param cause of a failure
	 * @param threadName on which it was told
	 */
	public record Told(JobReport report, List<KeyValue> details, @Nullable Throwable cause, String threadName) {

		public JobOutcome outcome() {
			return this.report.outcome();
		}

		/** Keys and values as text, in the order of the keys. */
		public Map<String, String> fields() {
			Map<String, String> fields = new TreeMap<>();
			this.details.forEach((each) -> fields.put(each.key(), each.text()));
			return fields;
		}

	}

}
