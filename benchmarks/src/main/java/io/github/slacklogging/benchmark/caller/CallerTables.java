package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.benchmark.caller.Readings.Loss;
import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Figure;

/** All figures, a row for each contender. */
final class CallerTables {

	private static final String NOTHING = "–";

	private final Readings readings;

	CallerTables(Readings readings) {
		this.readings = readings;
	}

	/** What a call costs that brings an event. */
	Block.Table costs(Call call) {
		List<Column> columns = List.of(new Column("paced, 1 thread", call, Load.PACED, 1),
				new Column("paced, 4 threads", call, Load.PACED, 4),
				new Column("fitting, 1 thread", call, Load.FITTING, 1),
				new Column("saturated, 1 thread", call, Load.SATURATED, 1),
				new Column("saturated, 4 threads", call, Load.SATURATED, 4));
		Block.Table times = table("ns per call", columns);
		List<String> titles = new ArrayList<>(times.columns());
		titles.add("bytes");
		List<List<String>> rows = new ArrayList<>();
		for (List<String> row : times.rows()) {
			List<String> longer = new ArrayList<>(row);
			longer.add(bytes(labelled(row.get(0)), call));
			rows.add(longer);
		}
		return new Block.Table(titles, rows);
	}

	/** What the other calls cost. */
	Block.Table others() {
		return table("ns per call",
				List.of(new Column("queue full, 1 thread", Call.PLAIN, Load.STUCK, 1),
						new Column("queue full, 4 threads", Call.PLAIN, Load.STUCK, 4),
						new Column("below threshold, 1 thread", Call.BELOW_THRESHOLD, Load.SATURATED, 1),
						new Column("after 1.3 s of silence", Call.PLAIN, Load.SILENT, 1)));
	}

	private Block.Table table(String corner, List<Column> wanted) {
		List<Column> columns = wanted.stream().filter(this::isMeasured).toList();
		List<String> titles = new ArrayList<>(List.of(corner));
		columns.forEach((column) -> titles.add(column.title()));
		List<List<String>> rows = new ArrayList<>();
		for (Entrant entrant : Entrant.values()) {
			if (columns.stream().anyMatch((column) -> isKnown(entrant, column))) {
				List<String> row = new ArrayList<>(List.of(entrant.label()));
				columns.forEach((column) -> row.add(cell(entrant, column)));
				rows.add(row);
			}
		}
		return new Block.Table(titles, rows);
	}

	private boolean isMeasured(Column column) {
		return Arrays.stream(Entrant.values()).anyMatch((entrant) -> isKnown(entrant, column));
	}

	private boolean isKnown(Entrant entrant, Column column) {
		return reading(entrant, column).isPresent() || loss(entrant, column).isPresent();
	}

	private String cell(Entrant entrant, Column column) {
		return reading(entrant, column)
			.map((reading) -> Figure.whole(reading.nanos(), reading.error()) + dropped(reading))
			.orElseGet(() -> loss(entrant, column).map(Loss::reason).orElse(NOTHING));
	}

	private static String dropped(Reading reading) {
		String share = Figure.share(reading.droppedShare());
		return share.isEmpty() || reading.of().call() == Call.BELOW_THRESHOLD ? "" : ", " + share + " dropped";
	}

	private String bytes(Entrant entrant, Call call) {
		return this.readings.of(new Case(entrant, call, Load.PACED, 4))
			.map((reading) -> Figure.whole(reading.callerBytes()) + " (" + Figure.whole(reading.processBytes()) + ")")
			.orElse(NOTHING);
	}

	private static Entrant labelled(String label) {
		return Arrays.stream(Entrant.values())
			.filter((entrant) -> entrant.label().equals(label))
			.findFirst()
			.orElseThrow();
	}

	private Optional<Reading> reading(Entrant entrant, Column column) {
		return this.readings.of(column.of(entrant));
	}

	private Optional<Loss> loss(Entrant entrant, Column column) {
		return this.readings.lossOf(column.of(entrant));
	}

	private record Column(String title, Call call, Load load, int threads) {

		Case of(Entrant entrant) {
			return new Case(entrant, this.call, this.load, this.threads);
		}

	}

}
