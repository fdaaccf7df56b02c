package io.github.slacklogging.inbox.json;

/** The text is no JSON, or JSON that Slack could not read. */
public final class MalformedJsonException extends Exception {

	private static final long serialVersionUID = 1L;

	MalformedJsonException(String message) {
		super(message);
	}

}
