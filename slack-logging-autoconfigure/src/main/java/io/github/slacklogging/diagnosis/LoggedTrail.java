package io.github.slacklogging.diagnosis;

import io.github.slacklogging.Trail;

/**
 * Tells every step through the logger {@code slack.logging.diagnostics}, a line each:
 * {@code [channel] <log id> kept: routes[0] → payments}. Thread-safe; blocks no longer
 * than the application's appenders do, never throws. Remembers nothing.
 */
public final class LoggedTrail implements Trail {

	private static final int MAX_LENGTH = 2_000;

	private final Voice voice = Voice.of(Voice.DIAGNOSTICS);

	@Override
	public boolean isOn() {
		return this.voice.isHeard();
	}

	@Override
	public void step(String folder, String about, String what) {
		this.voice.say(line("[" + folder + "] " + about + " " + what));
	}

	/** A line stays one, whatever stands in it. */
	private static String line(String text) {
		StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
		text.codePoints().limit(MAX_LENGTH).map(LoggedTrail::harmless).forEach(line::appendCodePoint);
		return (text.length() > MAX_LENGTH) ? line.append('…').toString() : line.toString();
	}

	private static int harmless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				' ';
			default -> c;
		};
	}

}
