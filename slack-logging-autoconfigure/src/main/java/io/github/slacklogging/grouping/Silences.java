package io.github.slacklogging.grouping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.Mute.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The mutes that stand, of all destinations, in the order of their beginnings. Used by
 * the worker only.
 */
final class Silences {

	private final Map<Subject, Silence> standing = new LinkedHashMap<>();

	/** What keeps a kind silent: its own mute first, then that of the nearest logger. */
	@Nullable Silence of(Kind kind) {
		if (this.standing.isEmpty()) {
			return null;
		}
		Silence own = this.standing.get(new Subject.Kind(kind.fingerprint().id()));
		return (own != null) ? own : ofLogger(kind.loggerName());
	}

	private @Nullable Silence ofLogger(String name) {
		String prefix = name;
		while (!prefix.isEmpty()) {
			Silence silence = this.standing.get(new Subject.Logger(prefix));
			if (silence != null) {
				return silence;
			}
			prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('.')));
		}
		return null;
	}

	/** Whether a logger is this one or one below it. */
	static boolean isBelow(String logger, String above) {
		return logger.equals(above) || logger.startsWith(above + ".");
	}

	@Nullable Silence of(Subject subject) {
		return this.standing.get(subject);
	}

	/** Takes the place of an earlier one of the same subject. */
	void put(Silence silence) {
		this.standing.remove(silence.mute().subject());
		this.standing.put(silence.mute().subject(), silence);
	}

	boolean remove(Subject subject) {
		return this.standing.remove(subject) != null;
	}

	/** All that stand; may be changed through it. */
	Collection<Silence> all() {
		return this.standing.values();
	}

	int size() {
		return this.standing.size();
	}

}
