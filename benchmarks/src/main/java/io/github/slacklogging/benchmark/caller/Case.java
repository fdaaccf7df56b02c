package io.github.slacklogging.benchmark.caller;

/**
 * What one figure says something about.
 *
 * @param entrant who took the events
 * @param call what was logged
 * @param load how
 * @param threads that logged
 */
record Case(Entrant entrant, Call call, Load load, int threads) {

	String threadsInWords() {
		return (this.threads == 1) ? "1 thread" : this.threads + " threads";
	}

	@Override
	public String toString() {
		return this.call.title() + ", " + this.load.label() + ", " + threadsInWords();
	}

}
