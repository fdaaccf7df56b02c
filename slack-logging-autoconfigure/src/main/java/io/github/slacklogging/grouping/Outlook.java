package io.github.slacklogging.grouping;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what the events of a kind wait for.
 *
 * @param rules when a kind speaks
 * @param living whether messages can be edited and answered there
 */
record Outlook(SpeakingRules rules, boolean living) {

	/**
	 * Looks ahead.
	 * @param kind of a destination
	 * @param now the time
	 * @return {@code waits for its linger until 2026-01-02T12:00:01Z}, to the second
	 */
	String of(Kind kind, Tick now) {
		if (!kind.isWaiting()) {
			return "waits for nothing";
		}
		if (kind.isHeld()) {
			return "is told by a storm's banner";
		}
		Plan post = this.rules.plan(kind, this.living, now);
		boolean editFirst = kind.edit().isSet()
				&& (!kind.post().isSet() || kind.edit().nanos() - kind.post().nanos() < 0);
		if (editFirst) {
			return "waits for the next edit" + until(kind.edit().nanos(), now);
		}
		if (kind.post().isSet()) {
			return "waits for " + reason(kind, post) + until(kind.post().nanos(), now);
		}
		// a mute may end with a count or a version, and nobody knows when that is
		return kind.isMuted() ? "waits for " + reason(kind, post) : "waits: nothing is planned";
	}

	private String reason(Kind kind, @Nullable Plan post) {
		if (kind.isMuted()) {
			return "the end of its mute";
		}
		if (this.rules.isDigested(kind)) {
			return "the digest";
		}
		if (!kind.isTold()) {
			return "its linger";
		}
		return (post == null) ? "its turn"
				: post.speech()
					.occasions()
					.stream()
					.sorted()
					.map((occasion) -> word(occasion))
					.collect(Collectors.joining(" and ", "its next word (", ")"));
	}

	private static String word(Occasion occasion) {
		return occasion.name().toLowerCase(Locale.ROOT);
	}

	/** To the second, so that the words only change when the moment does. */
	private static String until(long nanos, Tick now) {
		Instant instant = now.instant().plus(Duration.ofNanos(nanos - now.nanos()));
		return " until " + instant.truncatedTo(ChronoUnit.SECONDS);
	}

}
