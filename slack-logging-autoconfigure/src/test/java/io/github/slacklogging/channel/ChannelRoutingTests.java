package io.github.slacklogging.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import io.github.slacklogging.channel.ChannelRouting.FilterSettings;
import io.github.slacklogging.channel.ChannelRouting.Route;
import io.github.slacklogging.channel.ChannelRouting.Settings;
import io.github.slacklogging.testing.EventFixture;
import io.github.slacklogging.testing.ReportedJob;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class ChannelRoutingTests {

	private static final Set<String> DESTINATIONS = Set.of("default", "oncall", "billing");

	private static final FilterSettings NO_FILTER = new FilterSettings(List.of(), List.of(), List.of(), List.of(),
			List.of(), List.of());

	private static final List<EventFilter> NO_FILTERS = List.of();

	private static final List<ChannelRouter> NO_ROUTERS = List.of();

	private static final LogEvent EVENT = EventFixture.event().build();

	private static final LogEvent REPORT = ReportedJob.job().report(JobOutcome.FAILED);

	private final List<String> trouble = new ArrayList<>();

	@Test
	void eventThatNoRouteMatchesGoesToDefault() {
		assertThat(routing(route(Severity.CRITICAL, "oncall")).route(EVENT)).containsExactly("default");
	}

	@Test
	void eventThatNoRouteMatchesStaysWhereThereIsNoDefault() {
		Settings settings = new Settings(NO_FILTER, List.of(route(Severity.CRITICAL, "oncall")), Set.of("oncall"));

		assertThat(routing(settings).route(EVENT)).isEmpty();
	}

	@Test
	void firstRouteThatMatchesWins() {
		ChannelRouting routing = routing(route(Severity.CRITICAL, "oncall"), route(Severity.WARN, "billing"),
				route(Severity.DEBUG, "oncall"));

		assertThat(routing.route(EVENT)).containsExactly("billing");
	}

	@Test
	void routeWithoutConditionsMatchesEverything() {
		assertThat(routing(route(null, "oncall")).route(EVENT)).containsExactly("oncall");
	}

	@Test
	void everyConditionOfARouteMustHold() {
		Route route = new Route(Severity.ERROR, List.of("com.acme"), List.of("BILLING"), List.of(), "fail",
				List.of("tenant=a"), List.of("billing"));
		ChannelRouting routing = routing(route);
		EventFixture match = EventFixture.event().withMarkers("BILLING").withMdc(Map.of("tenant", "a"));

		assertThat(routing.route(match.build())).containsExactly("billing");
		assertThat(routing.route(match.withSeverity(Severity.WARN).build())).containsExactly("default");
		assertThat(routing.route(match.withLogger("org.x").build())).containsExactly("default");
		assertThat(routing.route(match.withMarkers().build())).containsExactly("default");
		assertThat(routing.route(match.withMessage("fine").build())).containsExactly("default");
		assertThat(routing.route(match.withMdc(Map.of()).build())).containsExactly("default");
	}

	@Test
	void reportsOfJobsGoWhereJobsGoBeforeAnyRoute() {
		ChannelRouting routing = jobsTo(NO_FILTER, List.of(), NO_ROUTERS, "oncall", "billing");

		assertThat(routing.route(REPORT)).containsExactly("oncall", "billing");
		assertThat(routing.decide(REPORT).by()).isEqualTo("jobs.to");
		assertThat(routing.route(EVENT)).as("not what is logged").containsExactly("billing");
	}

	@Test
	void reportsOfJobsThatGoNowhereAreFiltered() {
		ChannelRouting routing = jobsTo(NO_FILTER, List.of(), NO_ROUTERS, Destination.NONE);

		assertThat(routing.decide(REPORT).destinations()).isEmpty();
		assertThat(routing.decide(REPORT).by()).isEqualTo("jobs.to → none");
	}

	@Test
	void reportsOfJobsAreRoutedLikeAnythingElseWhereNothingIsSaidOfThem() {
		Route job = new Route(null, List.of("job.daily-report"), List.of(), List.of(), null, List.of(),
				List.of("oncall"));

		assertThat(routing(job).route(REPORT)).containsExactly("oncall");
		assertThat(routing(job).route(EVENT)).containsExactly("default");
	}

	@Test
	void filtersAndRoutersHaveTheirSayOnReportsOfJobs() {
		FilterSettings noJob = new FilterSettings(List.of(), List.of("job.daily-report"), List.of(), List.of(),
				List.of(), List.of());

		assertThat(jobsTo(noJob, List.of(), NO_ROUTERS, "oncall").route(REPORT)).isEmpty();
		assertThat(jobsTo(NO_FILTER, List.of((event) -> event.job() == null), NO_ROUTERS, "oncall").route(REPORT))
			.isEmpty();
		assertThat(
				jobsTo(NO_FILTER, List.of(), List.of((event, proposed) -> List.of("default")), "oncall").route(REPORT))
			.containsExactly("default");
	}

	@Test
	void destinationOfJobsMustBeKnown() {
		assertThatIllegalArgumentException().isThrownBy(() -> jobsTo(NO_FILTER, List.of(), NO_ROUTERS, "nobody"))
			.withMessageContaining("slack.logging.jobs.to")
			.withMessageContaining("nobody");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> jobsTo(NO_FILTER, List.of(), NO_ROUTERS, "oncall", Destination.NONE))
			.withMessageContaining("slack.logging.jobs.to");
	}

	private ChannelRouting jobsTo(FilterSettings filter, List<EventFilter> filters, List<ChannelRouter> routers,
			String... to) {
		Settings settings = new Settings(filter, List.of(route(null, "billing")), DESTINATIONS, List.of(to));
		return new ChannelRouting(settings, filters, routers, this.trouble::add);
	}

	@Test
	void destinationNamedTwiceCountsOnce() {
		assertThat(routing(route(null, "oncall", "billing", "oncall")).route(EVENT)).containsExactly("oncall",
				"billing");
	}

	@Test
	void routeToNoneKeepsTheEventInTheJvm() {
		assertThat(routing(route(null, "none")).route(EVENT)).isEmpty();
	}

	@Test
	void filteredEventReachesNoRouteAndNoRouter() {
		FilterSettings filter = new FilterSettings(List.of(), List.of("com.acme"), List.of(), List.of(), List.of(),
				List.of());
		ChannelRouter router = (event, proposed) -> List.of("oncall");

		assertThat(routing(new Settings(filter, List.of(), DESTINATIONS), NO_FILTERS, List.of(router)).route(EVENT))
			.isEmpty();
	}

	@Test
	void applicationsFilterKeepsEventsInTheJvm() {
		assertThat(routing(List.of((event) -> true, (event) -> false), NO_ROUTERS).route(EVENT)).isEmpty();
	}

	@Test
	void filterThatThrowsLetsTheEventPassAndIsTold() {
		EventFilter broken = (event) -> {
			throw new IllegalStateException("about " + event.message());
		};

		assertThat(routing(List.of(broken), NO_ROUTERS).route(EVENT)).containsExactly("default");
		assertThat(this.trouble).singleElement()
			.asString()
			.contains("java.lang.IllegalStateException")
			.contains(broken.getClass().getName())
			.doesNotContain(EVENT.message());
	}

	@Test
	void filterAfterOneThatThrowsIsStillAsked() {
		EventFilter broken = (event) -> {
			throw new StackOverflowError();
		};

		assertThat(routing(List.of(broken, (event) -> false), NO_ROUTERS).route(EVENT)).isEmpty();
	}

	@Test
	void routersAreAskedInOrderEachWithTheChoiceOfTheOneBefore() {
		List<List<String>> proposals = new ArrayList<>();
		ChannelRouter first = (event, proposed) -> {
			proposals.add(proposed);
			return List.of("billing", "oncall");
		};
		ChannelRouter second = (event, proposed) -> {
			proposals.add(proposed);
			return proposed.subList(1, 2);
		};

		assertThat(routing(NO_FILTERS, List.of(first, second)).route(EVENT)).containsExactly("oncall");
		assertThat(proposals).containsExactly(List.of("default"), List.of("billing", "oncall"));
	}

	@Test
	void routerKeepsTheEventInTheJvmByNoneOrByNothing() {
		assertThat(routing(NO_FILTERS, List.of((event, proposed) -> List.of("none"))).route(EVENT)).isEmpty();
		assertThat(routing(NO_FILTERS, List.of((event, proposed) -> List.of())).route(EVENT)).isEmpty();
		assertThat(this.trouble).isEmpty();
	}

	@Test
	void destinationBesideNoneGetsTheEvent() {
		assertThat(routing(NO_FILTERS, List.of((event, proposed) -> List.of("none", "oncall"))).route(EVENT))
			.containsExactly("oncall");
	}

	@Test
	void routerThatThrowsKeepsTheProposal() {
		ChannelRouter broken = (event, proposed) -> {
			throw new IllegalStateException();
		};

		assertThat(routing(NO_FILTERS, List.of((event, proposed) -> List.of("oncall"), broken)).route(EVENT))
			.containsExactly("oncall");
		assertThat(this.trouble).hasSize(1);
	}

	@Test
	void routerThatAnswersNothingKeepsTheProposal() {
		ChannelRouter broken = new NullRouter();

		assertThat(routing(NO_FILTERS, List.of(broken)).route(EVENT)).containsExactly("default");
		assertThat(this.trouble).hasSize(1);
	}

	@Test
	void unknownNamesAreIgnoredAndToldOnce() {
		ChannelRouting routing = routing(NO_FILTERS, List.of((event, proposed) -> Arrays.asList("oncal", "oncall")));

		assertThat(routing.route(EVENT)).containsExactly("oncall");
		assertThat(routing.route(EVENT)).containsExactly("oncall");

		assertThat(this.trouble).singleElement().asString().contains("'oncal'");
	}

	@Test
	void routerThatNamesOnlyUnknownDestinationsKeepsTheProposal() {
		assertThat(routing(NO_FILTERS, List.of((event, proposed) -> List.of("oncal"))).route(EVENT))
			.containsExactly("default");
	}

	@Test
	void routerThatMakesUpNamesFloodsNobody() {
		ChannelRouting routing = routing(NO_FILTERS,
				List.of((event, proposed) -> List.of(event.sequence() + "x".repeat(1000))));

		for (int i = 0; i < 1000; i++) {
			routing.route(EventFixture.event().withSequence(i).build());
		}

		assertThat(this.trouble).hasSize(50).allSatisfy((line) -> assertThat(line).hasSizeLessThan(200));
	}

	@Test
	void proposalCannotBeChangedInPlace() {
		ChannelRouter vandal = (event, proposed) -> {
			proposed.clear();
			return proposed;
		};

		assertThat(routing(route(null, "oncall")).route(EVENT)).containsExactly("oncall");
		assertThat(routing(NO_FILTERS, List.of(vandal)).route(EVENT)).containsExactly("default");
	}

	@Test
	void settingsAreCopied() {
		List<Route> routes = new ArrayList<>();
		Settings settings = new Settings(NO_FILTER, routes, DESTINATIONS);
		routes.add(route(null, "none"));

		assertThat(routing(settings).route(EVENT)).containsExactly("default");
		assertThatNullPointerException()
			.isThrownBy(() -> new Settings(NO_FILTER, Arrays.asList((Route) null), Set.of()));
	}

	private ChannelRouting routing(Route... routes) {
		return routing(new Settings(NO_FILTER, List.of(routes), DESTINATIONS));
	}

	private ChannelRouting routing(Settings settings) {
		return routing(settings, NO_FILTERS, NO_ROUTERS);
	}

	private ChannelRouting routing(List<EventFilter> filters, List<ChannelRouter> routers) {
		return routing(new Settings(NO_FILTER, List.of(), DESTINATIONS), filters, routers);
	}

	private ChannelRouting routing(Settings settings, List<EventFilter> filters, List<ChannelRouter> routers) {
		return new ChannelRouting(settings, filters, routers, this.trouble::add);
	}

	private static Route route(@Nullable Severity level, String... to) {
		return new Route(level, List.of(), List.of(), List.of(), null, List.of(), List.of(to));
	}

	private static final class NullRouter implements ChannelRouter {

		@Override
		@SuppressWarnings("NullAway")
		public List<String> route(LogEvent event, List<String> proposed) {
			return null;
		}

	}

}
