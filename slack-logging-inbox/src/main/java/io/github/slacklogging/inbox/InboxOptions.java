package io.github.slacklogging.inbox;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. Immutable.
 *
 * @param listening where
 * @param task what to do
 * @param lenient whether what is too long or unknown passes with a warning
 * @param limits which rate limits apply, empty for those of a test
 * @param token the bot token that is good, empty for the inbox's own
 */
record InboxOptions(Listening listening, Task task, boolean lenient, Optional<Limits> limits, Optional<String> token) {

	enum Task {

		RUN, HELP, VERSION

	}

	enum Limits {

		SLACK, NONE

	}

	static final int DEFAULT_PORT = 8025;

	private static final InboxOptions DEFAULTS = new InboxOptions(Listening.onLoopback(DEFAULT_PORT), Task.RUN, false,
			Optional.empty(), Optional.empty());

	/**
	 * Reads the command line.
	 * @throws IllegalArgumentException with a sentence about the first option that is
	 * unknown or has no good value
	 */
	static InboxOptions of(String... arguments) {
		Queue<String> rest = new ArrayDeque<>(List.of(arguments));
		InboxOptions options = DEFAULTS;
		while (!rest.isEmpty()) {
			String argument = rest.remove();
			int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
			String option = (equals < 0) ? argument : argument.substring(0, equals);
			options = switch (option) {
				case "--help", "-h" -> options.to(Task.HELP);
				case "--version" -> options.to(Task.VERSION);
				case "--lenient" -> options.leniently();
				case "--port", "--host", "--allow-host", "--limits", "--token" ->
					options.with(option, (equals < 0) ? rest.poll() : argument.substring(equals + 1));
				default -> throw new IllegalArgumentException("There is no option " + option + ".");
			};
		}
		return options;
	}

	private InboxOptions with(String option, @Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(option + " wants a value.");
		}
		try {
			return switch (option) {
				case "--port" -> on(new Listening(this.listening.host(), port(value), this.listening.allowedHosts()));
				case "--host" -> on(this.listening.on(value));
				case "--allow-host" -> on(this.listening.allow(value));
				case "--limits" ->
					new InboxOptions(this.listening, this.task, this.lenient, Optional.of(limits(value)), this.token);
				default ->
					new InboxOptions(this.listening, this.task, this.lenient, this.limits, Optional.of(token(value)));
			};
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(option + ": " + ex.getMessage() + ".", ex);
		}
	}

	private InboxOptions on(Listening where) {
		return new InboxOptions(where, this.task, this.lenient, this.limits, this.token);
	}

	private InboxOptions to(Task next) {
		return new InboxOptions(this.listening, next, this.lenient, this.limits, this.token);
	}

	private InboxOptions leniently() {
		return new InboxOptions(this.listening, this.task, true, this.limits, this.token);
	}

	private static int port(String value) {
		if (!value.matches("[0-9]{1,9}")) {
			throw new IllegalArgumentException("A port is a number from 0 to 65535, not '" + value + "'");
		}
		return Integer.parseInt(value);
	}

	private static Limits limits(String value) {
		return switch (value) {
			case "slack" -> Limits.SLACK;
			case "none" -> Limits.NONE;
			default -> throw new IllegalArgumentException("Limits are slack or none, not '" + value + "'");
		};
	}

	/** Not repeated in the message: it may be a real one, by mistake. */
	private static String token(String value) {
		if (!value.matches("[\\x21-\\x7e]+")) {
			throw new IllegalArgumentException("A token is one word of ASCII characters");
		}
		return value;
	}

}
