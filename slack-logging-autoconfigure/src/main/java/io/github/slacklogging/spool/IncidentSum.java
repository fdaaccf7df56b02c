package io.github.slacklogging.spool;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.spool.Listing.Present;

/**
 * The newest state of each incident. Files are to be added oldest first: the later one
 * wins. Not thread-safe.
 */
final class IncidentSum {

	private static final Comparator<SpooledGroup> IMPORTANCE = Comparator.comparing(IncidentSum::heardOf)
		.thenComparing(SpooledGroup::severity)
		.reversed();

	private final Map<Fingerprint, SpooledGroup> incidents = new LinkedHashMap<>();

	private final List<Present> damaged = new ArrayList<>();

	private long lost;

	/** Adds incidents that changed later than those before. */
	void add(Collection<SpooledGroup> later) {
		later.forEach((incident) -> this.incidents.put(incident.fingerprint(), incident));
	}

	/** Reads files and adds what can be read. */
	void add(GroupFolder folder, List<Present> files) throws IOException {
		for (Present file : files) {
			GroupFile content = folder.read(file);
			add(content.groups());
			if (content.damaged()) {
				this.damaged.add(file);
				this.lost += Math.max(1, file.name().count() - content.groups().size());
			}
		}
	}

	/** Files of which something could not be read. */
	List<Present> damaged() {
		return this.damaged;
	}

	/**
	 * Tells if something could not be read.
	 * @param said takes it in words: nobody counts it, for no event is lost
	 */
	void tell(Consumer<String> said) {
		if (this.lost > 0) {
			tell(said, this.lost);
		}
	}

	/** Tells how many could not be read. */
	static void tell(Consumer<String> said, long lost) {
		said.accept("incidents that could not be read in slack.logging.spool.directory: " + lost);
	}

	/** Whatever was heard of last comes first. */
	List<SpooledGroup> byImportance() {
		return this.incidents.values().stream().sorted(IMPORTANCE).toList();
	}

	/** The same without those that are over. */
	List<SpooledGroup> open() {
		return byImportance().stream().filter((incident) -> !isOver(incident)).toList();
	}

	/** Whether nobody needs it any more; also what is no incident at all. */
	static boolean isOver(SpooledGroup incident) {
		IncidentState state = incident.incident();
		return state == null || state.over();
	}

	private static Instant heardOf(SpooledGroup incident) {
		IncidentState state = incident.incident();
		Instant spoke = (state != null) ? state.lastSpoke() : null;
		return (spoke != null && spoke.isAfter(incident.lastSeen())) ? spoke : incident.lastSeen();
	}

}
