package io.github.slacklogging.appender;

import java.util.List;

import io.github.slacklogging.BoundedText;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A throwable of which only the printed trace was logged. It is read when somebody first
 * asks, which is the worker and not the thread that logs; then the text is let go.
 * Immutable to its readers, on any thread.
 *
 * <p>
 * Two are never the same throwable, however equal their texts are: an error that happens
 * again prints the same text, and each of them counts.
 */
final class PrintedThrowable implements ThrowableSnapshot {

	private final int length;

	private String text;

	private volatile @Nullable ThrowableSnapshot thrown;

	PrintedThrowable(String text, int maxLength) {
		this.text = BoundedText.beginning(text, maxLength);
		this.length = this.text.length();
	}

	private ThrowableSnapshot thrown() {
		ThrowableSnapshot known = this.thrown;
		return (known != null) ? known : read();
	}

	private synchronized ThrowableSnapshot read() {
		ThrowableSnapshot known = this.thrown;
		if (known == null) {
			known = TraceReading.read(this.text);
			this.thrown = known;
			this.text = "";
		}
		return known;
	}

	@Override
	public String type() {
		return thrown().type();
	}

	@Override
	public @Nullable String message() {
		return thrown().message();
	}

	@Override
	public List<StackTraceElement> frames() {
		return thrown().frames();
	}

	@Override
	public int framesInCommon() {
		return thrown().framesInCommon();
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return thrown().cause();
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return thrown().suppressed();
	}

	@Override
	public int identity() {
		return System.identityHashCode(this);
	}

	@Override
	public long approximateBytes() {
		return this.length;
	}

}
