package io.github.slacklogging.opensearch;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Tick;
import io.github.slacklogging.opensearch.OpenSearchShipping.Decoration;

/** Turns events into documents that may leave memory. Used by the worker only. */
final class DocumentMaking {

	private final DocumentWriter writer;

	private Decoration decoration;

	private boolean decorated;

	DocumentMaking(Decoration decoration, DocumentWriter writer) {
		this.decoration = decoration;
		this.writer = writer;
	}

	/** The application's own parts are known: nothing is held back any more. */
	void decorate(Decoration decoration) {
		this.decoration = decoration;
		this.decorated = true;
	}

	boolean isDecorated() {
		return this.decorated;
	}

	/**
	 * The document of an event.
	 * @param event not masked
	 * @param freeFieldsAsText whether what callers name is one text
	 * @param now the time
	 */
	PendingDocument make(LogEvent event, boolean freeFieldsAsText, Tick now) {
		// before the application's maskers are known only the text itself may leave
		LogEvent told = this.decorated ? event : event.withoutContext();
		String fingerprint = this.decoration.fingerprints().apply(told, now).id();
		return new PendingDocument(
				this.writer.write(this.decoration.masking().apply(told), fingerprint, freeFieldsAsText),
				freeFieldsAsText);
	}

	/** What may leave memory of an event that becomes no document. */
	MaskedEvent mask(LogEvent event) {
		return this.decoration.masking().apply(this.decorated ? event : event.withoutContext());
	}

	/** The same document with its free fields as text. */
	PendingDocument reduced(PendingDocument document) {
		Document made = document.document();
		return new PendingDocument(this.writer.write(made.event(), made.fingerprint(), true), true);
	}

}
