package io.github.slacklogging.benchmark.arrival;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Figure;

/** What is aimed at, beside what came out of it. */
final class ArrivalGoals {

	private final List<Outcome> ours;

	private final List<Outcome> living;

	ArrivalGoals(List<Outcome> outcomes) {
		this.ours = outcomes.stream().filter((each) -> each.trial().product().isOurs()).toList();
		this.living = this.ours.stream().filter((each) -> each.trial().ending() == Ending.SETTLED).toList();
	}

	Block.Goals block() {
		Stream<Goal> always = Stream.of(accounted(), kinds(), stalls(), secrets(), left());
		return new Block.Goals(Stream.concat(always, ends()).toList());
	}

	private Goal accounted() {
		return goal("ours accounts for every error, however Slack is", this.living, (each) -> each.lost() == 0, "");
	}

	private Goal kinds() {
		List<Outcome> taken = this.living.stream()
			.filter((each) -> each.trial().weather().isTakingEverything())
			.toList();
		return goal("ours shows all " + Traffic.KINDS + " kinds where Slack takes messages", taken,
				(each) -> each.kinds() == Traffic.KINDS, "");
	}

	private Goal stalls() {
		long calls = this.ours.stream().mapToLong((each) -> each.burst().returned()).sum();
		long stalled = this.ours.stream().mapToLong((each) -> each.burst().stalled()).sum();
		long unheard = this.ours.stream().mapToLong((each) -> each.reference().stalled()).sum();
		long longest = this.ours.stream().mapToLong((each) -> each.burst().longestNanos()).max().orElse(0);
		long longestUnheard = this.ours.stream().mapToLong((each) -> each.reference().longestNanos()).max().orElse(0);
		String measured = Figure.whole(stalled) + " of " + Figure.whole(calls) + " calls, the longest "
				+ Figure.time(longest);
		String remark = "In the same JVMs, " + Figure.whole(unheard)
				+ " of as many calls that nobody listens to, the longest " + Figure.time(longestUnheard)
				+ ": there it can only be Logback, the JVM and its garbage collection.";
		return new Goal("no call of ours takes longer than 5 ms", measured, stalled == 0, remark);
	}

	private Goal secrets() {
		return goal("ours prints no secret", this.ours, (each) -> each.printed().secrets() == 0, "");
	}

	private Goal left() {
		List<Outcome> closed = this.ours.stream().filter((each) -> !each.trial().ending().isKill()).toList();
		return goal("ours leaves no thread and no descriptor", closed, (each) -> each.left().isEmpty(), "");
	}

	/** Rough figures have only some of them. */
	private Stream<Goal> ends() {
		return Stream.of(stop(), laterKill(), kill()).flatMap(Optional::stream);
	}

	private Optional<Goal> stop() {
		return ending(Ending.STOPPED, "a stop right after the burst loses nothing of ours", "");
	}

	private Optional<Goal> laterKill() {
		return ending(Ending.KILLED_LATER, "a kill 3 s after the burst loses nothing of ours",
				"Promised in [reliability.md](reliability.md) is what is older than two seconds.");
	}

	private Optional<Goal> kill() {
		return this.ours.stream()
			.filter((each) -> each.trial().ending() == Ending.KILLED)
			.map(Outcome::lost)
			.max(Comparator.naturalOrder())
			.map((lost) -> new Goal("a kill 0.2 s after the burst loses at most what is younger than two seconds",
					"at most " + Figure.whole(lost), true,
					"The whole burst is younger than that, so this may be all of it: nothing here can break the promise."));
	}

	private Optional<Goal> ending(Ending ending, String what, String remark) {
		List<Outcome> ended = this.ours.stream().filter((each) -> each.trial().ending() == ending).toList();
		return ended.isEmpty() ? Optional.empty() : Optional.of(goal(what, ended, (each) -> each.lost() == 0, remark));
	}

	private static Goal goal(String what, List<Outcome> outcomes, Predicate<Outcome> met, String remark) {
		List<String> failed = outcomes.stream().filter(met.negate()).map((each) -> each.trial().toString()).toList();
		String measured = (outcomes.size() - failed.size()) + " of " + outcomes.size() + " rows";
		return new Goal(what, measured, failed.isEmpty(),
				failed.isEmpty() ? remark : "Not: " + String.join("; ", failed));
	}

}
