package io.github.slacklogging.channel;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.channel.ChannelRouting.FilterSettings;
import io.github.slacklogging.channel.ChannelRouting.Route;
import io.github.slacklogging.channel.ChannelRouting.Settings;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.FixedThrowable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChannelSettingsTests {

	private static final List<String> NONE = List.of();

	private static final FilterSettings NO_FILTER = new FilterSettings(NONE, NONE, NONE, NONE, NONE, NONE);

	private static final Route GOOD = route(null, List.of("default"));

	@Test
	void eachFilterDecidesByItsOwnPart() {
		EventFixture event = EventFixture.event()
			.withMarkers("AUDIT")
			.withThrowable(new FixedThrowable("java.io.IOException", null, null));
		LogEvent built = event.build();

		assertThat(filter(List.of("com.acme"), NONE, NONE, NONE, NONE, NONE).objection(built)).isNull();
		assertThat(filter(List.of("org"), NONE, NONE, NONE, NONE, NONE).objection(built)).isNotNull();
		assertThat(filter(NONE, List.of("com.acme"), NONE, NONE, NONE, NONE).objection(built)).isNotNull();
		assertThat(filter(NONE, NONE, List.of("^Order"), NONE, NONE, NONE).objection(built)).isNull();
		assertThat(filter(NONE, NONE, List.of("^Payment"), NONE, NONE, NONE).objection(built)).isNotNull();
		assertThat(filter(NONE, NONE, NONE, List.of("failed"), NONE, NONE).objection(built)).isNotNull();
		assertThat(filter(NONE, NONE, NONE, NONE, List.of("AUDIT"), NONE).objection(built)).isNotNull();
		assertThat(filter(NONE, NONE, NONE, NONE, NONE, List.of("IOException")).objection(built)).isNotNull();
		assertThat(filter(NONE, NONE, NONE, NONE, NONE, NONE).objection(built)).isNull();
	}

	@Test
	void exclusionWinsOverInclusion() {
		Filter filter = filter(List.of("com"), List.of("com.acme"), NONE, NONE, NONE, NONE);

		assertThat(filter.objection(EventFixture.event().withLogger("com.other").build())).isNull();
		assertThat(filter.objection(EventFixture.event().withLogger("com.acme.X").build())).isNotNull();
	}

	@Test
	void filterThatCannotBeReadIsNamed() {
		assertFilterNamed("include-loggers", new FilterSettings(List.of(""), NONE, NONE, NONE, NONE, NONE));
		assertFilterNamed("exclude-loggers", new FilterSettings(NONE, List.of(""), NONE, NONE, NONE, NONE));
		assertFilterNamed("include-messages", new FilterSettings(NONE, NONE, List.of("("), NONE, NONE, NONE));
		assertFilterNamed("exclude-messages", new FilterSettings(NONE, NONE, NONE, List.of("("), NONE, NONE));
		assertFilterNamed("exclude-markers", new FilterSettings(NONE, NONE, NONE, NONE, List.of(""), NONE));
		assertFilterNamed("exclude-exceptions", new FilterSettings(NONE, NONE, NONE, NONE, NONE, List.of("")));
	}

	@Test
	void routeThatCannotBeReadIsNamedWithItsPlace() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(GOOD, GOOD, route("(", List.of("default"))))
			.withMessageContaining("slack.logging.routes[2].message");
		assertRouteNamed("loggers", new Route(null, List.of(""), NONE, NONE, null, NONE, List.of("default")));
		assertRouteNamed("markers", new Route(null, NONE, List.of(""), NONE, null, NONE, List.of("default")));
		assertRouteNamed("exceptions", new Route(null, NONE, NONE, List.of(""), null, NONE, List.of("default")));
		assertRouteNamed("mdc", new Route(null, NONE, NONE, NONE, null, List.of("x"), List.of("default")));
	}

	@Test
	void unknownDestinationIsNamedWithTheKnownOnes() {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(route(null, List.of("default", "oncal"))))
			.withMessageContaining("slack.logging.routes[0].to")
			.withMessageContaining("'oncal'")
			.withMessageContaining("default, oncall");
	}

	@Test
	void routeToNowhereIsRefused() {
		assertRouteNamed("to", route(null, NONE));
	}

	@Test
	void noneBesideADestinationIsRefused() {
		assertRouteNamed("to", route(null, List.of("none", "oncall")));
		assertThat(settings(route(null, List.of("none", "none"))).routes()).hasSize(1);
	}

	private static void assertFilterNamed(String name, FilterSettings filter) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Settings(filter, List.of(), Set.of("default")))
			.withMessageContaining("slack.logging.filter." + name);
	}

	private static void assertRouteNamed(String name, Route route) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(route))
			.withMessageContaining("slack.logging.routes[0]." + name);
	}

	private static Filter filter(List<String> includeLoggers, List<String> excludeLoggers, List<String> includeMessages,
			List<String> excludeMessages, List<String> excludeMarkers, List<String> excludeExceptions) {
		return Filter.of(new FilterSettings(includeLoggers, excludeLoggers, includeMessages, excludeMessages,
				excludeMarkers, excludeExceptions));
	}

	private static Route route(@Nullable String message, List<String> to) {
		return new Route(null, NONE, NONE, NONE, message, NONE, to);
	}

	private static Settings settings(Route... routes) {
		return new Settings(NO_FILTER, List.of(routes), Set.of("default", "oncall"));
	}

}
