package io.github.slacklogging.link;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a store for less and less until the address is short enough: columns go first,
 * then criteria, the least important first. Immutable.
 *
 * @param store that is asked
 * @param service name of the service, for a store that answers nothing without it
 */
record ShortLinks(LogStore store, String service) {

	static final int MAX_LENGTH = 1_999;

	boolean findsIdsOnly() {
		return this.store.findsIdsOnly();
	}

	/** Empty where the first criterion alone is too long. */
	Optional<URI> link(List<Criterion> criteria, TimeWindow window) {
		String address = this.store.address(question(criteria, window), true);
		for (int kept = criteria.size(); address.length() > MAX_LENGTH && kept > 0; kept--) {
			address = this.store.address(question(criteria.subList(0, kept), window), false);
		}
		return (address.length() > MAX_LENGTH) ? Optional.empty() : Optional.of(URI.create(address));
	}

	private LogQuestion question(List<Criterion> criteria, TimeWindow window) {
		List<Criterion> all = new ArrayList<>(criteria);
		if (this.store.needsService()) {
			all.add(new Criterion.Is(LogField.SERVICE, this.service));
		}
		return new LogQuestion(all, window);
	}

}
