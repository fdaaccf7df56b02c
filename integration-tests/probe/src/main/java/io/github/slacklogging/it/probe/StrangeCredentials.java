package io.github.slacklogging.it.probe;

import io.github.slacklogging.Secret;
import io.github.slacklogging.SlackCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A bean that deals badly with a secret: {@code throws} an exception that quotes it, an
 * {@code error}, gives it as a {@code foreign} URL, {@code blank}, or as it {@code is}.
 */
final class StrangeCredentials implements SlackCredentials {

	private final String habit;

	private final String secret;

	StrangeCredentials(String habit, String secret) {
		this.habit = habit;
		this.secret = secret;
	}

	@Override
	public @Nullable Secret credential(String destination) {
		return switch (this.habit) {
			case "throws" -> throw new IllegalStateException("The vault is sealed, it knows " + this.secret);
			case "error" -> throw new OutOfMemoryError(this.secret);
			case "foreign" -> Secret.of("https://slack.example/services/T000/B000/" + this.secret);
			case "blank" -> Secret.of(" ");
			case "is" -> Secret.of(this.secret);
			default -> null;
		};
	}

	@Override
	public void refused(String destination) {
		throw new IllegalStateException("Refused: " + this.secret);
	}

}
