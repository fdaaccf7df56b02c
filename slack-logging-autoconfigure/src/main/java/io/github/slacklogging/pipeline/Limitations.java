package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

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

	private @Nullable String fileTrouble;

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

	/** Whether a file may be tried. */
	boolean allowFiles(Tick now) {
		return this.fileTrouble == null && !apply("files.", now);
	}

	/**
	 * A file did not arrive, though Slack does not say that it takes none: what it was to
	 * tell is told as a message next.
	 * @param reason what went wrong
	 */
	void fileFailed(String reason) {
		this.fileTrouble = reason;
	}

	/** Something else did not arrive either: it was not the file. */
	void failed() {
		this.fileTrouble = null;
	}

	/**
	 * What a file was to tell arrived as a message, if one failed before: messages get
	 * through, and files do not.
	 * @return why, {@code null} where no file failed
	 */
	@Nullable String fileReplaced() {
		String trouble = this.fileTrouble;
		this.fileTrouble = null;
		return trouble;
	}

	/** Slack did it after all. */
	void lifted(SlackCall call) {
		String family = (call instanceof SlackCall.Attach) ? "files." : (call instanceof SlackCall.React) ? "reactions."
				: (call instanceof SlackCall.LookUp) ? "chat.getPermalink" : null;
		if (family != null) {
			lift(family);
		}
	}

	private void lift(String family) {
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
