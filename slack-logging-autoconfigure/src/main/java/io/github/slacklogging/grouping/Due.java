package io.github.slacklogging.grouping;

/** A moment that may not be set. Readings of the clock may be any number. Mutable. */
final class Due {

	private boolean set;

	private long nanos;

	void clear() {
		this.set = false;
	}

	void at(long nanos) {
		this.set = true;
		this.nanos = nanos;
	}

	/** At that moment, unless it is before. */
	void by(long nanos) {
		if (!this.set || nanos - this.nanos < 0) {
			at(nanos);
		}
	}

	boolean isSet() {
		return this.set;
	}

	/** Meaningful while it is set. */
	long nanos() {
		return this.nanos;
	}

}
