package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.block.Strictness;

/** Whether this Slack overlooks what the real one would refuse. Thread-safe. */
final class Leniency {

	private volatile Strictness strictness = Strictness.STRICT;

	void give(boolean lenient) {
		this.strictness = lenient ? Strictness.LENIENT : Strictness.STRICT;
	}

	boolean isGiven() {
		return this.strictness == Strictness.LENIENT;
	}

	Strictness strictness() {
		return this.strictness;
	}

}
