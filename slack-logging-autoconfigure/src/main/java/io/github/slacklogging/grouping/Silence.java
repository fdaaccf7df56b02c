package io.github.slacklogging.grouping;

import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A mute that stands, and how many events it has counted. It counts for itself, because
 * kinds are forgotten and come back. Mutable; used by the worker only.
 */
final class Silence {

	private final Mute mute;

	/** By the clock that does not jump, where it ends at a time. */
	private final @Nullable Tick until;

	private long counted;

	/**
	 * A mute.
	 * @param mute what and how long
	 * @param until when it ends, {@code null} where time does not end it
	 * @param counted events so far
	 */
	Silence(Mute mute, @Nullable Tick until, long counted) {
		this.mute = mute;
		this.until = until;
		this.counted = counted;
	}

	Mute mute() {
		return this.mute;
	}

	@Nullable Tick until() {
		return this.until;
	}

	boolean isCounting() {
		return this.mute.end() instanceof End.AtTotal;
	}

	void count() {
		this.counted++;
	}

	/** Whether it has ended by itself. */
	boolean isOver(String version, Tick now) {
		End end = this.mute.end();
		if (end instanceof End.AtTotal limit) {
			return this.counted >= limit.total();
		}
		if (end instanceof End.AfterVersion then) {
			return !then.version().equals(version);
		}
		Tick moment = this.until;
		return moment != null && now.isAtOrAfter(moment.nanos());
	}

	KeptMute kept() {
		return new KeptMute(this.mute, this.counted);
	}

}
