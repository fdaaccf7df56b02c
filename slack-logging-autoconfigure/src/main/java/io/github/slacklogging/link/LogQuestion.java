package io.github.slacklogging.link;

import java.util.List;

/**
 * What a link asks a log store for. Immutable.
 *
 * @param criteria all of which must hold, at least one, most important first
 * @param window when it was logged
 */
record LogQuestion(List<Criterion> criteria, TimeWindow window) {

	LogQuestion {
		criteria = List.copyOf(criteria);
	}

}
