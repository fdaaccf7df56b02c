package io.github.slacklogging.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import io.github.slacklogging.FallbackLog;
import io.github.slacklogging.MaskedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to a file that is rolled by its size, all of it readable by its owner
 * only: {@code <file>} and, from the latest to the oldest, {@code <file>.1},
 * {@code <file>.2}, …
 *
 * <p>
 * Thread-safe. Nothing blocks but {@link #close()}, for at most a second; nothing throws.
 * A daemon thread writes, there only while there is work. Beyond 10,000 events or 8
 * million characters that wait, events are left out, counted and told at most once a
 * minute. A file that cannot be opened or written is told once and tried again with the
 * next event; what is missing is told when it works again and at the end. After the end
 * every event is left out.
 */
public final class RollingFallbackLog implements FallbackLog {

	private static final int MAX_WAITING = 10_000;

	private static final long MAX_CHARACTERS = 8_000_000;

	private final Settings settings;

	private final DiskCondition condition;

	private final LostEntries lost;

	private final DiskThread thread;

	private final AtomicLong waiting = new AtomicLong();

	private final AtomicBoolean closed = new AtomicBoolean();

	private @Nullable OwnerOnlyAppender open;

	/**
	 * Creates a log. Touches no disk and starts no thread: that begins with the first
	 * event.
	 * @param settings where and how much
	 * @param trouble takes what is wrong with the file, in words without a secret
	 */
	public RollingFallbackLog(Settings settings, Consumer<String> trouble) {
		this.settings = settings;
		this.condition = new DiskCondition("slack.logging.fallback.file",
				"events of undeliverable destinations are not written", trouble);
		this.lost = new LostEntries(this.condition::tell);
		this.thread = new DiskThread("slack-logging-fallback", MAX_WAITING, this.condition::failing);
	}

	@Override
	public void write(String destination, MaskedEvent event) {
		int size = FallbackEntry.size(event);
		if (this.waiting.addAndGet(size) > MAX_CHARACTERS) {
			this.waiting.addAndGet(-size);
			this.lost.count(event.timestamp());
			return;
		}
		this.thread.submit(() -> append(FallbackEntry.text(destination, event)), Outcome.NOT_TAKEN, (outcome) -> {
			this.waiting.addAndGet(-size);
			if (outcome == Outcome.NOT_TAKEN) {
				this.lost.count(event.timestamp());
			}
			else if (outcome == Outcome.FAILED) {
				this.lost.count();
			}
		});
	}

	private Outcome append(String entry) {
		try {
			OwnerOnlyAppender appender = opened();
			appender.doAppend(entry);
			appender.check();
			if (this.condition.problem() != null) {
				this.condition.working();
				this.lost.tell();
			}
			return Outcome.WRITTEN;
		}
		catch (IOException ex) {
			end();
			this.condition.failing(ex);
			return Outcome.FAILED;
		}
	}

	private OwnerOnlyAppender opened() throws IOException {
		OwnerOnlyAppender appender = this.open;
		if (appender == null) {
			appender = new OwnerOnlyAppender(this.settings, this.condition::tell);
			this.open = appender;
			appender.start();
			appender.check();
		}
		return appender;
	}

	private boolean end() {
		OwnerOnlyAppender appender = this.open;
		this.open = null;
		if (appender != null) {
			appender.stop();
		}
		return true;
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.thread.close(this::end);
			this.lost.tell();
		}
	}

	@Override
	public String toString() {
		return "RollingFallbackLog[" + this.settings.file() + "]";
	}

	private enum Outcome {

		WRITTEN, FAILED, NOT_TAKEN

	}

	/**
	 * Where and how much.
	 *
	 * @param file to write to; its folder is created where it is missing
	 * @param maxBytes size at which it is rolled, exceeded by one event at most
	 * @param maxHistory how many rolled files are kept, at most 20, which is the largest
	 * window of Logback's {@code FixedWindowRollingPolicy}
	 */
	public record Settings(Path file, long maxBytes, int maxHistory) {

		public Settings {
			file = file.toAbsolutePath().normalize();
			check(file.getFileName() != null, "file", "must name a file");
			check(!file.toString().contains("%"), "file",
					"must not contain '%', which Logback's patterns cannot quote");
			check(maxBytes > 0, "max-size", "must be positive");
			check(maxHistory >= 1 && maxHistory <= 20, "max-history", "must be between 1 and 20");
		}

		private static void check(boolean valid, String property, String rule) {
			if (!valid) {
				throw new IllegalArgumentException("slack.logging.fallback." + property + " " + rule);
			}
		}

	}

}
