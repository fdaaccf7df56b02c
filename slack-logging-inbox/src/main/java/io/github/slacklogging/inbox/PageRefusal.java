package io.github.slacklogging.inbox;

/** A request of the page that cannot be carried out, with one sentence why. */
@SuppressWarnings("serial") // lives for one request
final class PageRefusal extends Exception {

	private final int status;

	PageRefusal(int status, String sentence) {
		super(sentence, null, false, false);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
