package io.github.slacklogging.masking;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.slacklogging.PipelineListener;

/** Counts what was masked in one event, by rule. For one thread. */
final class MaskingTally {

	private final Map<String, Integer> byRule = new TreeMap<>();

	private int values;

	void masked(String rule) {
		this.byRule.merge(rule, 1, Integer::sum);
		this.values++;
	}

	void masked(List<String> rules) {
		rules.forEach(this::masked);
	}

	int values() {
		return this.values;
	}

	void tell(PipelineListener listener) {
		this.byRule.forEach((rule, count) -> listener.masked(rule, count));
	}

}
