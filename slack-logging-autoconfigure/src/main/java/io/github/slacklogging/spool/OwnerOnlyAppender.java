package io.github.slacklogging.spool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import org.jspecify.annotations.Nullable;

/**
 * Logback's rolling appender with files that only their owner may read, in a context of
 * its own, so that its troubles never reach the application's, where one of level ERROR
 * would stop a start. What Logback does not throw is thrown by {@link #check()}; then
 * this appender must be stopped and not be used any more. Not thread-safe: the thread of
 * the fallback log alone uses it.
 */
final class OwnerOnlyAppender extends RollingFileAppender<String> {

	private static final Set<OpenOption> APPEND = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);

	private @Nullable IOException problem;

	private boolean stuck;

	/**
	 * Creates an appender, to be started.
	 * @param settings where and how much
	 * @param rollTrouble told once, if the file can be written but not rolled
	 */
	OwnerOnlyAppender(RollingFallbackLog.Settings settings, Consumer<String> rollTrouble) {
		ContextBase own = new ContextBase();
		own.setName("slack-logging-fallback");
		own.getStatusManager().add((status) -> noteAndGoOn(status, rollTrouble));
		setContext(own);
		setFile(settings.file().toString());
		setEncoder(encoder(own));
		setTriggeringPolicy(trigger(own, settings.maxBytes()));
		setRollingPolicy(window(own, settings));
	}

	private Utf8Encoder encoder(ContextBase own) {
		Utf8Encoder encoder = new Utf8Encoder();
		encoder.setContext(own);
		encoder.start();
		return encoder;
	}

	private static SizeBasedTriggeringPolicy<String> trigger(ContextBase own, long maxBytes) {
		SizeBasedTriggeringPolicy<String> trigger = new SizeBasedTriggeringPolicy<>();
		trigger.setContext(own);
		trigger.setMaxFileSize(new FileSize(maxBytes));
		// Otherwise it looks once a minute, and the file grows meanwhile.
		trigger.setCheckIncrement(Duration.buildByMilliseconds(0));
		trigger.start();
		return trigger;
	}

	private FixedWindowRollingPolicy window(ContextBase own, RollingFallbackLog.Settings settings) {
		FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
		window.setContext(own);
		window.setParent(this);
		window.setFileNamePattern(settings.file() + ".%i");
		window.setMinIndex(1);
		window.setMaxIndex(settings.maxHistory());
		window.start();
		return window;
	}

	@Override
	public void openFile(String name) throws IOException {
		Path file = Path.of(name);
		Path folder = file.getParent();
		if (folder != null) {
			OwnerOnly.create(folder);
		}
		OutputStream stream = Channels.newOutputStream(FileChannel.open(file, APPEND, OwnerOnly.fileAttributes(file)));
		if (Files.isRegularFile(file)) {
			OwnerOnly.tightenFile(file);
		}
		setOutputStream(stream);
	}

	/** What Logback does not throw. */
	private boolean noteAndGoOn(Status status, Consumer<String> rollTrouble) {
		if (status.getEffectiveLevel() >= Status.ERROR) {
			Throwable thrown = status.getThrowable();
			this.problem = (thrown instanceof IOException io) ? io : new IOException("see the file's folder", thrown);
		}
		else if (status.getEffectiveLevel() >= Status.WARN && !this.stuck) {
			this.stuck = true;
			rollTrouble.accept("slack.logging.fallback.file cannot be rolled, and grows");
		}
		return true;
	}

	/**
	 * Whether all went well.
	 * @throws IOException what went wrong
	 */
	void check() throws IOException {
		if (this.problem != null) {
			throw this.problem;
		}
		if (!isStarted()) {
			throw new IOException("the file was closed");
		}
	}

	/** Text as it is. */
	private static final class Utf8Encoder extends EncoderBase<String> {

		private static final byte[] NOTHING = {};

		@Override
		public byte[] headerBytes() {
			return NOTHING;
		}

		@Override
		public byte[] encode(String entry) {
			return entry.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public byte[] footerBytes() {
			return NOTHING;
		}

	}

}
