package io.github.slacklogging.sample;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

import io.github.slacklogging.job.JobNotes;
import io.github.slacklogging.job.JobNotifier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A job that counts a whole warehouse in the background, slowly enough to be watched.
 * Thread-safe.
 */
@Component
class StockTaking {

	static final String NAME = "stock-taking";

	/** The database of a warehouse that goes down does so in the middle. */
	private static final int GOES_DOWN_AFTER = 13;

	private final JobNotifier jobs;

	private final StockRepository stock;

	private final Executor executor;

	private final Duration pause;

	StockTaking(JobNotifier jobs, StockRepository stock, Executor executor,
			@Value("${sample.stock-taking-pause:200ms}") Duration pause) {
		this.jobs = jobs;
		this.stock = stock;
		this.executor = executor;
		this.pause = pause;
	}

	/** Returns at once. */
	void begin(String warehouse) {
		this.executor.execute(() -> run(warehouse));
	}

	private void run(String warehouse) {
		try {
			this.jobs.run(NAME, (job) -> count(warehouse, job));
		}
		catch (StockAccessException ex) {
			// whoever is to know has been told
		}
	}

	private void count(String warehouse, JobNotes job) {
		job.detail("warehouse", warehouse);
		for (int i = 0; i < Inventory.ARTICLES.size(); i++) {
			LockSupport.parkNanos(this.pause.toNanos());
			boolean stillUp = StockRepository.DATABASE_DOWN.equals(warehouse) && i < GOES_DOWN_AFTER;
			int left = this.stock.reserve(Inventory.ARTICLES.get(i), 0,
					stillUp ? StockRepository.WELL_STOCKED : warehouse);
			job.count("articles", 1).count("pieces", left);
			if (left < OrderService.LOW_STOCK) {
				job.warn("hardly anything is left in warehouse " + warehouse);
			}
		}
	}

}
