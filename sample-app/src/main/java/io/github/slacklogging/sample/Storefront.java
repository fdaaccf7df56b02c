package io.github.slacklogging.sample;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** All shelves, in their order. Immutable. */
@Component
class Storefront {

	private final List<Stocked> shelves;

	Storefront(List<Shelf> shelves) {
		this.shelves = shelves.stream()
			.map((shelf) -> new Stocked(shelf.title(), shelf.lead(), shelf.situations()))
			.toList();
		if (situations().stream().map(Situation::name).distinct().count() < situations().size()) {
			throw new IllegalStateException("two situations have one name");
		}
	}

	List<Stocked> shelves() {
		return this.shelves;
	}

	List<Situation> situations() {
		return this.shelves.stream().flatMap((shelf) -> shelf.situations().stream()).toList();
	}

	Optional<Situation> situation(String name) {
		return situations().stream().filter((situation) -> situation.name().equals(name)).findFirst();
	}

	/** A shelf as it was at the start. */
	record Stocked(String title, String lead, List<Situation> situations) {
	}

}
