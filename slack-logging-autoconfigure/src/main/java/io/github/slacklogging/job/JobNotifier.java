package io.github.slacklogging.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobReporting;
import io.github.slacklogging.RunId;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the application's jobs fare. A bean that is always there, so it may be
 * injected without a condition; where nothing goes to Slack it only runs the work.
 *
 * <p>
 * Thread-safe. It never waits for anybody and throws nothing of its own: the work runs on
 * the calling thread, and what the work throws comes out unchanged, the same object. What
 * is told is bounded: names at 200 characters, details and counts at 50, values and
 * reasons at 1,000 characters.
 *
 * <p>
 * A run that began before the application's context closed may end afterwards; it is told
 * as long as logging is.
 */
public final class JobNotifier {

	private static final String UNNAMED = "unnamed";

	private static final JobNotes NO_NOTES = new NoNotes();

	private final Telling telling;

	private final Supplier<Tick> clock;

	private final Unharmed unharmed;

	private final OpenRun.Surroundings surroundings;

	private final CurrentRuns current = new CurrentRuns();

	private final RunId runId = RunId.random();

	private final AtomicLong begun = new AtomicLong();

	public JobNotifier(Settings settings, JobReporting reporting, Supplier<Tick> clock, Consumer<String> trouble) {
		this.telling = new Telling(settings, reporting);
		this.clock = clock;
		this.unharmed = new Unharmed(trouble);
		this.surroundings = new OpenRun.Surroundings(this.telling, clock, this.unharmed);
	}

	/**
	 * Runs a job: it fails if the work throws, and succeeds if not.
	 * @param name of the job, the same for each run of it
	 * @param work what it does
	 * @throws E what the work throws
	 */
	public <E extends Exception> void run(String name, Work<E> work) throws E {
		run(name, (NotedWork<E>) (job) -> work.run());
	}

	/**
	 * Runs a job that has something to say.
	 * @param name of the job, the same for each run of it
	 * @param work what it does, with the notes of its run
	 * @throws E what the work throws
	 */
	public <E extends Exception> void run(String name, NotedWork<E> work) throws E {
		call(name, (NotedTask<Boolean, E>) (job) -> {
			work.run(job);
			return true;
		});
	}

	/**
	 * Runs a job that has a result.
	 * @param name of the job, the same for each run of it
	 * @param task what it does
	 * @return its result
	 * @throws E what the work throws
	 */
	public <T extends @Nullable Object, E extends Exception> T call(String name, Task<T, E> task) throws E {
		return call(name, (NotedTask<T, E>) (job) -> task.call());
	}

	/**
	 * Runs a job that has a result and something to say.
	 * @param name of the job, the same for each run of it
	 * @param task what it does, with the notes of its run
	 * @return its result
	 * @throws E what the work throws
	 */
	public <T extends @Nullable Object, E extends Exception> T call(String name, NotedTask<T, E> task) throws E {
		OpenRun run = open(name, JobFramework.PLAIN, Map.of());
		enter(run, run);
		try {
			T result = task.call(run.notes());
			run.succeeded();
			return result;
		}
		catch (Throwable ex) {
			run.failed(ex);
			throw ex;
		}
		finally {
			leave(run);
		}
	}

	/**
	 * Begins a run that is ended elsewhere.
	 * @param name of the job, the same for each run of it
	 */
	public JobRun start(String name) {
		return open(name, JobFramework.PLAIN, Map.of());
	}

	/**
	 * The notes of the run that the current thread works for, whoever began it: with
	 * them, code within a {@code @Scheduled} method, Spring Batch or Quartz says what it
	 * did. Where there is none, the notes take everything and tell nothing.
	 */
	public JobNotes current() {
		OpenRun run = this.unharmed.find(this.current::latest);
		return (run != null) ? run.notes() : NO_NOTES;
	}

	/** Whether anybody listens to jobs of this framework. */
	boolean concerns(JobFramework framework) {
		return this.telling.concerns(framework);
	}

	/**
	 * Begins a run and tells its start.
	 * @param details that are known before it does anything
	 */
	OpenRun open(String name, JobFramework framework, Map<String, ?> details) {
		OpenRun run = prepare(name, framework, details);
		this.unharmed.run(() -> this.telling.started(run));
		return run;
	}

	/** Begins a run whose start nobody needs to know. */
	OpenRun prepare(String name, JobFramework framework, Map<String, ?> details) {
		String key = this.runId.logId(this.begun.incrementAndGet());
		OpenRun run = new OpenRun(new OpenRun.Identity(Value.name(name, UNNAMED), key, framework, this.clock.get()),
				this.surroundings);
		run.notes().details(details);
		return run;
	}

	/**
	 * From now on the current thread works for this run.
	 * @param source by which {@link #runOf} finds it on the same thread
	 */
	void enter(OpenRun run, Object source) {
		this.unharmed.run(() -> this.current.enter(run, source));
	}

	/** The run that was entered for this source, {@code null} for none. */
	@Nullable OpenRun runOf(Object source) {
		return this.unharmed.find(() -> this.current.of(source));
	}

	/** The current thread works for this run no more. */
	void leave(OpenRun run) {
		this.unharmed.run(() -> this.current.leave(run));
	}

	/**
	 * Runs something of ours on the thread of a job, which must not be hurt by it.
	 */
	void unharmed(Runnable ours) {
		this.unharmed.run(ours);
	}

	/**
	 * What a job does.
	 *
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	public interface Work<E extends Exception> {

		void run() throws E;

	}

	/**
	 * What a job does that has something to say.
	 *
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	public interface NotedWork<E extends Exception> {

		void run(JobNotes job) throws E;

	}

	/**
	 * What a job does that has a result.
	 *
	 * @param <T> type of the result
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	public interface Task<T extends @Nullable Object, E extends Exception> {

		T call() throws E;

	}

	/**
	 * What a job does that has a result and something to say.
	 *
	 * @param <T> type of the result
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	public interface NotedTask<T extends @Nullable Object, E extends Exception> {

		T call(JobNotes job) throws E;

	}

	/**
	 * Which jobs are told of, and when.
	 *
	 * @param notifyOn what of their runs
	 * @param include patterns of names, with {@code *} for any text; empty for all
	 * @param exclude patterns of names that are not told of
	 * @param frameworks whose jobs are noticed
	 * @param quietAfter after which pause the same failure is told as a new one
	 */
	public record Settings(NotifyOn notifyOn, List<String> include, List<String> exclude, Set<JobFramework> frameworks,
			Duration quietAfter) {

		public Settings {
			include = List.copyOf(include);
			exclude = List.copyOf(exclude);
			frameworks = Set.copyOf(frameworks);
		}

	}

}
