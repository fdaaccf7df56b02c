package io.github.slacklogging.pipeline;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.Occasion;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.pipeline.Wire.Landing;

/** What is called how, in a trail and in an answer. */
final class Words {

	private Words() {
	}

	/** {@code post}, {@code edit (plain)}. */
	static String of(SlackCall call) {
		String name = call.getClass().getSimpleName().toLowerCase(Locale.ROOT);
		return (call.message() != null && call.isReduced()) ? name + " (plain)" : name;
	}

	static String of(Set<Occasion> occasions) {
		return occasions.isEmpty() ? "what was told before"
				: occasions.stream()
					.sorted()
					.map((occasion) -> occasion.name().toLowerCase(Locale.ROOT))
					.collect(Collectors.joining(" and "));
	}

	/** {@code 429 (asks for 30 s)}; codes and reasons hold no secret. */
	static String of(SendResult result) {
		String word = word(result);
		return word.isEmpty() ? result.status() : result.status() + " (" + word + ")";
	}

	/** Slack's own word, or the network's; empty where there is none. */
	static String word(SendResult result) {
		if (result instanceof SendResult.Throttled throttled) {
			return "asks for " + throttled.retryAfter().toSeconds() + " s";
		}
		if (result instanceof SendResult.PayloadRefused refused) {
			return refused.code();
		}
		if (result instanceof SendResult.DestinationRefused refused) {
			return refused.code();
		}
		if (result instanceof SendResult.CredentialRefused refused) {
			return refused.code();
		}
		if (result instanceof SendResult.Gone gone) {
			return gone.code();
		}
		if (result instanceof SendResult.FeatureRefused refused) {
			return refused.feature() + ": " + refused.code();
		}
		if (result instanceof SendResult.Unavailable unavailable) {
			return unavailable.reason();
		}
		return (result instanceof SendResult.Unclear unclear) ? unclear.reason() : "";
	}

	static String whatFollows(Landing landing) {
		return switch (landing.verdict()) {
			case DELIVERED -> landing.result().isDryRun() ? "dry run, dropped" : "acknowledged";
			case AGAIN -> "not delivered, tried again later";
			case AGAIN_AT_ONCE -> "not delivered, tried again at once";
			case STOPPED -> "not delivered, kept until that is mended";
			case REDUCE -> "told again in its plain form";
			case REPOST -> "its message is gone, told anew";
			case SKIP -> "left out, Slack does not do that here";
			case REJECTED -> landing.result().isDryRun() ? "dry run, dropped" : "dropped: rejected";
		};
	}

}
