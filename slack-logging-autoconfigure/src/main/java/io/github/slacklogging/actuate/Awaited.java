package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a question to the worker.
 *
 * @param <T> type of the answer
 */
sealed interface Awaited<T> {

	/**
	 * Waits, but no longer than this. Whoever interrupts gets what is late.
	 * @param question that the worker answers
	 * @param limit how long
	 */
	static <T> Awaited<T> of(CompletionStage<T> question, Duration limit) {
		try {
			return new Answer<>(question.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS));
		}
		catch (TimeoutException ex) {
			return new Late<>();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Late<>();
		}
		catch (ExecutionException ex) {
			return new Failed<>((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (CancellationException ex) {
			return new Failed<>(ex);
		}
	}

	/**
	 * The same for a question that changes nothing: one whose answer comes too late is
	 * not to be answered, so that those who ask again and again leave nothing behind.
	 * @param question that the worker answers
	 * @param limit how long
	 */
	static <T> Awaited<T> orForget(CompletionStage<T> question, Duration limit) {
		Awaited<T> awaited = of(question, limit);
		if (awaited instanceof Late) {
			question.toCompletableFuture().cancel(false);
		}
		return awaited;
	}

	/**
	 * It is there.
	 *
	 * @param value the answer
	 */
	record Answer<T>(T value) implements Awaited<T> {

	}

	/** It is not there yet. */
	record Late<T>() implements Awaited<T> {

	}

	/**
	 * There will be none.
	 *
	 * @param cause why
	 */
	record Failed<T>(Throwable cause) implements Awaited<T> {

	}

}
