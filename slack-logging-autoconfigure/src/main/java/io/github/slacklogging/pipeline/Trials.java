package io.github.slacklogging.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.github.slacklogging.SendResult;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.Tick;
import io.github.slacklogging.pipeline.PipelineControl.TestResult;
import io.github.slacklogging.pipeline.Wire.Landing;
import io.github.slacklogging.relay.Verdict;

/** Sends test messages and tells what Slack answered. Used by the worker only. */
final class Trials {

	private static final int MAX_ANSWER = 300;

	private final Telling telling;

	Trials(Telling telling) {
		this.telling = telling;
	}

	/**
	 * Sends one message through each of these lanes.
	 * @param lanes to be tested
	 * @param answer completed when each of them has its answer
	 * @param now the time
	 */
	void begin(List<Lane> lanes, CompletableFuture<List<TestResult>> answer, Tick now) {
		SlackCall call = new SlackCall.Post(this.telling.test(now));
		Map<String, TestResult> results = new TreeMap<>();
		for (Lane lane : lanes) {
			send(lane, call, true, (result) -> {
				results.put(result.destination(), result);
				if (results.size() == lanes.size()) {
					answer.complete(new ArrayList<>(results.values()));
				}
			}, now);
		}
		if (lanes.isEmpty()) {
			answer.complete(List.of());
		}
	}

	private void send(Lane lane, SlackCall call, boolean first, Consumer<TestResult> heard, Tick now) {
		lane.visit(new Visit(call, Severity.INFO, now, true, (landing, then) -> {
			boolean renewed = landing.verdict() == Verdict.AGAIN_AT_ONCE
					&& landing.result() instanceof SendResult.CredentialRefused;
			if (renewed && first) {
				// the credential was read again and is another one now
				send(lane, call, false, heard, then);
			}
			else {
				heard.accept(result(lane.name(), landing));
			}
		}));
	}

	private TestResult result(String destination, Landing landing) {
		SendResult result = landing.result();
		String words = Answers.line(this.telling.mask("answer", words(result)), MAX_ANSWER);
		boolean delivered = result instanceof SendResult.Accepted && !result.isDryRun();
		return new TestResult(destination, delivered, result.status(), words, landing.took());
	}

	static String words(SendResult result) {
		if (result instanceof SendResult.Accepted) {
			return result.isDryRun() ? "dry run, not sent" : "ok";
		}
		if (result instanceof SendResult.Throttled throttled) {
			return throttled.status() + " retry after " + seconds(throttled.retryAfter()) + " s";
		}
		return Words.word(result);
	}

	private static long seconds(Duration wait) {
		return wait.plusMillis(999).toSeconds();
	}

}
