package io.github.slacklogging.job;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.github.slacklogging.JobFramework;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A run that has begun. Thread-safe; the first end counts.
 */
final class OpenRun implements JobRun {

	private final Identity identity;

	private final RunNotes notes;

	private final Surroundings surroundings;

	private final AtomicBoolean ended = new AtomicBoolean();

	OpenRun(Identity identity, Surroundings surroundings) {
		this.identity = identity;
		this.notes = new RunNotes(surroundings.unharmed());
		this.surroundings = surroundings;
	}

	String name() {
		return this.identity.name();
	}

	String key() {
		return this.identity.key();
	}

	JobFramework framework() {
		return this.identity.framework();
	}

	Tick begun() {
		return this.identity.begun();
	}

	RunNotes notes() {
		return this.notes;
	}

	boolean isEnded() {
		return this.ended.get();
	}

	@Override
	public JobRun detail(String key, @Nullable Object value) {
		if (!isEnded()) {
			this.notes.detail(key, value);
		}
		return this;
	}

	@Override
	public JobRun count(String what, long number) {
		if (!isEnded()) {
			this.notes.count(what, number);
		}
		return this;
	}

	@Override
	public void succeeded() {
		end(Ending.succeeded());
	}

	@Override
	public void succeeded(Map<String, ?> details) {
		if (!isEnded()) {
			this.notes.details(details);
		}
		end(Ending.succeeded());
	}

	@Override
	public void warn(String reason) {
		end(Ending.warning(reason));
	}

	@Override
	public void failed(Throwable cause) {
		end(Ending.failed(null, cause));
	}

	@Override
	public void failed(String reason) {
		end(Ending.failed(reason, null));
	}

	void end(Ending ending) {
		if (this.ended.compareAndSet(false, true)) {
			this.surroundings.unharmed().run(() -> tell(ending, this.notes.warning()));
		}
	}

	private void tell(Ending ending, @Nullable String warning) {
		if (warning != null && ending.outcome() == JobOutcome.FAILED) {
			this.notes.detail("warning", warning);
		}
		this.surroundings.telling().ended(this, ending.after(warning), this.surroundings.clock().get());
	}

	/**
	 * What does not change while it runs.
	 *
	 * @param name of the job
	 * @param key that no other run has
	 * @param framework who runs it
	 * @param begun when
	 */
	record Identity(String name, String key, JobFramework framework, Tick begun) {

	}

	/**
	 * What all runs share.
	 *
	 * @param telling who is told
	 * @param clock the time
	 * @param unharmed what keeps our trouble from the job
	 */
	record Surroundings(Telling telling, Supplier<Tick> clock, Unharmed unharmed) {

	}

}
