package io.github.slacklogging;

import java.util.List;

/**
 * Says what makes events the same. A bean of this type is asked one event at a time, by
 * one thread at a time: the worker of Slack, or the one that ships to OpenSearch, so that
 * it may see an event twice. It may throw, which keeps the proposal.
 *
 * <p>
 * A single call or thread needs no bean: the key-value or MDC key
 * {@code slack.fingerprint} sets the key of its events. Its value is one text, a comma in
 * it divides nothing; {@code {{default}}} in it stands for what the built-in rules found.
 * A bean sees that key as the proposal. It is not asked when another statement of the
 * same thread logged the same throwable within five seconds: the event is the first one
 * told again.
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
