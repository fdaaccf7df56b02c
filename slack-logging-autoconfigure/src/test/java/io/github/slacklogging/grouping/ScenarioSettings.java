package io.github.slacklogging.grouping;

import java.util.List;
import java.util.Map;

import io.github.slacklogging.Severity;
import io.github.slacklogging.grouping.EventGrouping.Incidents;
import io.github.slacklogging.grouping.EventGrouping.Settings;

/** The defaults of the properties, and what a scenario sets otherwise. */
final class ScenarioSettings {

	private ScenarioSettings() {
	}

	static Settings of(Map<String, String> set) {
		List<Long> milestones = set.containsKey("milestones") ? List.of() : Incidents.DEFAULTS.milestones();
		Incidents incidents = new Incidents(GroupingAtHand.QUIET, milestones, Incidents.DEFAULTS.reminder(),
				Integer.parseInt(set.getOrDefault("storm-kinds", "20")));
		return new Settings(!"false".equals(set.get("enabled")), List.of("orders", "test"), List.of("com.acme"),
				Integer.parseInt(set.getOrDefault("max-groups", "1000")), GroupingAtHand.LINGER, 100, 5, Severity.WARN,
				GroupingAtHand.DIGEST, incidents);
	}

}
