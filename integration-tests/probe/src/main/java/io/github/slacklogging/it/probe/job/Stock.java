package io.github.slacklogging.it.probe.job;

/** What the jobs need, and where they fail. Immutable. */
public final class Stock {

	private final boolean isUnknown;

	Stock(boolean isUnknown) {
		this.isUnknown = isUnknown;
	}

	/**
	 * Looks at it.
	 * @param who looks
	 */
	public void look(String who) {
		if (this.isUnknown) {
			throw new IllegalStateException("The stock is unknown to " + who);
		}
	}

}
