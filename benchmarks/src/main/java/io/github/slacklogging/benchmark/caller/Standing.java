package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.benchmark.page.Figure;

/** Who is ahead of ours, and where. */
final class Standing {

	private static final List<Entrant> PEERS = List.of(Entrant.ASYNC, Entrant.DISRUPTOR, Entrant.LOKI, Entrant.SENTRY,
			Entrant.MARICN, Entrant.MARICN_ASYNC);

	private static final String REASON = """
			The reason: ours describes an event anew on the calling thread, with its message, MDC, key-values, markers \
			and size, so that nothing of the application is kept or read afterwards and memory is bounded in bytes; a \
			queue of Logback's events keeps the event, with its arguments and their objects, and is bounded in events \
			only. With a sink of ours stands a worker that reads and groups each event, where theirs only counts.""";

	private final Readings readings;

	Standing(Readings readings) {
		this.readings = readings;
	}

	String sentences() {
		List<String> ahead = new ArrayList<>();
		for (Call call : List.of(Call.PLAIN, Call.THROWABLE)) {
			for (Load load : Load.values()) {
				for (int threads : new int[] { 1, 4 }) {
					faster(call, load, threads, ahead);
				}
			}
			leaner(call, ahead);
		}
		return ahead.isEmpty() ? "No product beside ours is ahead of it in any of these cases, beyond the errors."
				: "Ahead of ours, beyond the errors:\n\n" + String.join("\n", ahead) + "\n\n" + REASON;
	}

	private void faster(Call call, Load load, int threads, List<String> ahead) {
		Optional<Reading> ours = this.readings.of(Entrant.OURS, call, load, threads);
		for (Entrant entrant : PEERS) {
			Optional<Reading> peer = this.readings.of(entrant, call, load, threads);
			if (ours.isPresent() && peer.isPresent() && isFaster(peer.get(), ours.get())) {
				ahead.add(sentence(peer.get(), ours.get()));
			}
		}
	}

	private static boolean isFaster(Reading peer, Reading ours) {
		return peer.nanos() + peer.error() < ours.nanos() - ours.error();
	}

	private static String sentence(Reading peer, Reading ours) {
		return "* %s by %s ns: %s, %s, %s; it dropped %s, ours %s".formatted(peer.entrant().label(),
				Figure.whole(ours.nanos() - peer.nanos()), what(peer.call()), peer.load().label(),
				(peer.threads() == 1) ? "1 thread" : peer.threads() + " threads", share(peer), share(ours));
	}

	private void leaner(Call call, List<String> ahead) {
		Optional<Reading> ours = this.readings.of(Entrant.OURS, call, Load.PACED, 4);
		for (Entrant entrant : PEERS) {
			Optional<Reading> peer = this.readings.of(entrant, call, Load.PACED, 4);
			if (ours.isPresent() && peer.isPresent() && peer.get().callerBytes() < ours.get().callerBytes()) {
				ahead.add("* %s by %s bytes on the calling thread: %s".formatted(entrant.label(),
						Figure.whole(ours.get().callerBytes() - peer.get().callerBytes()), what(call)));
			}
		}
	}

	private static String what(Call call) {
		return (call == Call.PLAIN) ? "a plain event" : "with a throwable";
	}

	private static String share(Reading reading) {
		String share = Figure.share(reading.droppedShare());
		return share.isEmpty() ? "nothing" : share;
	}

}
