package io.github.slacklogging.credential;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret of Slack's where another one is meant: it must not be sent to anybody else.
 */
final class ForeignSecret {

	private static final Pattern SLACK = Pattern
		.compile("xox[a-z][-.].*|xapp-.*|https://hooks\\.slack(-gov)?\\.com/.*");

	private ForeignSecret() {
	}

	static Optional<Objection> objection(String secret) {
		return SLACK.matcher(secret).matches() ? Objection.because("is a secret of Slack's", "Name another file.")
				: Optional.empty();
	}

}
