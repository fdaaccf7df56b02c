package io.github.slacklogging.actuate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.pipeline.PipelineControl;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dead letters on a thread of its own, so that a disk that hangs costs them and
 * not the whole answer. One reading at a time; who asks meanwhile gets its answer.
 * Thread-safe, does not block.
 */
final class EndpointDeadLetters {

	private static final int MAX_SHOWN = 50;

	private @Nullable CompletableFuture<List<EndpointDeadLetter>> underWay;

	synchronized CompletionStage<List<EndpointDeadLetter>> read(PipelineControl control) {
		CompletableFuture<List<EndpointDeadLetter>> last = this.underWay;
		if (last != null && !last.isDone()) {
			return last;
		}
		CompletableFuture<List<EndpointDeadLetter>> answer = new CompletableFuture<>();
		Thread thread = new Thread(null, () -> read(control, answer), "slack-logging-dead-letters", 0, false);
		thread.setDaemon(true);
		thread.setContextClassLoader(EndpointDeadLetters.class.getClassLoader());
		thread.start();
		this.underWay = answer;
		return answer;
	}

	private static void read(PipelineControl control, CompletableFuture<List<EndpointDeadLetter>> answer) {
		try {
			answer.complete(control.rejected().stream().limit(MAX_SHOWN).map(EndpointDeadLetter::of).toList());
		}
		catch (Throwable ex) {
			// Whoever asked must get an answer.
			answer.completeExceptionally(ex);
		}
	}

}
