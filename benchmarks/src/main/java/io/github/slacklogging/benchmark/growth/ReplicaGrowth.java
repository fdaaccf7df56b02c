package io.github.slacklogging.benchmark.growth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.slacklogging.benchmark.Part.Effort;
import io.github.slacklogging.benchmark.growth.StormOfReplicas.Outcome;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Axis;
import io.github.slacklogging.benchmark.page.Block.Goal;
import io.github.slacklogging.benchmark.page.Block.Line;
import io.github.slacklogging.benchmark.page.Block.Point;
import io.github.slacklogging.benchmark.page.Figure;
import org.jspecify.annotations.Nullable;

/** Replicas on one webhook, 1 to 50. */
final class ReplicaGrowth implements Section {

	private static final int[] REPLICAS = { 1, 2, 5, 10, 20, 30, 40, 50 };

	private static final int[] FEWER_REPLICAS = { 1, 5, 20, 50 };

	private static final long SEED = 7;

	/** One message a second and the few at once that Slack takes beyond that. */
	private static final Duration BEST_AT_MOST = Duration.ofSeconds(REPLICAS[REPLICAS.length - 1]);

	@Override
	public String name() {
		return "replicas";
	}

	@Override
	public Findings measure(Effort effort) {
		int seeds = (effort == Effort.FULL) ? 5 : 1;
		List<Row> rows = new ArrayList<>();
		for (int replicas : (effort == Effort.FULL) ? REPLICAS : FEWER_REPLICAS) {
			List<Outcome> outcomes = new ArrayList<>();
			for (int seed = 0; seed < seeds; seed++) {
				outcomes.add(new StormOfReplicas(replicas, SEED + seed).outcome());
			}
			rows.add(new Row(replicas, outcomes));
			System.out.println(rows.get(rows.size() - 1));
		}
		return new Findings(blocks(rows, seeds), goals(rows));
	}

	private static List<Block> blocks(List<Row> rows, int seeds) {
		List<Line> moments = List.of(line("each has told its first error", rows, Row::toldFirst),
				line("nothing is due any more", rows, Row::caughtUp), line("last 429", rows, Row::lastRefusal));
		List<Line> answers = List.of(line("messages in the channel", rows, Row::posts),
				line("answers with 429", rows, Row::refusals));
		return List.of(new Block.Text("### Replicas on one webhook\n\n" + story(seeds)),
				new Block.Lines("growth-replicas", "How long a storm of all replicas takes to settle",
						new Axis("replicas", false), new Axis("seconds after its begin", false), moments),
				new Block.Lines("growth-replicas-429", "What Slack answers meanwhile", new Axis("replicas", false),
						new Axis("answers", false), answers),
				new Block.Table(List.of("replicas", "first errors told, s", "nothing due, s", "last 429, s", "messages",
						"429s", "messages a minute"), rows.stream().map(Row::cells).toList()),
				new Block.Text(reasons(rows)));
	}

	private static String story(int seeds) {
		return ("A database is down for %d minutes, and each replica logs %d errors a second of %d kinds from within half a second on."
				+ " All post through one webhook that takes one message a second and five at once, answers after 100 to 200 ms, and otherwise"
				+ " says 429 with `Retry-After: 1`. The pipelines are the real ones with their defaults; their clock, the network and Slack are"
				+ " simulated, so the same seed gives the same figures. Mean of %d seeds, with its 95 %% interval.")
			.formatted(StormOfReplicas.LASTS.toMinutes(), StormOfReplicas.ERRORS_PER_SECOND, StormOfReplicas.KINDS,
					seeds);
	}

	private static String reasons(List<Row> rows) {
		Row most = rows.get(rows.size() - 1);
		return "The lines rise from where the replicas together want more than Slack's one message a second. From there on a 429 halves the"
				+ " rate of the one that gets it, and each goes on at a moment of its own. A rate never falls below a sixteenth, so more than"
				+ " sixteen replicas keep asking for more than there is: that is why the refusals go on growing. The messages bend down: what has"
				+ " to wait is told together with what came meanwhile, " + Figure.hundredths(most.perReplica())
				+ " messages for each of " + most.replicas() + " replicas instead of "
				+ Figure.hundredths(rows.get(0).perReplica()) + " for one alone.";
	}

	private static Line line(String label, List<Row> rows, Function<Row, @Nullable Measured> figure) {
		List<Point> points = new ArrayList<>();
		for (Row row : rows) {
			Measured measured = figure.apply(row);
			if (measured != null) {
				points.add(measured.at(row.replicas()));
			}
		}
		return new Line(label, points);
	}

	private static List<Goal> goals(List<Row> rows) {
		Row most = rows.get(rows.size() - 1);
		Measured told = most.toldFirst();
		Measured settled = most.caughtUp();
		boolean soon = told != null && told.mean() <= 3 * BEST_AT_MOST.toSeconds();
		boolean quiet = settled != null && most.lastRefusal().mean() < settled.mean();
		return List.of(new Goal(most.replicas()
				+ " replicas have told the first error of each within three times what one message a second permits",
				inSeconds(told), soon, "at best " + BEST_AT_MOST.toSeconds() + " s"),
				new Goal(most.replicas() + " replicas settle: nothing is due, and no 429 comes after that",
						inSeconds(settled), quiet, "last 429 after " + inSeconds(most.lastRefusal())));
	}

	private static String inSeconds(@Nullable Measured measured) {
		return (measured != null) ? measured.inWhole() + " s" : "not at all";
	}

	/**
	 * The same with several seeds.
	 *
	 * @param replicas how many
	 * @param outcomes one for each seed
	 */
	private record Row(int replicas, List<Outcome> outcomes) {

		@Nullable Measured toldFirst() {
			return moment(Outcome::toldFirst);
		}

		@Nullable Measured caughtUp() {
			return moment(Outcome::caughtUp);
		}

		Measured lastRefusal() {
			return of((outcome) -> seconds(outcome.lastRefusal()));
		}

		Measured posts() {
			return of(Outcome::posts);
		}

		Measured refusals() {
			return of(Outcome::refusals);
		}

		double perReplica() {
			return posts().mean() / this.replicas;
		}

		private @Nullable Measured moment(Function<Outcome, @Nullable Duration> moment) {
			List<Double> seconds = new ArrayList<>();
			for (Outcome outcome : this.outcomes) {
				Duration its = moment.apply(outcome);
				if (its == null) {
					return null;
				}
				seconds.add(seconds(its));
			}
			return Measured.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
		}

		private Measured of(Function<Outcome, Number> figure) {
			return Measured
				.of(this.outcomes.stream().mapToDouble((outcome) -> figure.apply(outcome).doubleValue()).toArray());
		}

		private static double seconds(Duration duration) {
			return duration.toMillis() / 1e3;
		}

		/** Minute by minute, with the first seed. */
		private String perMinute() {
			List<Integer> minutes = new ArrayList<>(this.outcomes.get(0).perMinute());
			while (minutes.size() > 1 && minutes.get(minutes.size() - 1) == 0) {
				minutes.remove(minutes.size() - 1);
			}
			return minutes.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}

		private static String whole(@Nullable Measured measured) {
			return (measured != null) ? measured.inWhole() : "never";
		}

		List<String> cells() {
			return List.of(Figure.whole(this.replicas), whole(toldFirst()), whole(caughtUp()), whole(lastRefusal()),
					whole(posts()), whole(refusals()), perMinute());
		}

	}

}
