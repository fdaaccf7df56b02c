package io.github.slacklogging.it.fault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.it.fault.ToldMessage.Form;
import io.github.slacklogging.it.fault.ToldMessage.Kind;

/**
 * Of how many events Slack was told, counted from the messages alone. Knows the words of
 * the books: of a kind that a message shows one event is <em>shown</em> and the others
 * are <em>folded</em>; all others are <em>summarised</em>. Immutable.
 *
 * @param messages in the order in which they came
 */
record ToldCounts(List<ToldMessage> messages) {

	ToldCounts {
		messages = List.copyOf(messages);
	}

	static ToldCounts of(List<InboxMessage> messages) {
		Map<String, RunningTotals> byChannel = new HashMap<>();
		return new ToldCounts(messages.stream()
			.map((message) -> byChannel.computeIfAbsent(message.channel(), (channel) -> new RunningTotals())
				.next(ToldMessage.of(message)))
			.toList());
	}

	long shown() {
		return sum((message) -> message.kinds().stream().filter((kind) -> kind.events() > 0).count());
	}

	long folded() {
		return sum((message) -> message.kinds().stream().mapToLong((kind) -> Math.max(0, kind.events() - 1)).sum());
	}

	/** Of those that are ERROR or worse. */
	long summarisedErrors() {
		return sum(ToldMessage::summarisedErrors);
	}

	long summarised() {
		return sum(ToldMessage::summarised);
	}

	long events() {
		return sum(ToldMessage::events);
	}

	/** Events in messages that say that they may have been told before. */
	long marked() {
		return sum((message) -> message.mayBeRepeat() ? message.events() : 0);
	}

	/** Messages about a time without delivery. */
	long notes() {
		return this.messages.stream().filter((message) -> message.form() == Form.NOTE).count();
	}

	/** Events by kind, as far as kinds were shown. */
	Map<String, Long> byKind() {
		Map<String, Long> byKind = new TreeMap<>();
		for (ToldMessage message : this.messages) {
			for (Kind kind : message.kinds()) {
				byKind.merge(kind.name(), kind.events(), Long::sum);
			}
		}
		return byKind;
	}

	/** Numbered events whose text was shown again by a message that does not say so. */
	Set<Long> shownAgainUnmarked() {
		Set<Long> seen = new HashSet<>();
		Set<Long> again = new HashSet<>();
		for (ToldMessage message : this.messages) {
			for (Kind kind : message.kinds()) {
				for (Long number : kind.numbers()) {
					if (!seen.add(number) && !message.mayBeRepeat()) {
						again.add(number);
					}
				}
			}
		}
		return again;
	}

	private long sum(ToLongFunction<ToldMessage> count) {
		return this.messages.stream().mapToLong(count).sum();
	}

}
