package io.github.slacklogging;

/** Which of Slack's limits a call counts against. */
public enum Pace {

	/** What appears in a channel or a thread: about one a second in each channel. */
	POST,

	/**
	 * What changes or asks for something that is there: some 50 a minute in the whole
	 * workspace, for all destinations of a token together.
	 */
	EDIT

}
