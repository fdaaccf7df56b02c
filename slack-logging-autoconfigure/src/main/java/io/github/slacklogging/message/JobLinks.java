package io.github.slacklogging.message;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/**
 * The links of a job. A report is in no log, so that only what was logged of the same
 * failure is linked, and the trace that both belong to: no link leads to nothing.
 *
 * @param links into the log store
 */
record JobLinks(SearchLinks links) {

	/** All that is known of a run that did not go well. */
	Map<String, URI> of(MaskedGroup group, ToldJob job) {
		MaskedEvent logged = job.logged();
		if (!job.isTrouble()) {
			return Map.of();
		}
		return (logged != null) ? this.links.all(about(group, logged), logged)
				: this.links.traceOnly(group, job.event());
	}

	/** The line in which the framework logged the same failure. */
	Optional<TextLink> line(MaskedGroup group, ToldJob job) {
		MaskedEvent logged = job.logged();
		return (logged != null && job.isTrouble()) ? this.links.line(about(group, logged), logged) : Optional.empty();
	}

	/** The same, where the words beside the link say which it is. */
	Optional<TextLink> brief(MaskedGroup group, ToldJob job) {
		MaskedEvent logged = job.logged();
		return (logged != null) ? this.links.brief(about(group, logged), logged) : Optional.empty();
	}

	/** The kind as if it were what was logged alone. */
	private static MaskedGroup about(MaskedGroup group, MaskedEvent logged) {
		return new MaskedGroup(group.fingerprint(), group.severity(), group.count(), group.total(), group.spoken(),
				group.firstSeen(), group.lastSeen(), logged, logged, group.incident());
	}

}
