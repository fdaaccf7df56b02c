package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Bar;

/** The same as a picture. */
final class CallerPlots {

	private final Readings readings;

	CallerPlots(Readings readings) {
		this.readings = readings;
	}

	/** Of all contenders, plain and with a throwable. */
	Block.Bars bars(String name, String title, Load load, int threads) {
		List<Bar> bars = new ArrayList<>();
		add(bars, "plain", Call.PLAIN, load, threads);
		add(bars, "with a throwable", Call.THROWABLE, load, threads);
		return new Block.Bars(name, title, "ns per call", true, bars);
	}

	private void add(List<Bar> bars, String group, Call call, Load load, int threads) {
		for (Entrant entrant : Entrant.values()) {
			this.readings.of(new Case(entrant, call, load, threads))
				.ifPresent((reading) -> bars.add(new Bar(group, entrant.label(), reading.nanos(), reading.error())));
		}
	}

}
