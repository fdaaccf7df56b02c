package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;

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
		for (Entrant entrant : PEERS) {
			this.readings.compare(entrant, Entrant.OURS, call, load, threads)
				.filter((both) -> both.first().isBelow(both.second()))
				.ifPresent((both) -> ahead.add(sentence(both.first(), both.second())));
		}
	}

	private static String sentence(Reading peer, Reading ours) {
		return "* %s by %s ns: %s; it dropped %s, ours %s".formatted(peer.of().entrant().label(),
				Figure.whole(ours.nanos() - peer.nanos()), peer.of(), share(peer), share(ours));
	}

	private void leaner(Call call, List<String> ahead) {
		for (Entrant entrant : PEERS) {
			this.readings.compare(Entrant.OURS, entrant, call, Load.PACED, 4)
				.map((both) -> both.of(Reading::callerBytes))
				.filter((more) -> more > 0)
				.ifPresent((more) -> ahead.add("* %s by %s bytes on the calling thread: %s".formatted(entrant.label(),
						Figure.whole(more), call.title())));
		}
	}

	private static String share(Reading reading) {
		String share = Figure.share(reading.droppedShare());
		return share.isEmpty() ? "nothing" : share;
	}

}
