package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.slacklogging.Tick;

/**
 * What Slack does not do at one destination, for example for want of a scope. It is tried
 * again after an hour: scopes are granted while applications run. Used by the worker
 * only.
 */
final class Limitations {

	private static final Duration PAUSE = Duration.ofHours(1);

	/** These say something of one message, not of what Slack does. */
	private static final Set<String> OF_ONE_MESSAGE = Set.of("message_not_found", "too_many_reactions",
			"too_many_emoji", "not_reactable", "thread_locked", "is_archived", "unexpected_answer");

	private final Map<String, Limit> features = new TreeMap<>();

	/** Whether another message may fare better. */
	static boolean isOfOneMessage(String code) {
		return OF_ONE_MESSAGE.contains(code);
	}

	/**
	 * Slack refused.
	 * @param feature as the name of Slack's method
	 * @param code why
	 * @param now the time
	 * @return whether that is new
	 */
	boolean refused(String feature, String code, Tick now) {
		Limit before = this.features.put(feature, new Limit(code, now));
		return before == null || !before.code().equals(code);
	}

	/** Whether a method of this family was refused lately. */
	boolean apply(String family, Tick now) {
		return this.features.entrySet()
			.stream()
			.anyMatch((each) -> each.getKey().startsWith(family)
					&& now.since(each.getValue().since()).compareTo(PAUSE) < 0);
	}

	/** Slack did it after all. */
	void lifted(String family) {
		this.features.keySet().removeIf((feature) -> feature.startsWith(family));
	}

	/** Each in words. */
	List<String> inWords() {
		List<String> words = new ArrayList<>();
		this.features.forEach((feature, limit) -> words.add(feature + " (" + limit.code() + ")"));
		return words;
	}

	/** Why and since when. */
	private record Limit(String code, Tick since) {

	}

}
