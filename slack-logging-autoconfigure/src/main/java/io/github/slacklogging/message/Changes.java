package io.github.slacklogging.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.slacklogging.Incident.Earlier;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.ServiceIdentity;

/**
 * Why a message about one kind speaks, in words; the weightiest reason first. Stands in
 * the headline and in the sentence. Immutable.
 *
 * @param all what changed
 */
record Changes(List<Change> all) {

	private static final int MAX_VERSION = 40;

	Changes {
		all = List.copyOf(all);
	}

	static Changes of(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		List<Change> changes = new ArrayList<>();
		for (Occasion occasion : Stream.of(Occasion.values()).filter(plan.occasions()::contains).toList()) {
			switch (occasion) {
				case RECURRENCE -> changes.add(recurrence(group, identity));
				case RETURN -> changes.add(Change.of(after("back", sinceEarlier(group))));
				case RISE -> rise(group).ifPresent(changes::add);
				case MILESTONE -> changes.add(Change.of("reached " + Words.count(milestone(group))));
				case RATE -> changes.add(Change.of("10 times as often as before"));
				case REMINDER -> changes
					.add(Change.of(after("still going on", Duration.between(group.firstSeen(), plan.composedAt()))));
				case STORM, FIRST, QUIET, COUNT, GATHERED -> {
					// the layout says it
				}
			}
		}
		return new Changes(changes);
	}

	/** Adds each change as a part of its own, in a headline. */
	Mrkdwn separate(Mrkdwn line) {
		this.all.forEach((change) -> change.writeTo(line.separate()));
		return line;
	}

	/** Goes on with a sentence. */
	Mrkdwn goOn(Mrkdwn sentence) {
		this.all.forEach((change) -> change.writeTo(sentence.ours(", ")));
		return sentence;
	}

	/** The outcome of a job says how bad it is. */
	private static Optional<Change> rise(MaskedGroup group) {
		return ToldJob.of(group).isPresent() ? Optional.empty() : Optional.of(Change.of("now " + group.severity()));
	}

	private static Change recurrence(MaskedGroup group, ServiceIdentity identity) {
		Earlier earlier = group.incident().earlier();
		String before = (earlier != null) ? earlier.version() : null;
		return (before != null && !before.isBlank()) ? new Change("again in ", identity.version(), before)
				: Change.of(after("again", sinceEarlier(group)));
	}

	private static Duration sinceEarlier(MaskedGroup group) {
		Earlier earlier = group.incident().earlier();
		return (earlier != null) ? Duration.between(earlier.lastSeen(), group.lastSeen()) : Duration.ZERO;
	}

	// A clock that was set back meanwhile leaves the span out.
	private static String after(String what, Duration since) {
		String span = Words.span(since);
		return span.isEmpty() ? what : what + " after " + span;
	}

	/** That which is told, not the highest there is: a thread hears of each of them. */
	private static long milestone(MaskedGroup group) {
		long told = group.incident().milestone();
		return (told > 0) ? told : group.total();
	}

	/**
	 * One change.
	 *
	 * @param ours our own words
	 * @param version log text behind them
	 * @param before the version before that one, empty where versions do not matter
	 */
	private record Change(String ours, String version, String before) {

		private static Change of(String ours) {
			return new Change(ours, "", "");
		}

		private void writeTo(Mrkdwn line) {
			line.ours(this.ours);
			if (!this.before.isEmpty()) {
				line.log(this.version, MAX_VERSION).ours(" (last in ").beforeColon(this.before, MAX_VERSION).ours(")");
			}
		}

	}

}
