package io.github.slacklogging;

/**
 * Hears of every step of every event, for those who ask why one is not in Slack.
 * Thread-safe; never blocks, never throws.
 */
public interface Trail {

	/** Hears nothing. */
	Trail NONE = new Trail() {

		@Override
		public boolean isOn() {
			return false;
		}

		@Override
		public void step(String folder, String about, String what) {
		}

	};

	/** Whether anybody listens: ask before a text is made. */
	boolean isOn();

	/**
	 * One step.
	 * @param folder where it was done, {@code channel} for example
	 * @param about log id of the event; or fingerprints with {@code #} where it is one
	 * event no more; or the name of the destination where it is all that waits there
	 * @param what was done, without any text of the event that is not masked
	 */
	void step(String folder, String about, String what);

}
