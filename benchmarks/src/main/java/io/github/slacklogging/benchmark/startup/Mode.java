package io.github.slacklogging.benchmark.startup;

/** How an application is prepared. */
enum Mode {

	/** Not at all. */
	PLAIN,

	/** Its beans are defined by generated code. */
	AOT,

	/** Its classes come from an archive that a run before left. */
	CACHE

}
