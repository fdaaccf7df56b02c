package io.github.slacklogging;

import java.util.List;

/**
 * Says what makes events the same. A bean of this type is asked on the worker's thread,
 * one event at a time; it may throw, which keeps the proposal.
 */
@FunctionalInterface
public interface Fingerprinter {

	/**
	 * The components of the event's key.
	 * @param event not masked yet
	 * @param proposed what the built-in rules, or the fingerprinter before this one,
	 * found
	 * @return {@code proposed} to keep it; any other list replaces it
	 */
	List<String> fingerprint(LogEvent event, List<String> proposed);

}
