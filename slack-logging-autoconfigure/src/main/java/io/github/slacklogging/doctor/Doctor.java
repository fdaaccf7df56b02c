package io.github.slacklogging.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;

/**
 * Has all parts of the set-up examined at once, each on a daemon thread of its own, and
 * puts together what they found. Thread-safe. Blocks until all of them are done, at most
 * for the patience; a part that takes longer is told as failed and left to itself. Never
 * throws; a part that does is told by the type of its exception alone.
 */
public final class Doctor implements SelfCheck {

	/** Well below the minute that a {@link SelfCheck} may take. */
	public static final Duration PATIENCE = Duration.ofSeconds(45);

	private final List<Part> parts;

	private final Duration patience;

	public Doctor(List<Part> parts, Duration patience) {
		this.parts = List.copyOf(parts);
		this.patience = patience;
	}

	@Override
	public List<Finding> examine() {
		List<Running> running = this.parts.stream().map(Running::start).toList();
		await(CompletableFuture
			.allOf(running.stream().map(Running::findings).toArray((length) -> new CompletableFuture<?>[length])));
		return running.stream().flatMap((each) -> each.end(this.patience).stream()).toList();
	}

	private void await(CompletableFuture<Void> all) {
		try {
			all.get(this.patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			// What is not there by now is told as late.
		}
	}

	/**
	 * What is examined.
	 *
	 * @param subject what it is called where it is late or fails itself
	 * @param check examines it
	 */
	public record Part(String subject, SelfCheck check) {

		List<Finding> examine() {
			try {
				return this.check.examine();
			}
			catch (RuntimeException | LinkageError ex) {
				// Its text may hold anything.
				return List.of(Finding.failed(this.subject, "check",
						"could not be examined: " + ex.getClass().getName(), "Report this: it is a defect of ours."));
			}
		}

	}

	private record Running(Part part, CompletableFuture<List<Finding>> findings) {

		static Running start(Part part) {
			Running running = new Running(part, new CompletableFuture<>());
			Thread thread = new Thread(null, () -> running.findings.complete(part.examine()),
					"slack-logging-doctor-" + part.subject(), 0, false);
			thread.setDaemon(true);
			thread.setContextClassLoader(Doctor.class.getClassLoader());
			thread.start();
			return running;
		}

		List<Finding> end(Duration patience) {
			this.findings.complete(List
				.of(Finding.failed(this.part.subject(), "check", "not done after " + patience.toSeconds() + " s",
						"Something behind it does not answer: a disk, a name server or a network.")));
			return this.findings.join();
		}

	}

}
