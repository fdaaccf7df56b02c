package io.github.slacklogging.appender;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.slacklogging.BoundedText;
import io.github.slacklogging.ThrowableSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Logback's view of a throwable as a {@link ThrowableSnapshot}. Frames are shared with
 * Logback, not copied. The throwable itself is let go: it may hold a request or a class
 * loader, and a group remembers its events for hours.
 */
final class LogbackThrowable implements ThrowableSnapshot {

	/** As deep as {@link ThrowableSnapshot#rootCause()} looks. */
	private static final int MAX_DEPTH = 64;

	private static final int MAX_SUPPRESSED = 16;

	private final String type;

	private final @Nullable String message;

	private final StackTraceElementProxy @Nullable [] frames;

	private final int framesInCommon;

	private final @Nullable ThrowableSnapshot cause;

	private final List<ThrowableSnapshot> suppressed;

	private final int identity;

	private LogbackThrowable(IThrowableProxy proxy, int maxMessageLength, int depth) {
		String text = proxy.getMessage();
		this.type = proxy.getClassName();
		this.message = (text != null) ? BoundedText.cut(text, maxMessageLength) : null;
		this.frames = proxy.getStackTraceElementProxyArray();
		this.framesInCommon = proxy.getCommonFrames();
		this.cause = of(proxy.getCause(), maxMessageLength, depth + 1);
		this.suppressed = suppressed(proxy.getSuppressed(), maxMessageLength, depth + 1);
		this.identity = System.identityHashCode((proxy instanceof ThrowableProxy own) ? own.getThrowable() : proxy);
	}

	static @Nullable ThrowableSnapshot of(@Nullable IThrowableProxy proxy, int maxMessageLength) {
		return of(proxy, maxMessageLength, 0);
	}

	private static @Nullable ThrowableSnapshot of(@Nullable IThrowableProxy proxy, int maxMessageLength, int depth) {
		if (proxy == null || proxy.isCyclic() || depth == MAX_DEPTH) {
			return null;
		}
		return new LogbackThrowable(proxy, maxMessageLength, depth);
	}

	private static List<ThrowableSnapshot> suppressed(IThrowableProxy @Nullable [] proxies, int maxMessageLength,
			int depth) {
		if (proxies == null || proxies.length == 0) {
			return List.of();
		}
		List<ThrowableSnapshot> suppressed = new ArrayList<>();
		for (int i = 0; i < proxies.length && i < MAX_SUPPRESSED; i++) {
			ThrowableSnapshot one = of(proxies[i], maxMessageLength, depth);
			if (one != null) {
				suppressed.add(one);
			}
		}
		return List.copyOf(suppressed);
	}

	@Override
	public String type() {
		return this.type;
	}

	@Override
	public @Nullable String message() {
		return this.message;
	}

	@Override
	public List<StackTraceElement> frames() {
		return (this.frames != null) ? new Frames(this.frames) : List.of();
	}

	@Override
	public int framesInCommon() {
		return this.framesInCommon;
	}

	@Override
	public @Nullable ThrowableSnapshot cause() {
		return this.cause;
	}

	@Override
	public List<ThrowableSnapshot> suppressed() {
		return this.suppressed;
	}

	@Override
	public int identity() {
		return this.identity;
	}

	/** A view, made when it is asked for. */
	private static final class Frames extends AbstractList<StackTraceElement> implements RandomAccess {

		private final StackTraceElementProxy[] proxies;

		Frames(StackTraceElementProxy[] proxies) {
			this.proxies = proxies;
		}

		@Override
		public StackTraceElement get(int index) {
			return this.proxies[index].getStackTraceElement();
		}

		@Override
		public int size() {
			return this.proxies.length;
		}

	}

}
