package io.github.slacklogging.grouping;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/** Chooses which living message is changed next. Stateless. */
final class EditSelection {

	private EditSelection() {
	}

	/** What is due for longest. */
	static Optional<GroupBatch> due(Collection<Kind> open, EditingRules rules, Tick now) {
		Kind longest = null;
		Plan best = null;
		for (Kind kind : open) {
			Plan plan = duePlan(kind, rules, now);
			if (plan != null && (best == null || plan.dueNanos() - best.dueNanos() < 0)) {
				longest = kind;
				best = plan;
			}
		}
		return (longest != null && best != null) ? Optional.of(batch(longest, best.speech(), now)) : Optional.empty();
	}

	private static @Nullable Plan duePlan(Kind kind, EditingRules rules, Tick now) {
		if (!kind.edit().isSet() || !now.isAtOrAfter(kind.edit().nanos())) {
			return null;
		}
		Plan plan = rules.plan(kind);
		return (plan != null && now.isAtOrAfter(plan.dueNanos())) ? plan : null;
	}

	/** What waits, due or not: that with most events first. */
	static Optional<GroupBatch> last(Collection<Kind> open, Tick now) {
		return open.stream()
			.filter((kind) -> kind.isWaiting() && kind.message().ref() != null)
			.max(Comparator.comparingLong(Kind::waiting))
			.flatMap((kind) -> last(kind, now));
	}

	private static Optional<GroupBatch> last(Kind kind, Tick now) {
		MessageRef ref = kind.message().ref();
		return (ref != null) ? Optional.of(batch(kind, Speech.edit(ref, Occasion.COUNT), now)) : Optional.empty();
	}

	private static GroupBatch batch(Kind kind, Speech speech, Tick now) {
		EventGroup shown = kind.snapshot(now, 0);
		Share share = (speech.form() == Form.EDIT) ? Share.shown(kind, speech.occasions(), 0, shown)
				: Share.aside(kind, speech.occasions(), 0, shown);
		return new GroupBatch(List.of(share), speech, now);
	}

}
