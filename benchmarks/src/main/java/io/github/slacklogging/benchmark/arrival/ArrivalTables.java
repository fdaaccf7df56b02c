package io.github.slacklogging.benchmark.arrival;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;

/** The figures side by side. */
final class ArrivalTables {

	private final List<Outcome> outcomes;

	ArrivalTables(List<Outcome> outcomes) {
		this.outcomes = outcomes;
	}

	/** Applications that go on after so many errors. */
	Block.Table living(int events) {
		List<String> columns = List.of("Slack · product", "accounted for", "told to Slack", "kinds shown",
				"longest call", "calls over 5 ms", "requests", "lines (bytes) printed", "secrets printed",
				"most descriptors", "threads, descriptors left");
		return table(columns, (each) -> each.trial().ending() == Ending.SETTLED && each.trial().events() == events,
				this::living);
	}

	private List<String> living(Outcome outcome) {
		Trial trial = outcome.trial();
		return List.of(trial.weather().label() + " · " + trial.product().label(), accounted(outcome),
				Figure.whole(outcome.told()), String.valueOf(outcome.kinds()), longest(outcome),
				Figure.whole(outcome.burst().stalled()), Figure.whole(outcome.requests()),
				Figure.whole(outcome.printed().lines()) + " (" + Figure.whole(outcome.printed().bytes()) + ")",
				Figure.whole(outcome.printed().secrets()), Figure.whole(outcome.mostDescriptors()),
				(outcome.left().threads() < 0) ? "not known"
						: outcome.left().threads() + ", " + outcome.left().descriptors());
	}

	/** Those that are stopped or killed. */
	Block.Table ends() {
		List<String> columns = List.of("end · Slack · product", "logged", "told before", "told by the next start",
				"counted as dropped", "lost");
		return table(columns, (each) -> each.trial().ending() != Ending.SETTLED, this::end);
	}

	private List<String> end(Outcome outcome) {
		Trial trial = outcome.trial();
		return List.of(trial.ending().label() + " · " + trial.weather().label() + " · " + trial.product().label(),
				Figure.whole(outcome.logged()), Figure.whole(outcome.told() - outcome.second().told()),
				Figure.whole(outcome.second().told()), Figure.whole(outcome.first().dropped()),
				Figure.whole(outcome.lost()));
	}

	private Block.Table table(List<String> columns, Predicate<Outcome> wanted, Function<Outcome, List<String>> row) {
		List<List<String>> rows = this.outcomes.stream()
			.filter(wanted)
			.sorted((left, right) -> order(left) - order(right))
			.map(row)
			.toList();
		return new Block.Table(columns, rows);
	}

	private static int order(Outcome outcome) {
		Trial trial = outcome.trial();
		return trial.ending().ordinal() * 1_000 + trial.weather().ordinal() * 10 + trial.product().ordinal();
	}

	private static String accounted(Outcome outcome) {
		return Figure.whole(outcome.accounted()) + " of " + Figure.whole(outcome.logged());
	}

	private static String longest(Outcome outcome) {
		int events = outcome.trial().events();
		int returned = outcome.burst().returned();
		if (returned < events) {
			return "after " + outcome.trial().limits().burst().toSeconds() + " s " + Figure.whole(returned) + " of "
					+ Figure.whole(events) + " calls had returned";
		}
		return Figure.time(outcome.burst().longestNanos());
	}

}
