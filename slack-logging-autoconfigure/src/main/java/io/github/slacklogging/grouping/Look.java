package io.github.slacklogging.grouping;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.GroupDelta;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/** Makes what those see of a kind who ask. Immutable. */
final class Look {

	private final SpeakingRules rules;

	private final EditingRules editing;

	private final List<String> scope;

	private final boolean living;

	/**
	 * The look of one destination.
	 * @param rules when kinds speak
	 * @param editing when their messages change
	 * @param scope with which built-in keys begin
	 * @param living whether messages can be edited there
	 */
	Look(SpeakingRules rules, EditingRules editing, List<String> scope, boolean living) {
		this.rules = rules;
		this.editing = editing;
		this.scope = scope;
		this.living = living;
	}

	KnownKind at(String destination, Kind kind, Tick now) {
		EventGroup state = kind.snapshot(now, 0);
		Example first = brief(kind.first());
		EventGroup brief = new EventGroup(state.fingerprint(), state.severity(), state.count(), kind.total(),
				state.spoken(), state.firstSeen(), state.lastSeen(), first, first, state.incident());
		Plan next = next(kind, now);
		return new KnownKind(destination, new GroupDelta(brief, kind.isOther(), Map.of(), false, null),
				exceptionType(kind.first()), kind.waiting(),
				kind.isTold() ? kind.tellings().lastLine().instant() : null, moment(kind, next, now),
				(next != null) ? leading(next) : null, kind.mute(),
				KeyReading.of(kind.fingerprint(), this.scope, kind.isOther()));
	}

	/** Traces are not shown, and cost most to mask. */
	private static Example brief(Example example) {
		if (example instanceof MaskedEvent masked) {
			return new MaskedEvent(masked.logId(), masked.timestamp(), masked.severity(), masked.loggerName(),
					masked.threadName(), masked.template(), masked.message(), Map.of(), Map.of(), null, null, 0,
					masked.job());
		}
		LogEvent event = (LogEvent) example;
		return new LogEvent(event.runId(), event.sequence(), event.timestamp(), event.severity(), event.loggerName(),
				event.threadName(), event.template(), event.text(), event.argumentCount(), Map.of(), List.of(),
				List.of(), null, null, event.job());
	}

	private static @Nullable String exceptionType(Example example) {
		if (example instanceof LogEvent event) {
			return (event.throwable() != null) ? event.throwable().type() : null;
		}
		MaskedEvent masked = (MaskedEvent) example;
		return (masked.throwable() != null) ? masked.throwable().type() : null;
	}

	/** What says something; of a muted kind what it says once that has ended. */
	private @Nullable Plan next(Kind kind, Tick now) {
		Plan post = this.rules.plan(kind, this.living, now);
		boolean edits = this.living && this.rules.isIncident(kind) && !kind.isMuted();
		Plan edit = edits ? this.editing.plan(kind) : null;
		if (post == null || post.speech().occasions().isEmpty()) {
			return (edit != null && !edit.speech().occasions().isEmpty()) ? edit : null;
		}
		return (edit != null && !edit.speech().occasions().isEmpty()) ? Plan.earlier(post, edit) : post;
	}

	private static @Nullable Instant moment(Kind kind, @Nullable Plan next, Tick now) {
		Silence silence = kind.silence();
		Tick until = (silence != null) ? silence.until() : null;
		if (until != null) {
			return until.instant();
		}
		return (next != null) ? now.instant().plusNanos(next.dueNanos() - now.nanos()) : null;
	}

	private static @Nullable Occasion leading(Plan plan) {
		return plan.speech().occasions().stream().min(Comparator.naturalOrder()).orElse(null);
	}

}
