package io.github.slacklogging.actuate;

import io.github.slacklogging.ExpectedJob;
import org.jspecify.annotations.Nullable;

/**
 * A job that is expected, as the endpoint shows it.
 *
 * @param name of the job
 * @param everyMillis within which it must succeed again
 * @param waitedSince when it was first waited for
 * @param lastSuccess when it last succeeded, absent for never
 * @param overdueSince when it should have succeeded at the latest, absent while it has
 * time
 */
record EndpointJob(String name, long everyMillis, String waitedSince, @Nullable String lastSuccess,
		@Nullable String overdueSince) {

	static EndpointJob of(ExpectedJob job) {
		return new EndpointJob(EndpointText.shown(job.name()), job.every().toMillis(), job.waitedSince().toString(),
				EndpointText.time(job.lastSuccess()), EndpointText.time(job.overdueSince()));
	}

}
