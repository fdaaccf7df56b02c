package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.JobEvents;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.appender.LogbackJobEvents;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * A running pipeline and its place in one Logback context. It is no bean: it starts
 * before the application's context and outlives it, because the most wanted errors are
 * those of a failing start and of a stop. Thread-safe.
 */
public final class SlackLoggingRuntime implements PipelineView, AutoCloseable {

	/**
	 * After a reset, when to look again: a reload may add loggers after Logback told us,
	 * and a full stop removes our listener.
	 */
	private static final Duration[] LOOK_AGAIN_AFTER = { Duration.ofMillis(50), Duration.ofMillis(200),
			Duration.ofSeconds(1), Duration.ofSeconds(5) };

	private final LoggerContext context;

	private final PipelineAssembly assembly;

	private final AppenderAttachment attachment;

	private final JobEvents jobEvents;

	private final Runnable onClosed;

	private final @Nullable UncaughtExceptions uncaughtExceptions;

	private final ResetListener resetListener = new ResetListener(this::ensureAttachedNowAndLater, this::lookAgain);

	private final AtomicReference<@Nullable Thread> looking = new AtomicReference<>();

	private final WarmUp warmUp;

	private final AtomicBoolean decorated = new AtomicBoolean();

	private final AtomicBoolean closed = new AtomicBoolean();

	private SlackLoggingRuntime(LoggerContext context, PipelineAssembly assembly, AppenderAttachment attachment,
			Runnable onClosed) {
		this.context = context;
		this.assembly = assembly;
		this.attachment = attachment;
		this.jobEvents = new LogbackJobEvents(context, assembly.appender(), assembly.clock());
		this.onClosed = onClosed;
		this.warmUp = new WarmUp(assembly.appender(), assembly::rehearse);
		this.uncaughtExceptions = assembly.tellsUncaughtExceptions() ? UncaughtExceptions.install(context) : null;
	}

	/**
	 * Starts the pipeline and lets all events of the context go there.
	 * @param attachment of the context; another runtime that used it gets no more events
	 * @param onClosed called once, after the drain
	 */
	static SlackLoggingRuntime start(LoggerContext context, PipelineAssembly assembly, AppenderAttachment attachment,
			Runnable onClosed) {
		SlackLoggingRuntime runtime = new SlackLoggingRuntime(context, assembly, attachment, onClosed);
		ProcessRun.numberEvents(context);
		assembly.pipeline().tellOfJobs(runtime.jobEvents);
		assembly.pipeline().start();
		LogShipping shipping = assembly.shipping();
		if (shipping != null) {
			shipping.start();
		}
		attachment.connect(assembly.outlets(), assembly.appender());
		runtime.ensureAttached();
		return runtime;
	}

	/** The pipeline and what belongs to it. */
	public PipelineAssembly assembly() {
		return this.assembly;
	}

	/** Describes what is told of jobs, numbered like all that is logged. */
	JobEvents jobEvents() {
		return this.jobEvents;
	}

	/** Puts the appender back where it is missing. Idempotent. */
	public void ensureAttached() {
		if (isClosed()) {
			return;
		}
		if (!this.context.getCopyOfListenerList().contains(this.resetListener)) {
			this.context.addListener(this.resetListener);
		}
		if (this.attachment.ensureAttached()) {
			this.assembly.pipeline().listeners().appenderReattached();
		}
	}

	private void ensureAttachedNowAndLater() {
		ensureAttached();
		lookAgain();
	}

	private void lookAgain() {
		Thread thread = new Thread(this::keepLooking, "slack-logging-reattach");
		thread.setDaemon(true);
		if (!isClosed() && this.looking.compareAndSet(null, thread)) {
			thread.start();
		}
	}

	private void keepLooking() {
		try {
			for (Duration pause : LOOK_AGAIN_AFTER) {
				LockSupport.parkNanos(this, pause.toNanos());
				if (isClosed()) {
					return;
				}
				if (this.context.isStarted()) {
					ensureAttached();
				}
			}
		}
		finally {
			this.looking.set(null);
		}
	}

	/**
	 * Uses the application's own beans from now on. The first call counts.
	 * @param beans of the application that owns this runtime
	 */
	public void decorate(ListableBeanFactory beans) {
		boolean first = this.decorated.compareAndSet(false, true);
		if (first) {
			this.assembly.decorate(beans);
		}
		ensureAttached();
		if (first) {
			this.assembly.report(beans, new UnheardLoggers(this.context).reasons());
			this.warmUp.startThread();
		}
		else {
			// asked again when the application has started
			this.warmUp.applicationStarted();
		}
	}

	/** As {@link #decorate}, where an earlier runtime has given the same report. */
	void decorateAgain(ListableBeanFactory beans) {
		if (this.decorated.compareAndSet(false, true)) {
			this.assembly.decorate(beans);
		}
		ensureAttached();
	}

	@Override
	public @Nullable PipelineStatus status() {
		return this.assembly.pipeline().status();
	}

	@Override
	public @Nullable ShippingStatus shipping() {
		LogShipping shipping = this.assembly.shipping();
		return (shipping != null) ? shipping.status() : null;
	}

	@Override
	public @Nullable PipelineControl control() {
		return this.assembly.pipeline().control();
	}

	@Override
	public SelfCheck selfCheck() {
		return this.assembly.selfCheck();
	}

	@Override
	public boolean isDryRun() {
		return this.assembly.isDryRun();
	}

	@Override
	public @Nullable String inboxUrl() {
		return this.assembly.inboxUrl();
	}

	public boolean isClosed() {
		return this.closed.get();
	}

	/**
	 * Takes the appender off, unless another runtime has it by now, and drains within
	 * {@code shutdown.timeout}, for which it blocks at most. Idempotent.
	 */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			if (this.uncaughtExceptions != null) {
				this.uncaughtExceptions.takeOff();
			}
			this.attachment.release(this.assembly.outlets());
			this.context.removeListener(this.resetListener);
			this.warmUp.end();
			LockSupport.unpark(this.looking.get());
			try {
				drain();
			}
			finally {
				this.onClosed.run();
			}
		}
	}

	// Both at the same time. What cannot be shipped may go to the fallback file, which
	// ends with the pipeline.
	private void drain() {
		LogShipping shipping = this.assembly.shipping();
		if (shipping != null) {
			shipping.askForEnd();
			this.assembly.pipeline().askForEnd();
			shipping.close();
		}
		this.assembly.pipeline().close();
	}

}
