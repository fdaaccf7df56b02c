package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.benchmark.page.Figure;

/** Who is ahead of ours, and where. */
final class Standing {

	private final Readings readings;

	Standing(Readings readings) {
		this.readings = readings;
	}

	String sentences() {
		List<String> behind = new ArrayList<>();
		for (Call call : List.of(Call.PLAIN, Call.THROWABLE)) {
			for (Load load : Load.values()) {
				for (int threads : new int[] { 1, 4 }) {
					compare(call, load, threads, behind);
				}
			}
		}
		return behind.isEmpty() ? "No product beside ours is ahead of it in any of these cases, beyond the errors."
				: "Ahead of ours beyond the errors:\n" + String.join("\n", behind);
	}

	private void compare(Call call, Load load, int threads, List<String> behind) {
		Optional<Reading> ours = this.readings.of(Entrant.OURS, call, load, threads);
		for (Entrant entrant : Entrant.values()) {
			Optional<Reading> peer = this.readings.of(entrant, call, load, threads);
			if (ours.isPresent() && peer.isPresent() && !entrant.isOurs() && entrant != Entrant.NOOP
					&& isAhead(peer.get(), ours.get())) {
				behind.add(sentence(peer.get(), ours.get()));
			}
		}
	}

	private static boolean isAhead(Reading peer, Reading ours) {
		return peer.nanos() + peer.error() < ours.nanos() - ours.error();
	}

	private static String sentence(Reading peer, Reading ours) {
		return "* %s by %s ns: %s, %s, %s (dropped: %s by it, %s by ours)".formatted(peer.entrant().label(),
				Figure.whole(ours.nanos() - peer.nanos()),
				(peer.call() == Call.PLAIN) ? "a plain event" : "with a throwable",
				peer.load().name().toLowerCase(java.util.Locale.ROOT),
				(peer.threads() == 1) ? "1 thread" : peer.threads() + " threads", share(peer), share(ours));
	}

	private static String share(Reading reading) {
		String share = Figure.share(reading.droppedShare());
		return share.isEmpty() ? "nothing" : share;
	}

}
