package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.Tick;

/**
 * Tells a start that does not come to its end, once: nothing is thrown and nothing logged
 * then, so nobody else would. Thread-safe.
 *
 * <p>
 * A start that is merely slow is none of its business, however long it takes: such a
 * thread moves, and two looks find it at different places. Only one that is found at the
 * same place at every look, for longer than {@code startup.hold-max}, waits for something
 * that does not come. A loop that sleeps between its attempts is found asleep, and told
 * as well: it has not come further either.
 */
final class StartWatch implements Runnable {

	private static final int LOOKS = 5;

	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

	private final LoggerContext context;

	private final PipelineAssembly assembly;

	private final Tenant tenant;

	private final Thread starter;

	private final Tick begun;

	private final AtomicBoolean told = new AtomicBoolean();

	private StartWatch(LoggerContext context, PipelineAssembly assembly, Tenant tenant, Thread starter) {
		this.context = context;
		this.assembly = assembly;
		this.tenant = tenant;
		this.starter = starter;
		this.begun = assembly.clock().get();
	}

	/**
	 * Watches until the start has ended, in one way or the other. There is nothing to
	 * watch where it has ended already or no {@code SpringApplication} runs it.
	 * @param context that numbers the events
	 * @param assembly whose pipeline is told
	 * @param tenant whose start it is
	 */
	static void start(LoggerContext context, PipelineAssembly assembly, Tenant tenant) {
		Thread starter = tenant.starter();
		if (starter != null && !tenant.hasEndedStart() && !assembly.holdMax().isZero()) {
			StartWatch watch = new StartWatch(context, assembly, tenant, starter);
			tenant.watchedBy(watch);
			watch.startThread();
		}
	}

	private void startThread() {
		Thread thread = new Thread(null, this, "slack-logging-start-watch", 0, false);
		thread.setContextClassLoader(StartWatch.class.getClassLoader());
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void run() {
		Duration pause = pause();
		Stillness stillness = new Stillness(pause.multipliedBy(2));
		while (!this.tenant.awaitEndOfStart(pause)) {
			List<StackTraceElement> frames = this.tenant.framesOfStart();
			if (frames.isEmpty()) {
				return;
			}
			Duration still = stillness.look(this.assembly.clock().get(), frames);
			if (isTooLong(still)) {
				tell(StartHangs.unmoved(this.starter, frames, still));
				return;
			}
		}
	}

	private Duration pause() {
		Duration pause = this.assembly.holdMax().dividedBy(LOOKS);
		return (pause.compareTo(SHORTEST_PAUSE) > 0) ? pause : SHORTEST_PAUSE;
	}

	private boolean isTooLong(Duration duration) {
		return duration.compareTo(this.assembly.holdMax()) > 0;
	}

	/** The JVM is asked to end. A start that should be over by now is told. */
	void jvmEnds() {
		Duration age = this.assembly.clock().get().since(this.begun);
		List<StackTraceElement> frames = this.tenant.framesOfStart();
		if (!this.tenant.hasEndedStart() && isTooLong(age) && !frames.isEmpty()) {
			tell(StartHangs.unfinished(frames, age));
		}
	}

	private void tell(StartHangs hangs) {
		if (this.told.compareAndSet(false, true)) {
			LogEvent event = hangs.event(this.context, this.assembly.appender().runId(), this.starter.getName(),
					this.assembly.clock().get());
			for (SlackAppender.Outlet outlet : this.assembly.outlets()) {
				if (outlet.intake().admits(event.severity())) {
					outlet.intake().offer(event);
				}
			}
		}
	}

}
