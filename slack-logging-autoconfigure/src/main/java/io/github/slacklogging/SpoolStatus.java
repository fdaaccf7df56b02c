package io.github.slacklogging;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How the spool fares. Immutable, holds no secret.
 *
 * @param place folder where groups are kept
 * @param temporary whether the place survives the process but not the container or the
 * machine's restart
 * @param problem why nothing can be kept at the moment, {@code null} while all is well
 * @param bytes on disk
 * @param unconfigured events kept for destinations that are not configured any more, by
 * their names
 * @param rejected messages kept that Slack will never accept
 * @param quarantined damaged files kept for a human to look at
 */
public record SpoolStatus(String place, boolean temporary, @Nullable String problem, long bytes,
		Map<String, Long> unconfigured, int rejected, int quarantined) {

	public SpoolStatus {
		unconfigured = Map.copyOf(unconfigured);
	}

}
