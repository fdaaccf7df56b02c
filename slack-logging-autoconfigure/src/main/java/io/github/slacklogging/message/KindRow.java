package io.github.slacklogging.message;

import java.util.Optional;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/** One kind among others: how often, what, where, and whether it is known. Immutable. */
final class KindRow {

	private static final int MAX_NAME = 60;

	private static final int MAX_CALL = 60;

	/** A row narrower than this does without its place. */
	private static final int ROOMY = 100;

	private final InAppFrames inApp;

	KindRow(InAppFrames inApp) {
		this.inApp = inApp;
	}

	/**
	 * Writes the row.
	 * @param row to write to, its line break written already
	 * @param group to tell of
	 * @param count of its events
	 * @param width most characters of the row
	 */
	Mrkdwn writeTo(Mrkdwn row, MaskedGroup group, long count, int width) {
		Optional<ToldJob> job = ToldJob.of(group);
		if (job.isPresent()) {
			return JobRow.write(row, job.get(), count, width);
		}
		MaskedEvent event = group.latest();
		Subject subject = (count > 1) ? Subject.ofKind(event) : Subject.of(event);
		Location location = Location.of(event, this.inApp);
		String times = "×" + Words.count(count);
		String state = state(group);
		boolean placed = location != null && width >= ROOMY;
		int taken = times.length() + 8 + Math.min(subject.name().length(), MAX_NAME)
				+ ((location != null && placed) ? Math.min(location.call().length(), MAX_CALL) + 8 : 0)
				+ (state.isEmpty() ? 0 : state.length() + 3);
		row.ours(times).separate().label(subject.name(), Math.min(MAX_NAME, width / 2));
		row.log(subject.message(), Math.max(8, width - taken));
		if (location != null && placed) {
			row.separate().code(location.call(), MAX_CALL);
		}
		return state.isEmpty() ? row : row.separate().ours(state);
	}

	/** What a reader who knows the kind wants to know; nothing of a new one. */
	private static String state(MaskedGroup group) {
		Phase phase = group.incident().phase();
		if (phase == Phase.QUIET) {
			return "quiet, " + Words.count(group.total()) + " in all";
		}
		if (phase == Phase.RETURNED) {
			return "back";
		}
		return group.spoken() ? "goes on" : "";
	}

}
