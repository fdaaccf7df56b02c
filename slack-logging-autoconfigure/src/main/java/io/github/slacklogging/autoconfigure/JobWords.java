package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Destination;
import io.github.slacklogging.JobFramework;
import io.github.slacklogging.autoconfigure.JobProperties.Expectation;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What is told of jobs, in words, and what of it cannot be.
 *
 * @param properties of everything
 */
record JobWords(SlackLoggingProperties properties) {

	/** Reports have loggers of this name and below it. */
	private static final String LOGGER = "job";

	private static final Map<String, JobFramework> BEANS = beans();

	private static Map<String, JobFramework> beans() {
		Map<String, JobFramework> beans = new LinkedHashMap<>();
		beans.put("slackLoggingScheduledJobs", JobFramework.SCHEDULED);
		beans.put("slackLoggingBatchJobs", JobFramework.BATCH);
		beans.put("slackLoggingQuartzSchedulers", JobFramework.QUARTZ);
		return beans;
	}

	private JobProperties jobs() {
		return this.properties.jobs();
	}

	/**
	 * What is told, of whom, and who is waited for.
	 * @param beans tell which frameworks are there
	 * @param spooling whether the next run will know how jobs stand
	 */
	List<String> lines(ListableBeanFactory beans, boolean spooling) {
		List<String> lines = new ArrayList<>();
		lines.add(told() + " of " + who(beans) + which() + where());
		for (Expectation each : jobs().expectations()) {
			lines.add(each.name() + " is expected every " + RecordWords.value(each.every())
					+ (spooling ? "" : ", and its last success is forgotten with the process"));
		}
		return lines;
	}

	private String told() {
		return switch (jobs().notifyOn()) {
			case FAILURE -> "failures and warnings";
			case FINISH -> "every end";
			case ALL -> "every start and every end";
		};
	}

	private static String who(ListableBeanFactory beans) {
		List<String> who = new ArrayList<>();
		BEANS.forEach((bean, framework) -> {
			if (beans.containsBean(bean)) {
				who.add(framework.words());
			}
		});
		who.add("JobNotifier");
		return String.join(", ", who);
	}

	private String which() {
		String only = jobs().include().isEmpty() ? "" : ", only " + String.join(" or ", jobs().include());
		return only + (jobs().exclude().isEmpty() ? "" : ", not " + String.join(" or ", jobs().exclude()));
	}

	private String where() {
		return jobs().to().isEmpty() ? "" : " → " + String.join(", ", jobs().to());
	}

	/** A sentence for each setting that keeps reports away from where they are to go. */
	List<String> hints() {
		List<String> hints = new ArrayList<>();
		if (isAskedFor() && isKeptAway()) {
			hints.add("slack.logging.filter.include-loggers keeps every report of a job away: add '" + LOGGER
					+ "' to it, or 'job.' and the name of a job");
		}
		if (!jobs().to().isEmpty()) {
			for (int i = 0; i < this.properties.routes().size(); i++) {
				List<String> loggers = this.properties.routes().get(i).loggers();
				if (!loggers.isEmpty() && loggers.stream().allMatch(JobWords::isOfJobs)) {
					hints.add("slack.logging.routes[" + i + "] gets no report of a job: slack.logging.jobs.to says "
							+ "where all of them go. Remove one of them");
				}
			}
		}
		return hints;
	}

	/** Somebody who sets nothing of it may not know of it, and need not. */
	private boolean isAskedFor() {
		return !jobs().expectations().isEmpty() || (!jobs().to().isEmpty() && !jobs().to().contains(Destination.NONE));
	}

	private boolean isKeptAway() {
		List<String> only = this.properties.filter().includeLoggers();
		return !only.isEmpty() && only.stream().noneMatch(JobWords::isOfJobs);
	}

	private static boolean isOfJobs(String logger) {
		return logger.equals(LOGGER) || logger.startsWith(LOGGER + ".");
	}

}
