package io.github.slacklogging;

import java.util.List;

/**
 * Examines the set-up: credentials, ways, clock, disk. Thread-safe.
 */
@FunctionalInterface
public interface SelfCheck {

	/**
	 * Examines everything. Calls Slack and whatever else is configured, reads and writes
	 * the disk. Blocks for seconds, never for longer than a minute; never throws.
	 * @return what was found, in the order in which it should be read
	 */
	List<Finding> examine();

}
