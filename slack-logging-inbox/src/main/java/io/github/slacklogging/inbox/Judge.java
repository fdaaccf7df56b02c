package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.block.Strictness;
import io.github.slacklogging.inbox.block.Verdict;
import io.github.slacklogging.inbox.json.Json;

/** Judges messages as strictly as it is told to; strictly at the start. Thread-safe. */
final class Judge {

	private volatile Strictness strictness = Strictness.STRICT;

	void lenient(boolean lenient) {
		this.strictness = lenient ? Strictness.LENIENT : Strictness.STRICT;
	}

	boolean isLenient() {
		return this.strictness == Strictness.LENIENT;
	}

	Verdict judge(Json.Obj message) {
		return MessageRules.judge(message, this.strictness);
	}

	Verdict judgeUpdate(Json.Obj message) {
		return MessageRules.judgeUpdate(message, this.strictness);
	}

}
