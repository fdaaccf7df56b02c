package io.github.slacklogging.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dashboard is one that Grafana can show. Source of the model: grafana.com,
 * "Dashboard JSON model".
 */
class DashboardTests {

	private static final int COLUMNS = 24;

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

	/** Grafana's own. */
	private static final Set<String> BUILT_IN = Set.of("__rate_interval");

	private final JsonNode dashboard = MonitoringFolder.dashboard();

	private final List<JsonNode> everything = this.dashboard.path("panels").valueStream().toList();

	@Test
	void dashboardCanBeProvisioned() {
		assertThat(this.dashboard.path("uid").asString()).isEqualTo("slack-logging");
		assertThat(this.dashboard.path("title").asString()).isNotBlank();
		assertThat(this.dashboard.path("schemaVersion").asInt()).isEqualTo(41);
		// an id of one Grafana would be somebody else's dashboard in another
		assertThat(this.dashboard.path("id").isNull()).isTrue();
		assertThat(this.dashboard.has("__inputs")).isFalse();
	}

	@Test
	void everyPanelHasAnIdAndATitleOfItsOwn() {
		assertThat(this.everything).extracting((panel) -> panel.path("id").asInt()).doesNotHaveDuplicates();
		assertThat(this.everything).extracting((panel) -> panel.path("title").asString())
			.doesNotHaveDuplicates()
			.doesNotContain("");
		assertThat(MonitoringFolder.panels()).hasSizeGreaterThan(20)
			.allSatisfy((panel) -> assertThat(panel.path("description").asString()).isNotBlank());
	}

	@Test
	void panelsAreOnTheGridAndDoNotOverlap() {
		List<Place> taken = new ArrayList<>();
		for (JsonNode panel : this.everything) {
			Place place = Place.of(panel);
			assertThat(place.width()).as(place.title()).isPositive();
			assertThat(place.height()).as(place.title()).isPositive();
			assertThat(place.x() + place.width()).as(place.title()).isLessThanOrEqualTo(COLUMNS);
			assertThat(taken).as(place.title()).noneMatch(place::overlaps);
			taken.add(place);
		}
	}

	@Test
	void everyPanelAsksTheSourceThatIsChosen() {
		assertThat(MonitoringFolder.panels()).allSatisfy((panel) -> {
			List<JsonNode> targets = panel.path("targets").valueStream().toList();
			assertThat(targets).isNotEmpty();
			assertThat(targets).extracting((target) -> target.path("refId").asString())
				.doesNotHaveDuplicates()
				.doesNotContain("");
			assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${DS_PROMETHEUS}");
			assertThat(targets).allSatisfy((target) -> {
				assertThat(target.at("/datasource/uid").asString()).isEqualTo("${DS_PROMETHEUS}");
				assertThat(target.at("/datasource/type").asString()).isEqualTo("prometheus");
				assertThat(target.path("expr").asString()).isNotBlank();
			});
		});
	}

	@Test
	void everyVariableThatIsUsedIsThereAndTheOtherWayRound() {
		Set<String> defined = this.dashboard.at("/templating/list")
			.valueStream()
			.map((variable) -> variable.path("name").asString())
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> used = new TreeSet<>();
		Matcher matcher = VARIABLE.matcher(this.dashboard.toString());
		while (matcher.find()) {
			used.add(matcher.group(1));
		}
		used.removeAll(BUILT_IN);
		// what Grafana calls the choice of all
		used.remove("__all");
		assertThat(used).isEqualTo(defined).contains("DS_PROMETHEUS", "application", "destination", "instance");
	}

	@Test
	void everyQueryLooksAtTheApplicationThatIsChosen() {
		assertThat(MonitoringFolder.panelQueries()).isNotEmpty()
			.allSatisfy((query) -> assertThat(query.selectors()).isNotEmpty()
				.allSatisfy((selector) -> assertThat(selector.matchers()).as(query.text())
					.contains(new PromQuery.LabelMatcher("job", "=~", "$application"),
							new PromQuery.LabelMatcher("instance", "=~", "$instance"))));
	}

	private record Place(String title, int x, int y, int width, int height) {

		static Place of(JsonNode panel) {
			JsonNode place = panel.path("gridPos");
			return new Place(panel.path("title").asString(), place.path("x").asInt(), place.path("y").asInt(),
					place.path("w").asInt(), place.path("h").asInt());
		}

		boolean overlaps(Place other) {
			return this.x < other.x + other.width && other.x < this.x + this.width && this.y < other.y + other.height
					&& other.y < this.y + this.height;
		}

	}

}
