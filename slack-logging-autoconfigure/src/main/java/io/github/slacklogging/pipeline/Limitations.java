package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.slacklogging.worker.TroubleLog;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;
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

	/** What stands for all files, where one failed without Slack saying why. */
	private static final String FILES = "files.getUploadURLExternal";

	private final String destination;

	private final TroubleLog trouble;

	private final Map<String, Limit> features = new TreeMap<>();

	private @Nullable String fileTrouble;

	/**
	 * Nothing was refused yet.
	 * @param destination its name
	 * @param trouble hears of each limitation once
	 */
	Limitations(String destination, TroubleLog trouble) {
		this.destination = destination;
		this.trouble = trouble;
	}

	/** Slack said this. */
	void heard(SendResult result, Tick now) {
		if (result instanceof SendResult.FeatureRefused refused && !OF_ONE_MESSAGE.contains(refused.code())) {
			refused(refused.feature(), refused.code(), now);
		}
	}

	private void refused(String feature, String code, Tick now) {
		Limit before = this.features.put(feature, new Limit(code, now));
		if (before == null || !before.code().equals(code)) {
			this.trouble.accept("Slack refuses " + feature + " at destination '" + this.destination + "' (" + code
					+ "): messages go on without it");
		}
	}

	/** Whether they rule out that this is done, for now. */
	boolean rule(Form form, Tick now) {
		return switch (form) {
			case MARK, UNMARK -> apply("reactions.", now);
			case LOOK_UP -> apply("chat.getPermalink", now);
			default -> false;
		};
	}

	/** Whether a method of this family was refused lately. */
	private boolean apply(String family, Tick now) {
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
	 * A call failed, though Slack does not say that it never does this. What a file was
	 * to tell is told as a message next; where something else fails too it was not the
	 * file.
	 * @param call that failed
	 * @param reason what went wrong
	 */
	void failed(SlackCall call, String reason) {
		this.fileTrouble = (call instanceof SlackCall.Attach) ? reason : null;
	}

	/**
	 * A call arrived: what was refused before is not any more, and where a trace arrives
	 * as a message after its file failed, messages get through and files do not.
	 * @param form of what was told
	 * @param call that told it
	 * @param now the time
	 */
	void arrived(Form form, SlackCall call, Tick now) {
		if (call instanceof SlackCall.Attach) {
			lift("files.");
		}
		else if (call instanceof SlackCall.React) {
			lift("reactions.");
		}
		else if (call instanceof SlackCall.LookUp) {
			lift("chat.getPermalink");
		}
		String failed = this.fileTrouble;
		if (form == Form.TRACE) {
			this.fileTrouble = null;
			if (failed != null && call instanceof SlackCall.Reply) {
				refused(FILES, failed, now);
			}
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
