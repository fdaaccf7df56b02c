package io.github.slacklogging.grouping;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers of a pure rule. Bounded: when it is full it begins anew, which is
 * cheaper than to keep an order at every look-up. Used by the worker only.
 *
 * @param <K> what is asked
 * @param <V> the answer
 */
final class RememberedAnswers<K, V> {

	private final int maxAnswers;

	private final Function<? super K, ? extends V> rule;

	private final Map<K, V> answers = new HashMap<>();

	RememberedAnswers(int maxAnswers, Function<? super K, ? extends V> rule) {
		this.maxAnswers = maxAnswers;
		this.rule = rule;
	}

	V get(K question) {
		@Nullable V known = this.answers.get(question);
		return (known != null) ? known : learn(question);
	}

	private V learn(K question) {
		V answer = this.rule.apply(question);
		if (this.answers.size() >= this.maxAnswers) {
			this.answers.clear();
		}
		this.answers.put(question, answer);
		return answer;
	}

	int size() {
		return this.answers.size();
	}

}
