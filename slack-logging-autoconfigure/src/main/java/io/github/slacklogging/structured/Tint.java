package io.github.slacklogging.structured;

import ch.qos.logback.classic.Level;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ansi.AnsiColor;
import org.springframework.boot.ansi.AnsiElement;
import org.springframework.boot.ansi.AnsiOutput;
import org.springframework.boot.ansi.AnsiStyle;

/**
 * The colours of the pretty console: levels as Boot colours them.
 */
enum Tint {

	PLAIN(AnsiColor.DEFAULT), NAME(AnsiStyle.FAINT), TIME(AnsiStyle.FAINT), LOGGER(AnsiColor.CYAN),
	MESSAGE(AnsiStyle.BOLD), NUMBER(AnsiColor.MAGENTA), ERROR(AnsiColor.RED), WARN(AnsiColor.YELLOW),
	INFO(AnsiColor.GREEN);

	private final AnsiElement element;

	Tint(AnsiElement element) {
		this.element = element;
	}

	static Tint of(@Nullable Level level) {
		if (level == null || !level.isGreaterOrEqual(Level.WARN)) {
			return INFO;
		}
		return level.isGreaterOrEqual(Level.ERROR) ? ERROR : WARN;
	}

	/** The text as it is where the console has no colours. */
	String paint(String text) {
		return (this != PLAIN) ? AnsiOutput.toString(this.element, text) : text;
	}

}
