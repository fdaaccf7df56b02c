package io.github.slacklogging;

import java.net.URI;
import java.util.Map;

/**
 * Adds links of the application's own to messages about one kind of event: to a runbook,
 * a dashboard, a ticket. A bean of this type is asked on the worker's thread, one message
 * at a time; it should answer from memory. It may throw, which costs its links and is
 * said on the error stream.
 */
@FunctionalInterface
public interface LogLink {

	/**
	 * Where a reader finds more.
	 * @param group masked already
	 * @param service who speaks
	 * @return addresses by their labels, {@code https} or {@code http}, in the order in
	 * which they are shown behind the built-in links; an address in which something would
	 * be masked is left out
	 */
	Map<String, URI> links(MaskedGroup group, ServiceIdentity service);

}
