package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.Tick;

/**
 * What is known of the kinds of all destinations, for those who ask. Changes nothing.
 * Used by the worker only; takes time linear in the number of kinds.
 */
public final class Survey {

	private static final Comparator<Kind> BY_LOUDNESS = Comparator.comparing((Kind kind) -> kind.phase() == Phase.QUIET)
		.thenComparing(Kind::severity, Comparator.reverseOrder())
		.thenComparing(Comparator.comparingLong(Kind::total).reversed());

	private final Map<String, GroupTable> tables;

	Survey(Map<String, GroupTable> tables) {
		this.tables = tables;
	}

	/**
	 * All kinds that are remembered, the loudest first: those that go on, then the most
	 * severe, then the most frequent.
	 * @param max how many at most
	 * @param now the time
	 */
	public List<KnownKind> loudest(int max, Tick now) {
		List<Place> places = new ArrayList<>();
		this.tables.forEach((destination,
				table) -> table.known().all().forEach((kind) -> places.add(new Place(destination, table, kind))));
		places.sort(Comparator.comparing(Place::kind, BY_LOUDNESS));
		return places.stream().limit(max).map((place) -> place.look(now)).toList();
	}

	/**
	 * One kind at each destination that knows it, also where it stands for others.
	 * @param fingerprint id of the kind, without {@code #}
	 * @param now the time
	 */
	public List<KnownKind> of(String fingerprint, Tick now) {
		List<KnownKind> found = new ArrayList<>();
		this.tables.forEach((destination, table) -> table.known()
			.everything()
			.stream()
			.filter((kind) -> kind.fingerprint().id().equals(fingerprint))
			.forEach((kind) -> found.add(table.look(destination, kind, now))));
		return found;
	}

	private record Place(String destination, GroupTable table, Kind kind) {

		KnownKind look(Tick now) {
			return this.table.look(this.destination, this.kind, now);
		}

	}

}
