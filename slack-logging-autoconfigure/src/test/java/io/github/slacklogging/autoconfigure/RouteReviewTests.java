package io.github.slacklogging.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Severity;
import io.github.slacklogging.autoconfigure.RoutingProperties.Filter;
import io.github.slacklogging.autoconfigure.RoutingProperties.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RouteReviewTests {

	private static final Filter NOTHING = new Filter(List.of(), List.of("com.acme.noise"), List.of(), List.of(),
			List.of(), List.of());

	@Test
	void routeBehindOneWithoutConditionsNeverMatches() {
		assertThat(review(route(null, List.of(), "oncall"), loggers("com.acme", "default")).routesInVain())
			.containsExactly(
					"slack.logging.routes[1] never matches: routes[0] takes all of it. Put it before that one");
	}

	@Test
	void routeOfAnInnerPackageBehindThatOfTheOuterNeverMatches() {
		assertThat(review(loggers("com.acme", "a"), loggers("com.acme.pay", "b")).routesInVain()).hasSize(1);
		assertThat(review(loggers("com.acme.pay", "b"), loggers("com.acme", "a")).routesInVain()).isEmpty();
		assertThat(review(loggers("com.acme", "a"), loggers("com.acmex", "b")).routesInVain()).isEmpty();
	}

	@Test
	void routeThatAsksForLessThanAnEarlierOneStillHasItsRest() {
		assertThat(
				review(route(Severity.CRITICAL, List.of(), "a"), route(Severity.ERROR, List.of(), "b")).routesInVain())
			.isEmpty();
		assertThat(
				review(route(Severity.ERROR, List.of(), "a"), route(Severity.CRITICAL, List.of(), "b")).routesInVain())
			.hasSize(1);
	}

	@Test
	void everyFurtherConditionOfTheEarlierOneMustFollow() {
		Route earlier = new Route(null, List.of("com.acme"), List.of("AUDIT"), List.of(), null, List.of("tenant=a"),
				List.of("a"));
		Route same = new Route(null, List.of("com.acme.X"), List.of("AUDIT"), List.of(), "x",
				List.of("tenant=a", "b=c"), List.of("b"));
		Route other = new Route(null, List.of("com.acme.X"), List.of("AUDIT"), List.of(), "x", List.of("b=c"),
				List.of("b"));
		assertThat(review(earlier, same).routesInVain()).hasSize(1);
		assertThat(review(earlier, other).routesInVain()).isEmpty();
	}

	@Test
	void routeThatAsksForLessThanTheThresholdSaysSo() {
		assertThat(review(route(Severity.WARN, List.of("com.acme"), "a")).routesInVain()).singleElement()
			.asString()
			.startsWith("slack.logging.routes[0].level is WARN, but nothing below slack.logging.level (ERROR)");
	}

	@Test
	void routeOfAnExcludedPackageNeverMatches() {
		assertThat(review(loggers("com.acme.noise.X", "a")).routesInVain()).singleElement()
			.asString()
			.contains("exclude-loggers");
	}

	@Test
	void destinationThatNothingLeadsToIsUnused() {
		RouteReview review = review(loggers("com.acme", "a"));
		assertThat(review.unused(List.of("default", "a", "b", "c"), Set.of("c"))).containsExactly("b");
	}

	@Test
	void defaultIsUnusedBehindARouteThatTakesAll() {
		assertThat(review(route(null, List.of(), "a")).unused(List.of("default", "a"), Set.of()))
			.containsExactly("default");
	}

	private static RouteReview review(Route... routes) {
		return new RouteReview(Arrays.asList(routes), Severity.ERROR, NOTHING);
	}

	private static Route loggers(String logger, String to) {
		return route(null, List.of(logger), to);
	}

	private static Route route(@Nullable Severity level, List<String> loggers, String to) {
		return new Route(level, loggers, List.of(), List.of(), null, List.of(), List.of(to));
	}

}
