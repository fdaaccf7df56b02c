package io.github.slacklogging.benchmark.shipping;

/**
 * How much is logged, and how fast.
 *
 * @param events in all
 * @param perSecond of all threads, 0 for as fast as they can
 */
record Load(int events, int perSecond) {

	static Load asFastAsPossible(int events) {
		return new Load(events, 0);
	}

	static Load paced(int perSecond, int seconds) {
		return new Load(perSecond * seconds, perSecond);
	}

	static Load parse(String text) {
		String[] parts = text.split("/");
		return new Load(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
	}

	/** As {@link #parse} reads it. */
	@Override
	public String toString() {
		return this.events + "/" + this.perSecond;
	}

	String inWords() {
		return (this.perSecond == 0) ? "%,d as fast as they come".formatted(this.events)
				: "%,d a second for %d s".formatted(this.perSecond, this.events / this.perSecond);
	}

}
