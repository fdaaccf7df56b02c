package io.github.slacklogging.opensearch;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Severity;

/**
 * An event as it is sent. Immutable; nobody changes the bytes.
 *
 * @param event what it was made of
 * @param fingerprint of the event
 * @param index where it belongs
 * @param lines two lines for {@code _bulk}, each with its line break: what to do, and the
 * document
 */
record Document(MaskedEvent event, String fingerprint, String index, byte[] lines) {

	String logId() {
		return this.event.logId();
	}

	Severity severity() {
		return this.event.severity();
	}

	/** Neither the log text nor its bytes. */
	@Override
	public String toString() {
		return "Document[" + logId() + " for " + this.index + ", " + this.lines.length + " bytes]";
	}

}
