package io.github.slacklogging.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.LoggerContext;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.RunId;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The one runtime of a Logback context, and the applications that share it. The first
 * application that names a destination owns the runtime: its settings and beans count.
 * When it leaves, the next one takes over with its own. The appender stays where it is
 * meanwhile, so no event is missed and none is told twice. Thread-safe; readers never
 * wait, and leaving blocks for the drain.
 *
 * <p>
 * Longer than a class of ours should be: who comes, owns, leaves and takes over is one
 * story.
 */
final class SharedRuntime implements PipelineView {

	private final LoggerContext context;

	private final PipelineAssembler assembler;

	private final RunId runId;

	private final JvmEnd jvmEnd;

	private final Consumer<String> warnings;

	private final AppenderAttachment attachment;

	private final JobReporting jobs;

	private final List<Tenant> waiting = new ArrayList<>();

	private volatile @Nullable Tenant owner;

	private volatile @Nullable SlackLoggingRuntime runtime;

	SharedRuntime(LoggerContext context, PipelineAssembler assembler, RunId runId, JvmEnd jvmEnd,
			Consumer<String> warnings) {
		this.context = context;
		this.assembler = assembler;
		this.runId = runId;
		this.jvmEnd = jvmEnd;
		this.warnings = warnings;
		this.attachment = new AppenderAttachment(context);
		this.jobs = new SharedJobReporting(this::current);
	}

	/** What runs now; {@code null} when no application wants anything. */
	@Nullable SlackLoggingRuntime current() {
		return this.runtime;
	}

	@Override
	public @Nullable PipelineStatus status() {
		SlackLoggingRuntime open = this.runtime;
		return (open != null) ? open.status() : null;
	}

	@Override
	public @Nullable ShippingStatus shipping() {
		SlackLoggingRuntime open = this.runtime;
		return (open != null) ? open.shipping() : null;
	}

	@Override
	public @Nullable PipelineControl control() {
		SlackLoggingRuntime open = this.runtime;
		return (open != null) ? open.control() : null;
	}

	@Override
	public @Nullable SelfCheck selfCheck() {
		SlackLoggingRuntime open = this.runtime;
		return (open != null) ? open.selfCheck() : null;
	}

	@Override
	public boolean isDryRun() {
		SlackLoggingRuntime open = this.runtime;
		return open != null && open.isDryRun();
	}

	@Override
	public @Nullable String inboxUrl() {
		SlackLoggingRuntime open = this.runtime;
		return (open != null) ? open.inboxUrl() : null;
	}

	/** Where jobs of all applications of the context leave their reports. */
	JobReporting jobs() {
		return this.jobs;
	}

	/** The application whose settings and beans count; {@code null} when nothing runs. */
	@Nullable Tenant owner() {
		return this.owner;
	}

	/**
	 * An application has come. It starts the runtime unless another one runs already
	 * whose start did not fail.
	 * @param tenant that names a destination, or not
	 */
	synchronized void enter(Tenant tenant) {
		SlackLoggingRuntime open = this.runtime;
		Tenant before = this.owner;
		boolean free = open == null || (before != null && before.isFailed());
		if ((free && start(tenant)) || open == null) {
			return;
		}
		open.ensureAttached();
		String wanted = this.assembler.destinationsKey(tenant.environment());
		if (wanted.isEmpty()) {
			return;
		}
		this.waiting.add(tenant);
		if (!wanted.equals(open.assembly().destinationsKey())) {
			warn("another application in this JVM owns the logging to Slack;"
					+ " the slack.logging.* settings of this one are not used until that one is closed");
		}
	}

	private boolean start(Tenant tenant) {
		PipelineAssembly assembly = this.assembler.assemble(tenant.environment(), tenant.mainClass(), this.runId);
		if (assembly == null) {
			return false;
		}
		this.jvmEnd.listen();
		SlackLoggingRuntime started = SlackLoggingRuntime.start(this.context, assembly, this.attachment,
				this.jvmEnd::ignore);
		ListableBeanFactory beans = tenant.beans();
		if (beans != null) {
			decorate(started, beans, tenant.runtime() != null);
		}
		tenant.own(started);
		this.owner = tenant;
		this.runtime = started;
		StartWatch.start(this.context, assembly, tenant);
		return true;
	}

	/** What the beans make invalid must not go on without an owner. */
	private static void decorate(SlackLoggingRuntime started, ListableBeanFactory beans, boolean again) {
		try {
			if (again) {
				started.decorateAgain(beans);
			}
			else {
				started.decorate(beans);
			}
		}
		catch (RuntimeException ex) {
			started.close();
			throw ex;
		}
	}

	/**
	 * A start failed before its configuration was known. Where nobody is there to tell
	 * it, this application does.
	 * @param tenant with what is known without the configuration
	 * @throws RuntimeException when what it asks for is not valid
	 */
	synchronized void enterUnconfigured(Tenant tenant) {
		// asked first: who configures Slack in a file is not told to do so
		if (this.runtime == null && !this.assembler.destinationsKey(tenant.environment()).isEmpty()) {
			start(tenant);
		}
	}

	void warn(String text) {
		this.warnings.accept("slack-logging: " + text);
	}

	/** All beans of this application exist now. Only the owner's are used. */
	synchronized void decorate(Tenant tenant, ListableBeanFactory beans) {
		SlackLoggingRuntime open = this.runtime;
		tenant.bring(beans);
		if (open != null && this.owner == tenant) {
			open.decorate(beans);
		}
		else if (open != null) {
			open.ensureAttached();
		}
	}

	/**
	 * An application has gone. What its runtime still holds is told first. Idempotent.
	 */
	void leave(Tenant tenant) {
		tenant.left();
		giveUp(tenant);
		SlackLoggingRuntime ended = tenant.runtime();
		if (ended != null) {
			ended.close();
		}
	}

	/**
	 * Starts anew for an application, if it names a destination by now, although another
	 * one or itself owns the runtime; another one waits meanwhile. For tests, whose
	 * contexts stay open while others are used. What the runtime before still holds is
	 * told first, for which this blocks; the rest is dropped with it.
	 */
	void renew(Tenant tenant) {
		SlackLoggingRuntime ended = yieldTo(tenant);
		if (ended != null) {
			ended.close();
		}
	}

	/** What has to end; {@code null} where nothing has to. */
	private synchronized @Nullable SlackLoggingRuntime yieldTo(Tenant tenant) {
		Tenant before = this.owner;
		SlackLoggingRuntime ended = this.runtime;
		if (!takesOver(tenant)) {
			return null;
		}
		this.waiting.remove(tenant);
		if (before != null && before != tenant) {
			this.waiting.add(before);
		}
		return ended;
	}

	private synchronized void giveUp(Tenant tenant) {
		this.waiting.remove(tenant);
		if (this.owner != tenant) {
			return;
		}
		this.owner = null;
		this.runtime = null;
		Iterator<Tenant> next = this.waiting.iterator();
		while (this.runtime == null && next.hasNext()) {
			if (takesOver(next.next())) {
				next.remove();
			}
		}
	}

	private boolean takesOver(Tenant next) {
		try {
			return start(next);
		}
		catch (RuntimeException ex) {
			warn("could not go on for another application of this JVM: " + ex.getClass().getName());
			return false;
		}
	}

	/** The JVM ends: nobody takes over. */
	void end() {
		SlackLoggingRuntime ended;
		synchronized (this) {
			this.waiting.clear();
			ended = this.runtime;
		}
		if (ended != null) {
			ended.close();
		}
	}

}
