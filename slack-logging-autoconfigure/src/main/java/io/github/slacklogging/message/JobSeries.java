package io.github.slacklogging.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.github.slacklogging.MaskedGroup;

/**
 * Runs of a job that ended the same way, one soon after the other, and so are one kind.
 *
 * @param times how often, with its noun
 * @param since when the first of them ended
 * @param span from then to the latest
 */
record JobSeries(String times, Instant since, Duration span) {

	/**
	 * The series that a kind is.
	 * @param group that counts the runs, and not what was logged of them as well
	 * @param job that it tells of
	 * @return nothing where it is one run alone, or no end
	 */
	static Optional<JobSeries> of(MaskedGroup group, ToldJob job) {
		if (group.total() <= 1 || !job.outcome().isEnd()) {
			return Optional.empty();
		}
		return Optional.of(new JobSeries(Words.count(group.total(), "time"), group.firstSeen(),
				Duration.between(group.firstSeen(), group.lastSeen())));
	}

	/** {@code 12 times in 42 min}. */
	String words() {
		String during = Words.span(this.span);
		return during.isEmpty() ? this.times : this.times + " in " + during;
	}

	/** {@code 12 times since}, and a date that each reader sees in the own time zone. */
	String markup() {
		return this.times + " since " + Words.date(this.since);
	}

}
