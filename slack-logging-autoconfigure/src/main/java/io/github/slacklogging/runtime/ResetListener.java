package io.github.slacklogging.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;

/**
 * Hears that Logback was reset or stopped, which takes every appender off. It is called
 * with Logback's configuration lock held, so it must neither block nor call back.
 */
final class ResetListener implements LoggerContextListener {

	private final Runnable onReset;

	private final Runnable onStop;

	ResetListener(Runnable onReset, Runnable onStop) {
		this.onReset = onReset;
		this.onStop = onStop;
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onStart(LoggerContext context) {
	}

	@Override
	public void onReset(LoggerContext context) {
		this.onReset.run();
	}

	@Override
	public void onStop(LoggerContext context) {
		this.onStop.run();
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
	}

}
