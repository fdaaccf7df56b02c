package io.github.slacklogging.benchmark.startup;

/**
 * One comparison: everything is the same but for the starter.
 *
 * @param kind what starts
 * @param mode how it is prepared
 * @param jdk what it starts on
 */
record Cell(Kind kind, Mode mode, Jdk jdk) {

	String title() {
		return this.kind.title();
	}

	String on() {
		return "Java " + this.jdk.feature() + switch (this.mode) {
			case PLAIN -> "";
			case AOT -> ", process-aot";
			case CACHE -> ", " + this.jdk.cacheName();
		};
	}

	/** The same, prepared otherwise. */
	Cell in(Mode other) {
		return new Cell(this.kind, other, this.jdk);
	}

	/** What the goals are about. */
	boolean isJudged() {
		return this.mode == Mode.PLAIN && this.kind.actuator();
	}

}
