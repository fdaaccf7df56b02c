package io.github.slacklogging.masking;

/** How much harm a leak does. */
enum LeakSeverity {

	/** Whoever reads it can act in somebody's name at once. */
	CRITICAL,

	/** Opens something together with other knowledge, or costs a person dear. */
	HIGH,

	/** Tells about a person or a place. */
	MEDIUM

}
