package io.github.slacklogging;

/** Life of a pipeline; it only ever moves forward. */
public enum PipelineState {

	/** Events are held, nothing leaves. */
	NEW,

	/** Events are taken and told. */
	RUNNING,

	/** No new events; what waits is told within a budget. */
	DRAINING,

	/** Over. */
	STOPPED

}
