package io.github.slacklogging.grouping;

import io.github.slacklogging.EventGroup;
import io.github.slacklogging.Example;
import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.Speech.Form;
import org.jspecify.annotations.Nullable;

/** What an acknowledged message changes in the life of a kind. Immutable. */
final class Aftermath {

	private final SpeakingRules rules;

	private final boolean living;

	/**
	 * The rules of one destination.
	 * @param rules when kinds speak
	 * @param living whether messages can be edited there
	 */
	Aftermath(SpeakingRules rules, boolean living) {
		this.rules = rules;
		this.living = living;
	}

	/**
	 * A message told of a kind.
	 * @param share of the kind in it
	 * @param speech how it was told
	 * @param receipt what Slack said
	 * @param now the time
	 */
	void told(Share share, Speech speech, Receipt receipt, Tick now) {
		Kind kind = share.kind();
		switch (speech.form()) {
			case POST -> posted(share, receipt.message(), now);
			case REPLY -> answered(share, speech, now);
			case EDIT -> edited(share, speech, now);
			case TRACE -> kind.message().traced();
			case MARK, UNMARK -> kind.message().markSettled();
			case LOOK_UP -> kind.lookedUp(receipt.link());
		}
		occasions(share, now);
		reckon(kind, now);
	}

	/** A storm's banner counted it, new or edited: that is all that is told of it. */
	void summarised(Share share, Tick now) {
		posted(share, null, now);
		reckon(share.kind(), now);
	}

	private void posted(Share share, @Nullable MessageRef ref, Tick now) {
		Kind kind = share.kind();
		kind.tellings().told(share.severity(), share.seen());
		kind.tellings().outcome(share.outcome());
		kind.tellings().line(now);
		if (this.living && ref != null && this.rules.isIncident(kind)) {
			EventGroup shown = share.shown();
			kind.message().posted(ref, shown != null && hasTrace(shown), now);
			kind.message().showsMute((shown != null) ? shown.incident().mute() : null);
			// the thread hears of each milestone, also of those before the first post
			kind.tellings().milestone(share.milestone());
		}
		else {
			kind.tellings().milestone(this.rules.reachedMilestone(share.seen()));
		}
	}

	private static boolean hasTrace(EventGroup group) {
		return hasTrace(group.first()) || (group.latest().job() != null && hasTrace(group.latest()));
	}

	private static boolean hasTrace(Example example) {
		return (example instanceof LogEvent event) ? event.throwable() != null
				: ((MaskedEvent) example).throwable() != null;
	}

	private static void answered(Share share, Speech speech, Tick now) {
		Kind kind = share.kind();
		kind.tellings().told(share.severity(), share.seen());
		kind.tellings().milestone(share.milestone());
		if (speech.broadcast()) {
			kind.tellings().line(now);
		}
	}

	/** An edit notifies nobody: a severity that rose is still to be told. */
	private static void edited(Share share, Speech speech, Tick now) {
		Kind kind = share.kind();
		kind.tellings().told(kind.tellings().severity(), share.seen());
		kind.message().edited(now);
		EventGroup shown = share.shown();
		if (share.outcome() != kind.tellings().outcome()) {
			kind.tellings().outcome(share.outcome());
			if (shown != null && hasTrace(shown)) {
				kind.message().oweTrace();
			}
		}
		kind.message().showsMute((shown != null) ? shown.incident().mute() : null);
		if (speech.occasions().contains(Occasion.QUIET)) {
			kind.message().wantMark(true);
		}
	}

	private void occasions(Share share, Tick now) {
		Kind kind = share.kind();
		for (Occasion occasion : share.occasions()) {
			switch (occasion) {
				case QUIET -> kind.phase(Phase.QUIET);
				case RETURN -> kind.backTold();
				case REMINDER -> kind.tellings().reminded(this.rules.reminders(kind, now));
				case RATE -> {
					kind.rhythm().told();
					kind.tenfoldSince(null);
				}
				default -> {
				}
			}
		}
	}

	/**
	 * What is to be said next by the numbers alone.
	 * @param kind whose numbers changed
	 * @param now the time
	 * @return whether something new is to be said
	 */
	boolean reckon(Kind kind, Tick now) {
		boolean inThread = this.living && kind.message().ref() != null;
		boolean owes = kind.isTold() && this.rules.isIncident(kind) && this.rules.owedMilestone(kind, inThread) > 0;
		boolean newly = false;
		if (!owes) {
			kind.milestoneSince(null);
		}
		else if (kind.milestoneSince() == null) {
			kind.milestoneSince(now);
			newly = true;
		}
		if (kind.isTold() && !kind.isJob() && kind.tenfoldSince() == null && kind.rhythm().isTenfold()) {
			kind.tenfoldSince(now);
			newly = true;
		}
		return newly;
	}

	/**
	 * Slack will not do it, or it will never be told: it is not tried again. A kind that
	 * was never told stays new.
	 * @param share of the kind that was spoken of
	 * @param form of what was not done
	 * @param now the time
	 */
	void givenUp(Share share, Form form, Tick now) {
		Kind kind = share.kind();
		if (kind.isTold() && (form == Form.POST || form == Form.EDIT)) {
			kind.tellings().outcome(share.outcome());
		}
		switch (form) {
			case TRACE -> kind.message().traced();
			case MARK, UNMARK -> kind.message().markRefused();
			case LOOK_UP -> kind.lookedUp(null);
			case EDIT -> {
				kind.message().edited(now);
				kind.message().showsMute(kind.mute());
				kind.hurryNoMore();
				occasions(share, now);
			}
			case POST -> {
				kind.tellings().renounced(share.severity(), this.rules.reachedMilestone(share.seen()));
				occasions(share, now);
			}
			case REPLY -> {
				kind.tellings().renounced(share.severity(), share.milestone());
				occasions(share, now);
			}
		}
		reckon(kind, now);
	}

}
